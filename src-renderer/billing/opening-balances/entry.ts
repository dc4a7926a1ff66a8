import type { Draft } from '../../../src-shared/ledger/contract/drafts.ts'
import type { InputOf } from '../../../src-shared/contract.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { defineDraft, draftField, draftPart } from '../../entry/draft-schema.ts'
import type { EntryOf, PartOf } from '../../entry/draft-schema.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { byCurrency } from '../../entry/posting/currency-sums.tsx'
import type { CurrencySum } from '../../entry/posting/currency-sums.tsx'
import { tableRate } from '../../entry/table-rates.ts'
import type { TableRates } from '../../entry/table-rates.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

/** One item of the old books as it is typed. */
const rowDraft = draftPart({
  key: draftField.key,
  customer: draftField.option,
  /** The customer's, until another is chosen. */
  currency: draftField.currencyOrEmpty,
  number: draftField.text,
  date: draftField.date,
  /** Null follows the customer's terms. */
  due: draftField.date,
  reference: draftField.text,
  /** Below zero for a credit. */
  amount: draftField.whole,
  /** Of a foreign currency; empty takes the table's. */
  rate: draftField.text,
})

export type OpeningRow = PartOf<typeof rowDraft>

const openingDraft = defineDraft({ rows: draftField.rows(rowDraft) })

export type OpeningEntry = EntryOf<typeof openingDraft>

export const newOpeningRow = (currency: string): OpeningRow => ({ ...rowDraft.parse({}), currency })

export const blankOpening = (commandUid: string, currency: string): OpeningEntry => ({
  ...openingDraft.blank(commandUid),
  rows: [newOpeningRow(currency)],
})

export const isBlankRow = ({ customer, number, date, due, reference, amount }: OpeningRow): boolean =>
  customer === null && number.trim() === '' && date === null && due === null && reference.trim() === '' && !amount

/** Another customer, in its currency. */
export const withCustomer = (row: OpeningRow, customer: PickerOption | null, currency: string): OpeningRow =>
  withCurrency({ ...row, customer }, currency)

/** An amount typed in another currency has to be typed anew. */
export const withCurrency = (row: OpeningRow, currency: string): OpeningRow =>
  currency === row.currency ? row : { ...row, currency, amount: null, rate: '' }

/** As typed, or as the table has it for the row's day. */
export const rateShown = (row: OpeningRow, rates: TableRates): string => row.rate || tableRate(rates, row)

/** A rate typed over the table's; the table's own, or nothing, follows the table again. */
export const withRate = (row: OpeningRow, typed: string, rates: TableRates): OpeningRow => ({
  ...row,
  rate: typed === tableRate(rates, row) ? '' : typed,
})

type Typed = { readonly row: OpeningRow; readonly index: number }

const typedRows = (rows: readonly OpeningRow[]): readonly Typed[] =>
  rows.map((row, index) => ({ row, index })).filter(({ row }) => !isBlankRow(row))

/** Everything that keeps the items from being posted, by the grid's paths. */
export function checkOpening({ rows }: OpeningEntry): FieldErrors {
  const typed = typedRows(rows)
  if (typed.length === 0)
    return { 'lines.0.customerId': 'Enter the first item: its customer, number, date and amount.' }
  return Object.fromEntries(
    typed.flatMap(({ row, index }) => rowProblems(row).map(([field, text]) => [`lines.${index}.${field}`, text])),
  )
}

function rowProblems(row: OpeningRow): readonly (readonly [field: string, text: string])[] {
  const { customer, number, date, due, amount } = row
  return [
    ...(customer === null ? [['customerId', 'Choose the customer.'] as const] : []),
    ...(number.trim() === '' ? [['number', 'Enter the number it had in the old books.'] as const] : []),
    ...(date === null ? [['documentDate', 'Enter its date.'] as const] : []),
    ...(date !== null && due !== null && due < date ? [['dueDate', 'It is due before its date.'] as const] : []),
    ...(amount === null || amount === 0 ? [['amount', 'Enter what was open; below zero for a credit.'] as const] : []),
  ]
}

type Item = InputOf<'openingBalances.post'>['items'][number]

/** The items typed; null while one is not complete, `checkOpening` says why. */
export function openingInput({
  commandUid,
  draftUid,
  rows,
}: OpeningEntry): (InputOf<'openingBalances.post'> & { readonly commandUid: string }) | null {
  const items = typedRows(rows).map(({ row }) => itemOf(row))
  const complete = items.filter((item) => item !== null)
  return complete.length === items.length && items.length > 0 ? { commandUid, draftUid, items: complete } : null
}

function itemOf({ customer, currency, number, date, due, reference, amount, rate }: OpeningRow): Item | null {
  if (customer === null || date === null || amount === null) return null
  return {
    customerId: Number(customer.key),
    kind: amount < 0 ? 'credit_note' : 'invoice',
    number,
    documentDate: date,
    dueDate: due,
    amount: Math.abs(amount),
    currency,
    rate: exchangeRateOf(rate),
    reference,
    memo: '',
  }
}

/** The grid's path for a refused one, where blank rows were not sent. */
export function openingFieldOf(path: string, rows: readonly OpeningRow[]): string | null {
  const part = /^items\.(\d+)\.(\w+)$/.exec(path)
  const index = part === null ? undefined : typedRows(rows)[Number(part[1])]?.index
  return index === undefined ? null : `lines.${index}.${part?.[2] ?? ''}`
}

export type OpeningSum = CurrencySum & { readonly owed: MinorUnits; readonly credits: MinorUnits }

/** The sums by currency; the company's own stands first, also while it has none. */
export function sumsOf(rows: readonly OpeningRow[], baseCurrency: string): readonly OpeningSum[] {
  const typed = rows.filter(({ amount }) => amount !== null && amount !== 0)
  return byCurrency(typed, baseCurrency, (own, currency) => {
    const amounts = own.map(({ amount }) => amount ?? 0)
    const owed = sum(amounts.filter((amount) => amount > 0))
    const credits = sum(amounts.filter((amount) => amount < 0))
    return { currency, owed, credits, total: sum([owed, credits]) }
  })
}

export const countTyped = (rows: readonly OpeningRow[]): number => typedRows(rows).length

/** The entry as it was left, in the company's currency where a row names none. */
export function openingOfDraft(draft: Draft, commandUid: string, currency: string): OpeningEntry {
  const entry = openingDraft.read(draft, commandUid)
  const rows = entry.rows.map((row) => (row.currency === '' ? { ...row, currency } : row))
  return { ...entry, rows: rows.length === 0 ? [newOpeningRow(currency)] : rows }
}
