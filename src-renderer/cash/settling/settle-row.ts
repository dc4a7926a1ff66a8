import type { OpenItem } from '../../../src-shared/ledger/contract/openItems.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import { bodyOf, wholeIn } from '../../entry/draft-body.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { NOTHING_DEDUCTED, sumDeducted } from './deductions.ts'
import type { Deductions } from './deductions.ts'
import { inSettlingOrder, itemRow } from './item-row.ts'
import type { ItemRow } from './item-row.ts'

/** What is taken of each item, by the id of its document. */
export type Taken = Readonly<Record<string, MinorUnits>>

/** An open item and what is taken of it. Amounts are positive, a credit's too. */
export type SettleRow = ItemRow & {
  readonly taken: MinorUnits
  /** What the payer kept back of it. */
  readonly deducted: MinorUnits
}

/** What can be taken of it. */
export const takeable = ({ open, deducted }: SettleRow): MinorUnits => open - deducted

/** What is entered beside the items. */
export type Chosen = { readonly taken: Taken; readonly deductions?: Deductions }

type KeepRow = (item: OpenItem, row: SettleRow) => SettleRow

/** The items with what is taken of them; those disputed or held come last. */
export function settleRows(
  items: readonly OpenItem[],
  { taken, deductions = {} }: Chosen,
  date: CalendarDate,
  keep: KeepRow = (_item, row) => row,
): readonly SettleRow[] {
  return inSettlingOrder(
    items.map((item) =>
      keep(item, {
        ...itemRow(item, date),
        original: Math.abs(item.original),
        open: Math.abs(item.open),
        taken: taken[item.documentId] ?? 0,
        deducted: sumDeducted(deductions[item.documentId] ?? NOTHING_DEDUCTED),
      }),
    ),
  )
}

export const takenOf = (rows: readonly SettleRow[]): Taken =>
  Object.fromEntries(rows.filter(({ taken }) => taken !== 0).map(({ documentId, taken }) => [documentId, taken]))

export const sumTaken = (rows: readonly SettleRow[]): MinorUnits => rows.reduce((sum, { taken }) => sum + taken, 0)

/** What a draft kept of it. */
export const takenIn = (kept: unknown): Taken => {
  const body = bodyOf(kept)
  return Object.fromEntries(Object.keys(body).map((documentId) => [documentId, wholeIn(body, documentId) ?? 0]))
}

/** Space: all that is open; again takes it back. */
export const toggleTaken = (row: SettleRow): SettleRow => ({
  ...row,
  taken: row.taken === takeable(row) ? 0 : takeable(row),
})

/** What can be said of the rows while typing, by the grid's paths. */
export function rowErrors(rows: readonly SettleRow[], write: (amount: MinorUnits) => string): FieldErrors {
  return Object.fromEntries(
    rows.flatMap((row, index) => {
      const most = takeable(row)
      if (row.taken >= 0 && row.taken <= most) return []
      return [
        [`lines.${index}.amount`, row.taken < 0 ? 'Enter zero or more.' : `Only ${write(most)} is open.`] as const,
      ]
    }),
  )
}

/** The lines as the ledger takes them. */
export const linesTaken = (rows: readonly SettleRow[]): { documentId: number; amount: MinorUnits }[] =>
  rows.filter(({ taken }) => taken > 0).map(({ documentId, taken }) => ({ documentId, amount: taken }))

/** The grid's path for a refused line of `linesTaken`; null for a path that names none. */
export function rowPathOf(path: string, rows: readonly SettleRow[]): string | null {
  const [list, index] = path.split('.')
  const line = list === 'applications' ? linesTaken(rows)[Number(index)] : undefined
  const at = rows.findIndex(({ documentId }) => documentId === line?.documentId)
  return at < 0 ? null : `lines.${at}.amount`
}
