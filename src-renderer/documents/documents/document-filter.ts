import type { CallInput } from '../../api/client.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { documentKindName, documentKinds } from '../../../src-shared/domain/documents.ts'
import type { DocumentKind } from '../../../src-shared/domain/documents.ts'

export type KindChoice = DocumentKind | 'all'

export const kindChoices: readonly { readonly value: KindChoice; readonly label: string }[] = [
  { value: 'all', label: 'All kinds' },
  ...documentKinds.map((kind) => ({ value: kind, label: `${documentKindName[kind]}s` })),
]

export const statusChoices = [
  { value: 'all', label: 'Any state' },
  { value: 'open', label: 'Open' },
  { value: 'overdue', label: 'Overdue' },
] as const
export type StatusChoice = (typeof statusChoices)[number]['value']

/** Which documents are listed. */
export type DocumentFilter = {
  readonly text: string
  readonly kind: KindChoice
  readonly status: StatusChoice
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

export const EVERY_DOCUMENT: DocumentFilter = { text: '', kind: 'all', status: 'all', from: null, to: null }

export const isEveryDocument = ({ text, kind, status, from, to }: DocumentFilter): boolean =>
  text.trim() === '' && kind === 'all' && status === 'all' && from === null && to === null

/** The kinds of a choice, as the contract takes them: none named is all. */
export const kindsOf = (choice: KindChoice): DocumentKind[] => (choice === 'all' ? [] : [choice])

/** @param asOf the day on which a document is open or overdue */
export const documentsInput = (filter: DocumentFilter, asOf: CalendarDate): CallInput<'documents.list'> => ({
  asOf,
  kinds: kindsOf(filter.kind),
  status: filter.status,
  filter: filter.text.trim(),
  from: filter.from,
  to: filter.to,
})
