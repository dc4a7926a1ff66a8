import type { DatedAmount } from '../../../src-shared/ledger/rules/balance-history.ts'
import { addDaysWithin, minDate, type CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { ChargeableItem } from '../../../src-shared/ledger/rules/finance-charges/finance-charge.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'

export interface LateItem {
  readonly documentId: number
  readonly number: string
  readonly customerId: number
  readonly code: string
  readonly name: string
  readonly currency: string
  readonly dueDate: CalendarDate
  readonly original: number
  readonly instalments: number
}

// Interest bears no interest: finance charges are left out.
const LATE = `
  SELECT d.id AS documentId, d.number, d.customer_id AS customerId, c.code, c.name, d.currency, i.due_date AS dueDate,
    i.amount AS original, i.instalments
  FROM open_item AS i
  JOIN document AS d ON d.id = i.document_id
  JOIN customer AS c ON c.id = d.customer_id
  WHERE i.closed_on > i.document_date AND i.closed_on > :settledAfter AND i.document_date < :asOf AND i.amount > 0
    AND (i.instalments > 0 OR i.due_date < :asOf) AND d.kind IN ('invoice', 'debit_note') AND d.reverses_id IS NULL
    AND (:customerId IS NULL OR d.customer_id = :customerId)
    AND NOT EXISTS (SELECT 1 FROM item_hold AS m WHERE m.document_id = d.id)
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = d.id)
  ORDER BY c.code COLLATE NOCASE, c.id, i.due_date, d.command_seq, d.id`

/** Items that may be late as of a day: open then, or settled since the day asked for; none that is disputed or held. */
export const lateItems = (
  db: Readable,
  asOf: CalendarDate,
  settledSince: CalendarDate | null,
  customerId: number | null,
): readonly LateItem[] => {
  const settledAfter = settledSince === null ? asOf : minDate(asOf, addDaysWithin(settledSince, -1))
  return db.all<LateItem>(LATE, { asOf, settledAfter, customerId })
}

const CHARGED = `
  SELECT max(f.charged_until) AS until, coalesce(sum(f.fee), 0) AS fee FROM finance_charge_item AS f
  WHERE f.item_id = ? AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = f.document_id)`

/** The item's history, as the rule of finance charges wants it. */
export const chargeable = (db: Readable, item: LateItem, asOf: CalendarDate): ChargeableItem => {
  const { documentId, original, dueDate } = item
  const charged = db.get<{ until: CalendarDate | null; fee: number }>(CHARGED, [documentId])
  return {
    original,
    plan:
      item.instalments === 0
        ? [{ dueDate, amount: original }]
        : db.all<Stored<'instalment', 'dueDate' | 'amount'>>(
            'SELECT due_date AS dueDate, amount FROM instalment WHERE document_id = ? ORDER BY due_date, position',
            [documentId],
          ),
    entries: db.all<DatedAmount>(
      'SELECT posting_date AS date, amount FROM entry WHERE item_id = ? AND posting_date <= ?',
      [documentId, asOf],
    ),
    chargedUntil: charged?.until ?? null,
    feeCharged: (charged?.fee ?? 0) > 0,
  }
}

/** A charge is one document, in one currency. */
export const chargeKey = ({ customerId, currency }: Pick<LateItem, 'customerId' | 'currency'>): string =>
  `${customerId} ${currency}`
