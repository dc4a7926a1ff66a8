import type { Change, HistoryEntry } from '../../../src-shared/company/contract/history.ts'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { fromClock } from '../../../src-shared/domain/dates/calendar.ts'
import type { Format } from '../../ui/conventions.tsx'
import { momentText } from '../backups/backup-words.ts'

/** "credit limit 5,000.00 USD to 8,000.00 USD" */
export const changeText = ({ field, before, after }: Change): string =>
  before === null ? `${field} ${after}` : `${field} ${before} to ${after}`

/** What was done with what it changed, in one line. */
export const entryText = ({ text, changes }: Pick<HistoryEntry, 'text' | 'changes'>): string =>
  changes.length === 0 ? text : `${text}: ${changes.map(changeText).join('; ')}`

export const personText = ({ person, approvedBy }: Pick<HistoryEntry, 'person' | 'approvedBy'>): string =>
  approvedBy === '' ? person : `${person}, approved by ${approvedBy}`

type Column = GridColumn<HistoryEntry>

/** The moment by this computer's clock, the day as the company writes it: "30 Jun 2025 12:05". */
export const whenText = (instant: string, format: Format): string =>
  `${format.date(fromClock(new Date(instant)))} ${momentText(instant).slice(-5)}`

const when = (format: Format): Column => ({
  id: 'when',
  kind: 'code',
  title: 'When',
  width: 156,
  value: ({ id }) => id,
  text: ({ recordedAt }) => whenText(recordedAt, format),
})
const person: Column = { id: 'person', kind: 'choice', title: 'Who', width: 130, value: personText }
const title: Column = { id: 'title', kind: 'choice', title: 'What', width: 160, value: (row) => row.title }
const words: Column = { id: 'words', kind: 'text', title: 'In words', width: 260, grow: 1, value: entryText }

/** Newest first is the order of the log; sorted, a page would only sort what is read of it. */
const inOrder = (columns: readonly Column[]): readonly Column[] =>
  columns.map((column) => ({ ...column, isSortable: false }))

/** Of every record. */
export const historyColumns = (format: Format): readonly Column[] =>
  inOrder([
    when(format),
    person,
    title,
    words,
    { id: 'customer', kind: 'code', title: 'Customer', width: 90, value: ({ customer }) => customer?.code ?? '' },
    { id: 'document', kind: 'code', title: 'Document', width: 110, value: ({ document }) => document?.number ?? '' },
  ])

/** Of one record, which need not be named. */
export const recordColumns = (format: Format): readonly Column[] => inOrder([when(format), person, title, words])
