import type { OpenItem } from '../../../src-shared/ledger/contract/open-items.ts'
import { daysLate } from '../../../src-shared/domain/aging.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { dueNow } from '../../../src-shared/ledger/rules/settlement/due-now.ts'
import { isAcross } from './crossing.ts'
import type { Crossed } from './crossing.ts'

/** An open item in a grid that settles it. Amounts in minor units, a credit's below zero. */
export type ItemRow = Pick<
  OpenItem,
  | 'documentId'
  | 'customerId'
  | 'kind'
  | 'number'
  | 'reference'
  | 'currency'
  | 'documentDate'
  | 'dueDate'
  | 'original'
  | 'open'
  | 'hold'
> & {
  /** As of the entry's date; a credit is never late. */
  readonly daysLate: number
  /** What of it is due by the entry's date; of a credit nothing. */
  readonly dueNow: number
  /** Whether several parts of it are open, each with a due date of its own. */
  readonly isInParts: boolean
}

export const isCredit = ({ open }: Pick<ItemRow, 'open'>): boolean => open < 0

export const itemRow = (item: OpenItem, date: CalendarDate): ItemRow => ({
  documentId: item.documentId,
  customerId: item.customerId,
  kind: item.kind,
  number: item.number,
  reference: item.reference,
  currency: item.currency,
  documentDate: item.documentDate,
  dueDate: item.dueDate,
  original: item.original,
  open: item.open,
  hold: item.hold,
  daysLate: isCredit(item) ? 0 : daysLate(item.dueDate, date),
  dueNow: isCredit(item) ? 0 : dueNow(item.parts, date),
  isInParts: item.parts.length > 1,
})

/** Debits first, those disputed or held after the others, then credits; else in the order they came in. */
export const inSettlingOrder = <Row extends ItemRow>(rows: readonly Row[]): readonly Row[] => {
  const rank = (row: Row): number => (isCredit(row) ? 2 : row.hold === null ? 0 : 1)
  return rows.toSorted((a, b) => rank(a) - rank(b))
}

/** In settling order, those of another currency than the money after those of it. */
export const inMoneyFirst = <Row extends ItemRow & Pick<Crossed, 'money'>>(rows: readonly Row[]): readonly Row[] => {
  const ordered = inSettlingOrder(rows)
  const rank = (row: Row): number => (isCredit(row) ? 2 : 0) + (isAcross(row) ? 1 : 0)
  return ordered.toSorted((a, b) => rank(a) - rank(b))
}
