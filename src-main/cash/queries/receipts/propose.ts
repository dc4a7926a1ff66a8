import { limitsOf } from '../../../../src-shared/company/contract/policies.ts'
import type { Role } from '../../../../src-shared/kit/operation.ts'
import type { Proposal } from '../../../../src-shared/cash/contract/receipts.ts'
import { cashProposals } from '../../../../src-shared/cash/rules/proposals/cash-proposals.ts'
import { proposals } from '../../../../src-shared/cash/rules/proposals/proposals.ts'
import type { OpenCredit, OpenDebit } from '../../../../src-shared/ledger/rules/settlement/open-debit.ts'
import { companyRules, type CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { payingFamily } from '../../../ledger/facts/payer.ts'
import type { OpenItem } from '../../../../src-shared/ledger/contract/open-items.ts'
import { leftToGive } from '../../../ledger/facts/limits/left-to-give.ts'
import { itemsOfAll } from '../../../ledger/queries/open-items/as-of.ts'
import { roomOn } from '../../../ledger/queries/open-items/room.ts'
import { latestRate } from '../../../company/queries/rates/rates.ts'
import { FAR_FUTURE, maxDate, type CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { TOLERANCE_REASON } from '../../../../src-shared/cash/rules/tolerance.ts'
import { fromBase } from '../../../../src-shared/domain/amounts/exchange-rate.ts'

/**
 * The largest difference to propose as a write-off, in minor units of the receipt's currency: the company's limit, or the
 * role's where that is less. Nothing in a foreign currency without a rate to measure it by.
 */
const toleratedMost = (
  db: Readable,
  role: Role,
  { baseCurrency, settings: { toleranceMost } }: CompanyRules,
  currency: string,
  date: CalendarDate,
): number => {
  const ofRole = db.value<number | null>(`SELECT most FROM role_limit WHERE role = ? AND act = 'write_off'`, [
    limitsOf(role),
  ])
  const most = Math.min(toleranceMost, ofRole ?? toleranceMost)
  if (currency === baseCurrency) return most
  const latest = latestRate(db, currency, date)
  return latest === undefined ? 0 : fromBase(most, currency, baseCurrency, latest.rate)
}

const TOLERANCES = `
  SELECT d.id, max(0, d.tolerance_most - (
    SELECT coalesce(sum(a.write_off), 0) FROM application AS a
    WHERE a.debit_id = d.id AND a.write_off_reason = :reason)) AS toleranceMost
  FROM json_each(:items) AS wanted
  CROSS JOIN document AS d ON d.id = wanted.value WHERE d.tolerance_most IS NOT NULL`

/** What bounds what is given away on an item: its own cap less what was written off within it before, and what credit notes that are not applied gave back. */
const boundsOf = (
  db: Readable,
  items: readonly number[],
): ReadonlyMap<number, Pick<OpenDebit, 'givable' | 'toleranceMost'>> => {
  const bounds = new Map<number, Pick<OpenDebit, 'givable' | 'toleranceMost'>>()
  for (const { item, left } of leftToGive(db, items))
    bounds.set(item, { givable: Math.min(left, bounds.get(item)?.givable ?? left) })
  const capped = db.all<{ id: number; toleranceMost: number }>(TOLERANCES, {
    items: JSON.stringify(items),
    reason: TOLERANCE_REASON,
  })
  for (const { id, toleranceMost } of capped) bounds.set(id, { ...bounds.get(id), toleranceMost })
  return bounds
}

/**
 * Ways to apply an amount to what the customer owes, best first, each as it may be posted on the date. Nothing is changed.
 */
export const proposeApplications: QueryHandler<'receipts.propose'> = (
  { db, role },
  { customerId, date, amount, remittanceText, isCash, applicationDate, currency: entered },
) => {
  const own = db.value<string>('SELECT currency FROM customer WHERE id = ?', [customerId])
  if (own === undefined) throw new Refusal('customer_not_found', {}, 'customerId')
  const currency = entered ?? own
  const rules = companyRules(db)
  const { discountGraceDays, negativeStyle, digitGrouping, tolerancePercent: percent } = rules.settings
  const family = payingFamily(db, customerId).map(({ id }) => id)
  // Money settles items of its own currency.
  const items = itemsOfAll(db, family, FAR_FUTURE).filter((item) => item.currency === currency)
  const room = roomOn(
    db,
    items.map(({ documentId }) => documentId),
    maxDate(date, applicationDate ?? date),
  )
  const bounds = boundsOf(
    db,
    items.map(({ documentId }) => documentId),
  )
  const roomOf = ({ documentId, open }: OpenItem): number => room.get(documentId) ?? Math.abs(open)
  const debits: readonly OpenDebit[] = items
    .filter(({ open }) => open > 0)
    .map((item) => ({
      ...item,
      ...bounds.get(item.documentId),
      itemId: item.documentId,
      disputed: item.hold !== null,
      room: roomOf(item),
    }))
  const credits: readonly OpenCredit[] = items
    // What was paid for an invoice to come is the clerk's to give to another.
    .filter((item) => item.open < 0 && item.unappliedAs !== 'prepayment' && roomOf(item) >= -item.open)
    .map((item) => ({ itemId: item.documentId, number: item.number, open: -item.open }))
  const { cashRounding, cashRoundingStep } = rules.settings
  const isRounded = isCash && cashRounding === 'cash' && currency === rules.baseCurrency
  const request = {
    receiptAmount: amount,
    receiptDate: date,
    currency,
    items: debits,
    credits,
    remittanceText,
    graceDays: discountGraceDays,
    tolerance: { percent, most: toleratedMost(db, role, rules, currency, date) },
    amountStyle: { negative: negativeStyle, grouping: digitGrouping },
  } as const
  const ways = isRounded ? cashProposals(request, cashRoundingStep) : proposals(request)
  return ways.map(({ text, lines, credits: uses }): Proposal => ({
    reason: text,
    lines: lines.map(({ itemId, payment, discount, writeOff }) => ({
      documentId: itemId,
      amount: payment,
      discount,
      writeOff,
    })),
    credits: uses.map(({ itemId, amount: used }) => ({ documentId: itemId, amount: used })),
  }))
}
