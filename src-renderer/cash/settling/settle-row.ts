import type { OpenItem } from '../../../src-shared/ledger/contract/open-items.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { NOTHING_DEDUCTED, sumDeducted } from './deductions.ts'
import type { Deductions } from './deductions.ts'
import type { CrossRates } from './cross-rates.ts'
import * as crossing from './crossing.ts'
import { isAcross } from './crossing.ts'
import type { Crossed, Crossing } from './crossing.ts'
import { inMoneyFirst, itemRow } from './item-row.ts'
import type { ItemRow } from './item-row.ts'

/** What is taken of each item, by the id of its document. */
export type AppliedAmounts = Readonly<Record<string, MinorUnits>>

/** An open item and what is taken of it. Amounts are positive, a credit's too. */
export type SettleRow = ItemRow &
  Crossed & {
    /** In the currency of what settles it. */
    readonly applied: MinorUnits
    /** What the payer kept back of it. */
    readonly deducted: MinorUnits
  }

const crossingOf = (row: SettleRow): Crossing => ({ ...row, paid: row.applied })
const crossed = (row: SettleRow, { paid, settles, rate }: Crossing): SettleRow => ({
  ...row,
  applied: paid,
  settles,
  rate,
})

export const shownRate = (row: SettleRow): string => crossing.shownRate(crossingOf(row))

/** What is settled of it by what is taken, in its currency. */
export const settledBy = (row: SettleRow): MinorUnits => (isAcross(row) ? row.settles : row.applied)

/** Typed: across currencies what it settles stays and the rate follows, or both follow the rate of the day. */
export const withApplied = (row: SettleRow, typed: MinorUnits): SettleRow =>
  isAcross(row) ? crossed(row, crossing.paying(crossingOf(row), typed, takeable(row))) : { ...row, applied: typed }

/** What is settled, typed in the item's currency: what is taken follows the rate. */
export const withSettles = (row: SettleRow, typed: MinorUnits): SettleRow =>
  crossed(row, crossing.settling(crossingOf(row), typed))

/** A rate typed between both currencies: what is taken follows. */
export const withCrossRate = (row: SettleRow, typed: string): SettleRow =>
  crossed(row, crossing.atRate(crossingOf(row), typed))

/** Nothing is taken of it. */
export const cleared = (row: SettleRow): SettleRow => ({ ...row, applied: 0, settles: 0, rate: '' })

/** What can be taken of it, in its currency. */
export const takeable = ({ open, deducted }: SettleRow): MinorUnits => open - deducted

/** What is entered beside the items. */
export type Chosen = {
  readonly applied: AppliedAmounts
  /** What is settled of items in other currencies, and rates typed for them. */
  readonly settles?: AppliedAmounts
  readonly rates?: Readonly<Record<string, string>>
  readonly deductions?: Deductions
}

type KeepRow = (item: OpenItem, row: SettleRow) => SettleRow

/** What settles the items, where some are in another currency. */
type Money = { readonly money?: string; readonly crossRates?: CrossRates }

/** The items with what is taken of them; those disputed or held come last, and those of other currencies after these. */
export function settleRows(
  items: readonly OpenItem[],
  { applied, settles = {}, rates = {}, deductions = {} }: Chosen,
  date: CalendarDate,
  keep: KeepRow = (_item, row) => row,
  { money, crossRates = {} }: Money = {},
): readonly SettleRow[] {
  return inMoneyFirst(
    items.map((item) =>
      keep(item, {
        ...itemRow(item, date),
        original: Math.abs(item.original),
        open: Math.abs(item.open),
        money: money ?? item.currency,
        usualRate: item.currency === money ? null : (crossRates[item.currency] ?? null),
        applied: applied[item.documentId] ?? 0,
        settles: settles[item.documentId] ?? 0,
        rate: rates[item.documentId] ?? '',
        deducted: sumDeducted(deductions[item.documentId] ?? NOTHING_DEDUCTED),
      }),
    ),
  )
}

export const appliedOf = (rows: readonly SettleRow[]): AppliedAmounts =>
  Object.fromEntries(
    rows.filter(({ applied }) => applied !== 0).map(({ documentId, applied }) => [documentId, applied]),
  )

/** All that is entered of the rows. */
export const chosenOf = (rows: readonly SettleRow[]): Required<Omit<Chosen, 'deductions'>> => ({
  applied: appliedOf(rows),
  settles: Object.fromEntries(
    rows.filter(({ settles }) => settles !== 0).map(({ documentId, settles }) => [documentId, settles]),
  ),
  rates: Object.fromEntries(rows.filter(({ rate }) => rate !== '').map(({ documentId, rate }) => [documentId, rate])),
})

export const NOTHING_APPLIED = { applied: {}, settles: {}, rates: {} } as const satisfies Chosen

/** In the currency of what settles them. */
export const sumApplied = (rows: readonly SettleRow[]): MinorUnits =>
  rows.reduce((sum, { applied }) => sum + applied, 0)

/** Space: all that is open; again takes it back. */
export const toggleApplied = (row: SettleRow): SettleRow =>
  settledBy(row) === takeable(row) ? cleared(row) : withSettles({ ...cleared(row), rate: row.rate }, takeable(row))

/** `currency` where it is another than what settles the items. */
export type WriteAmount = (amount: MinorUnits, currency?: string) => string

/** What can be said of the rows while typing, by the grid's paths. */
export const rowErrors = (rows: readonly SettleRow[], write: WriteAmount): FieldErrors =>
  Object.fromEntries(
    rows.flatMap((row, index) => {
      const error = rowError(row, write)
      return error === null ? [] : [[`lines.${index}.${error[0]}`, error[1]] as const]
    }),
  )

function rowError(row: SettleRow, write: WriteAmount): readonly [field: 'amount' | 'settles', text: string] | null {
  const { applied, settles, number, currency } = row
  const most = takeable(row)
  if (applied < 0) return ['amount', 'Enter zero or more.']
  if (!isAcross(row)) return applied > most ? ['amount', `Only ${write(most)} is open.`] : null
  if (settles < 0) return ['settles', 'Enter zero or more.']
  if (settles > most) return ['settles', `Only ${write(most, currency)} is open.`]
  if (settles > 0 && applied === 0) return ['amount', `Enter what is taken for ${number}, or its rate.`]
  return applied > 0 && settles === 0 ? ['settles', `Enter what it settles in ${currency}.`] : null
}

/** The lines as the ledger takes them. */
export const appliedLines = (
  rows: readonly SettleRow[],
): { documentId: number; amount: MinorUnits; settles?: MinorUnits }[] =>
  rows
    .filter(({ applied }) => applied > 0)
    .map((row) => ({ documentId: row.documentId, amount: row.applied, ...settlesOf(row) }))

/** What is settled, said only where it is in another currency than what is taken. */
export const settlesOf = (row: SettleRow): { settles?: MinorUnits } => (isAcross(row) ? { settles: row.settles } : {})

/** The grid's path for a refused line of `appliedLines`; null for a path that names none. */
export function rowPathOf(path: string, rows: readonly SettleRow[]): string | null {
  const [list, index, field] = path.split('.')
  const line = list === 'applications' ? appliedLines(rows)[Number(index)] : undefined
  const at = rows.findIndex(({ documentId }) => documentId === line?.documentId)
  return at < 0 ? null : `lines.${at}.${field === 'settles' ? field : 'amount'}`
}
