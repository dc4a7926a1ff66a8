import { formatDate } from '../../../src-shared/domain/dates/date-text.ts'
import type { InputOf } from '../../../src-shared/contract.ts'
import type { DueOccurrence } from '../../../src-shared/billing/contract/recurring.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import { placeRefusal } from '../../entry/field-errors.ts'
import type { EntryRefusal, FieldErrors, PlacedRefusal } from '../../entry/field-errors.ts'

/** A day due as it is billed: ticked or not, and on what date. */
export type DueRow = DueOccurrence & {
  readonly key: string
  readonly isTicked: boolean
  /** The invoice's date; null while it makes no sense. */
  readonly date: CalendarDate | null
  /** Of a foreign customer's currency, as it is typed; empty takes the one kept for the day. */
  readonly rate: string
}

type Entered = Pick<DueRow, 'isTicked' | 'date' | 'rate'>

/** What was entered in rows, by their keys: it stays when what is due is read again. */
export type DueEntries = ReadonlyMap<string, Entered>
export const NOTHING_ENTERED: DueEntries = new Map()

const keyOf = ({ recurringId, dueOn }: DueOccurrence): string => `${recurringId} ${dueOn}`

/** Everything that can be billed is ticked at first; what would be refused is not. */
export const dueRows = (due: readonly DueOccurrence[], entries: DueEntries): readonly DueRow[] =>
  due.map((occurrence) => {
    const key = keyOf(occurrence)
    const { problem, documentDate } = occurrence
    return {
      ...occurrence,
      key,
      ...(entries.get(key) ?? { isTicked: problem === null, date: documentDate, rate: '' }),
    }
  })

export const entriesOf = (rows: readonly DueRow[]): DueEntries =>
  new Map(rows.map(({ key, isTicked, date, rate }) => [key, { isTicked, date, rate }]))

export const toggled = (row: DueRow): DueRow => ({ ...row, isTicked: !row.isTicked })

/** Ticks every row, or none when all are. */
export const allToggled = (rows: readonly DueRow[]): readonly DueRow[] => {
  const isTicked = rows.some((row) => !row.isTicked)
  return rows.map((row) => ({ ...row, isTicked }))
}

export const ticked = (rows: readonly DueRow[]): readonly DueRow[] => rows.filter(({ isTicked }) => isTicked)

/** What the ticked rows come to, by currency, in the order they stand. */
export const tickedTotals = (rows: readonly DueRow[]): readonly (readonly [currency: string, total: number])[] => {
  const chosen = ticked(rows)
  const currencies = [...new Set(chosen.map(({ currency }) => currency))]
  return currencies.map((currency) => [
    currency,
    sum(chosen.filter((row) => row.currency === currency).map(({ total }) => total)),
  ])
}

/** Ticked rows without a date. */
export const missingDates = (rows: readonly DueRow[]): FieldErrors =>
  Object.fromEntries(
    rows.flatMap(({ isTicked, date }, index) =>
      isTicked && date === null ? [[`lines.${index}.date`, 'Enter the invoice’s date.']] : [],
    ),
  )

export type DueToPost = InputOf<'recurring.post'>['occurrences']

export const occurrencesToPost = (rows: readonly DueRow[]): DueToPost =>
  ticked(rows).flatMap(({ recurringId, dueOn, date, rate }) =>
    date === null ? [] : [{ recurringId, dueOn, documentDate: date, rate: exchangeRateOf(rate) }],
  )

const COLUMN_OF: Readonly<Record<string, string>> = { documentDate: 'date', rate: 'rate' }

/** Beside the row that is at fault: the ledger names it by its place among those posted. */
export const placeDueRefusal = (refusal: EntryRefusal, rows: readonly DueRow[]): PlacedRefusal => {
  const posted = rows.flatMap(({ isTicked }, index) => (isTicked ? [index] : []))
  return placeRefusal(refusal, (path) => {
    const [, place, field = ''] = /^occurrences\.(\d+)(?:\.(\w+))?/.exec(path) ?? []
    const row = posted[Number(place)]
    return row === undefined ? null : `lines.${row}.${COLUMN_OF[field] ?? ''}`
  })
}

/** "12 recurring invoices are due, the oldest since 3 Oct 2025." */
export const describeDue = (rows: readonly { readonly dueOn: CalendarDate }[], more: boolean): string => {
  const [oldest] = rows
  if (oldest === undefined) return 'No recurring invoice is due.'
  const since = formatDate(oldest.dueOn, 'text')
  if (rows.length === 1) return `1 recurring invoice is due since ${since}.`
  return `${rows.length}${more ? '+' : ''} recurring invoices are due, the oldest since ${since}.`
}
