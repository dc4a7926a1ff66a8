import type { OpenPart } from '../../../../src-shared/ledger/rules/base-currency/base-parts.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'

/** What of an item is open and due on one day; minor units, signed as the item. */
export type DuePart = OpenPart

interface Item {
  readonly documentId: number
  readonly dueDate: CalendarDate
  /** How many parts the item is due in; 0 when it is due on one day. */
  readonly instalments: number
  readonly original: number
  readonly open: number
}

type Instalment = Stored<'instalment', 'dueDate' | 'amount'>

const INSTALMENTS = `
  SELECT due_date AS dueDate, amount FROM instalment WHERE document_id = ? ORDER BY due_date, position`

/** The plan of a document due in parts, in due order. */
export const instalmentsOf = (db: Readable, documentId: number): readonly Instalment[] =>
  db.all<Instalment>(INSTALMENTS, [documentId])

/** A payment settles the instalments in due order, so what is open is the end of the plan. */
export function unsettled(plan: readonly Instalment[], settled: number): readonly DuePart[] {
  let left = settled
  const parts: DuePart[] = []
  for (const { dueDate, amount } of plan) {
    const paid = Math.min(left, amount)
    left -= paid
    if (amount > paid) parts.push({ dueDate, open: amount - paid })
  }
  return parts
}

/** What is open of an item, by the day it is due, earliest first; the parts add up to `open`. */
export const dueParts = (db: Readable, item: Item): readonly DuePart[] =>
  item.instalments === 0
    ? [{ dueDate: item.dueDate, open: item.open }]
    : unsettled(instalmentsOf(db, item.documentId), item.original - item.open)
