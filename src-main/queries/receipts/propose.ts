import type { Proposal } from '../../../src-shared/contract/receipts.ts'
import { proposals, type OpenCredit, type OpenDebit } from '../../../src-shared/domain/application.ts'
import { readSettings } from '../company/settings.ts'
import type { QueryHandler } from '../handler.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { openItemsAsOf } from '../openItems/asOf.ts'
import { FAR_FUTURE } from '../../../src-shared/domain/calendar.ts'

/** Ways to apply an amount to what the customer owes, best first. Nothing is changed. */
export const proposeApplications: QueryHandler<'receipts.propose'> = (
  { db },
  { customerId, date, amount, remittanceText },
) => {
  const currency = db.value<string>('SELECT currency FROM customer WHERE id = ?', [customerId])
  if (currency === undefined) throw new Refusal('customer_not_found', {}, 'customerId')
  const { discountGraceDays, negativeStyle } = readSettings(db)
  const items = openItemsAsOf(db, customerId, FAR_FUTURE)
  const debits: readonly OpenDebit[] = items
    .filter(({ open }) => open > 0)
    .map((item) => ({ ...item, itemId: item.documentId, disputed: item.mark !== null }))
  const credits: readonly OpenCredit[] = items
    .filter(({ open }) => open < 0)
    .map((item) => ({ itemId: item.documentId, number: item.number, open: -item.open }))
  const ways = proposals({
    receiptAmount: amount,
    receiptDate: date,
    currency,
    items: debits,
    credits,
    remittanceText,
    graceDays: discountGraceDays,
    amountStyle: { negative: negativeStyle },
  })
  return ways.map(({ text, lines, credits: uses }): Proposal => ({
    reason: text,
    lines: lines.map(({ itemId, payment, discount }) => ({ documentId: itemId, amount: payment, discount })),
    credits: uses.map(({ itemId, amount: used }) => ({ documentId: itemId, amount: used })),
  }))
}
