import type { OutdatedCharge } from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import { addDaysWithin } from '../../../src-shared/domain/dates/calendar.ts'
import { creditsOf } from '../../../src-shared/ledger/rules/finance-charges/late-charges.ts'
import { leftToCredit } from '../../../src-shared/ledger/rules/crediting/invoice-credit.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { partsTotal } from '../../../src-shared/ledger/rules/settlement/reductions.ts'
import { companyRules } from '../../company/facts/company.ts'
import type { Readable } from '../../db/connection.ts'
import { creditedInvoice } from '../../ledger/facts/settlement/credited.ts'
import type { QueryHandler } from '../../kernel/query-handler.ts'
import { lateChargesOf } from '../../ledger/facts/finance-charges/charge-standing.ts'

const CHARGE = `
  SELECT d.id, d.number, d.document_date AS date, d.customer_id AS customerId, c.code, c.name, d.currency, i.balance AS open
  FROM document AS d JOIN customer AS c ON c.id = d.customer_id JOIN open_item AS i ON i.document_id = d.id
  WHERE d.id = ? AND d.kind = 'finance_charge' AND d.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = d.id)`

/** Ids of the newest charges of which an item was settled, or open again, on a day that they had charged before. */
export const CHANGED = `
  SELECT DISTINCT charge.id
  FROM (
    SELECT item_id, document_id, charged_until FROM finance_charge_item WHERE charged_until > :after
    ORDER BY charged_until DESC LIMIT :most) AS f
  CROSS JOIN document AS charge ON charge.id = f.document_id
  CROSS JOIN application AS a INDEXED BY application_by_debit
    ON a.debit_id = f.item_id AND a.effective_date < f.charged_until AND a.command_seq > charge.command_seq
  ORDER BY charge.document_date, charge.command_seq, charge.id`

/** Older charges are found from their own screen. Nothing new can be dated on or before the closing date. */
const LOOKED_THROUGH_MOST = 20_000
const BEFORE_CLOSING_DAYS = 365
const CHARGES_BETWEEN_CHECKS = 50

/** A finance charge as its items' payments are now; null where it is still right, void, or no finance charge. */
export const outdatedCharge = (db: Readable, id: number): OutdatedCharge | null => {
  const charge = db.get<Omit<OutdatedCharge, 'items' | 'credit'>>(CHARGE, [id])
  if (charge === undefined) return null
  const itemIds = db.all<{ id: number }>(
    'SELECT item_id AS id FROM finance_charge_item WHERE document_id = ? ORDER BY item_id',
    [id],
  )
  const late = itemIds.flatMap((item) => lateChargesOf(db, item.id).filter(({ chargeId }) => chargeId === id))
  if (late.length === 0) return null
  const credits = creditsOf(late, partsTotal(leftToCredit(creditedInvoice(db, id))))
  const items = late.map((item, index) => ({ ...item, credit: credits[index] ?? 0 }))
  return { ...charge, items, credit: sum(credits) }
}

const changedCharges = (db: Readable): readonly number[] => {
  const { closingDate } = companyRules(db)
  const after = closingDate === null ? '' : addDaysWithin(closingDate, 0 - BEFORE_CLOSING_DAYS)
  return db.all<{ id: number }>(CHANGED, { after, most: LOOKED_THROUGH_MOST }).map(({ id }) => id)
}

/** Finance charges that would come to another figure now, in the order of their days. */
export const outdatedCharges: QueryHandler<'financeCharges.outdated'> = (context, { ids }) => {
  const { db } = context
  const looked = ids ?? changedCharges(db)
  return looked.flatMap((id, index) => {
    if (index % CHARGES_BETWEEN_CHECKS === 0) {
      context.checkCancelled()
      context.progress(index, looked.length)
    }
    return outdatedCharge(db, id) ?? []
  })
}
