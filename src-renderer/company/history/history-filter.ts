import type { CallInput } from '../../api/client.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { entryKinds } from '../../../src-shared/history.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

export type HistoryInput = CallInput<'history.csv'>

/** What is looked for; null is all. */
export type Wanted = {
  readonly personId: number | null
  readonly kind: string | null
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly customer: PickerOption | null
  readonly document: PickerOption | null
  readonly amount: MinorUnits | null
}

export const EVERY_ENTRY: Wanted = {
  personId: null,
  kind: null,
  from: null,
  to: null,
  customer: null,
  document: null,
  amount: null,
}

export const isEveryEntry = (wanted: Wanted): boolean => Object.values(wanted).every((part) => part === null)

const idOf = (option: PickerOption | null): number | null => (option === null ? null : Number(option.key))

export const historyInput = ({ customer, document, amount, ...rest }: Wanted): HistoryInput => ({
  ...rest,
  customerId: idOf(customer),
  documentId: idOf(document),
  // Commands are found by what they came to, whichever way it moved.
  amount: amount === null || amount === 0 ? null : Math.abs(amount),
})

const ALL = ''

export const kindOptions = [
  { value: ALL, label: 'Everything' },
  ...entryKinds.map(({ name, title }) => ({ value: name, label: title })),
]

export const kindOf = (chosen: string): string | null => (chosen === ALL ? null : chosen)
