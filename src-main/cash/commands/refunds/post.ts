import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { compareRates } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import { formatAmount } from '../../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { refundableOf } from '../../queries/refunds/refundable.ts'
import { accountFor, assertAccountFit } from '../../../company/facts/account.ts'
import { rateFor, toBase } from '../../../ledger/facts/documents/base-currency.ts'
import { assertCashRounding, assertSettledByCash } from '../../../ledger/facts/cash-rounding.ts'
import { baseOfPart } from '../../../ledger/facts/settlement/carried-base.ts'
import { loadItem, type Item } from '../../../ledger/facts/documents/item.ts'
import { assertWithinLimit, measured } from '../../../ledger/facts/limits/limit.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import { beginEntered } from '../../../ledger/facts/documents/plain-document.ts'
import { isAcross, settleAcross } from '../../../ledger/facts/settlement/cross-settlement.ts'
import { assertSettlement, settle } from '../../../ledger/facts/settlement/settlement.ts'
import { deleteDraft } from '../../../ledger/facts/drafts.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/**
 * Posts a refund and applies it to the credit it pays back, in one posting on the refund's date. What the bank paid back too
 * much stays open on the refund: the customer owes it. Paid in another currency than the credit's, the application is between
 * both, and the difference is realised.
 */
export const postRefund: CommandHandler<'refunds.post'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.date, rules.closingDate, 'date')
  const credit = loadItem(tx, input.creditDocumentId, 'creditDocumentId')
  const worth = input.amount - input.rounding
  const currency = input.currency ?? credit.currency
  const across = isAcross(credit, { currency })
  const taken = appliedOf(credit, input.creditAmount, currency, worth)
  const most = assertRefundable(tx, credit, { ...input, amount: taken, overpaid: input.overpaid && !across })
  if (input.bankAccountId !== null) assertAccountFit(tx, input.bankAccountId, 'deposit', 'bankAccountId')
  const bank = input.bankAccountId ?? accountFor(tx, 'bank')
  const { customerId } = credit
  const rate = rateFor(tx, currency, rules.baseCurrency, input.rate, input.date)
  const settled = across ? worth : Math.min(worth, most)
  assertCashRounding(rules, { ...input, money: input.amount, currency, settled })
  // Between two currencies the credit measures too: a rate entered by hand would pass any limit.
  const ofCredit = { amount: across ? taken : 0, currency: credit.currency, rate: credit.rate, date: input.date }
  const refunded = Math.max(
    measured(tx, rules, { ...input, currency, rate }, across ? [] : [credit.rate]),
    measured(tx, rules, ofCredit),
  )
  assertWithinLimit(context, rules, 'refund', refunded, 'amount')
  const { date, reference, method, rounding: cashRounding } = input
  const total = worth
  const applied = settled
  const overpaid = total - applied
  const tooMuch = { overpaid: formatAmount(overpaid, currency), credit: credit.number }
  const { memo } = input
  const generatedMemo =
    overpaid > 0 && memo === '' ? ({ code: 'memo_paid_back_too_much', params: tooMuch } as const) : null
  const of = { kind: 'refund', customerId, currency, rate } as const
  // At one rate it takes along what the credit carries, so that rounding makes no exchange difference.
  const atOneRate = !across && compareRates(rate, credit.rate) === 0
  const { baseCurrency } = rules
  const carried = atOneRate
    ? { baseTotal: toBase(overpaid, currency, baseCurrency, rate) - baseOfPart(credit, 0 - applied, baseCurrency) }
    : {}
  const entered = {
    ...of,
    ...carried,
    date,
    total,
    cashRounding,
    reference,
    memo,
    generatedMemo,
    method,
    depositAccountId: bank,
  }
  const { id, uid, number, posting } = beginEntered(context, rules, entered, bank)
  deleteDraft(tx, input.draftUid)
  if (applied > 0) {
    const refund = loadItem(tx, id, '')
    const amounts = across ? { amount: taken, settles: applied } : { amount: applied }
    const settlement = { ...amounts, discount: 0, writeOff: 0, writeOffReason: '' }
    assertSettlement(tx, credit, refund, settlement, input.date, { line: 'creditDocument' })
    if (!across) settle(context, posting, rules, credit, refund, settlement)
    posting.seal()
    if (across) settleAcross(context, input.date, rules, credit, refund, settlement)
  } else posting.seal()
  if (cashRounding !== 0) assertSettledByCash(tx, [credit.id])
  const creditLeft = 0 - credit.open - (across ? taken : applied)
  const warnings = overpaid > 0 ? [{ code: 'paid_back_too_much', params: { number, ...tooMuch } } as const] : []
  return { id, uid, number, dueDate: date, total, creditLeft, overpaid, warnings }
}

/** How much of the credit is paid back, in its own currency. */
const appliedOf = (credit: Item, creditAmount: number | null, currency: string, worth: number): number => {
  const { number } = credit
  if (credit.currency === currency) {
    if (creditAmount === null || creditAmount === worth) return worth
    throw new Refusal('settles_differs', { number, currency }, 'creditAmount')
  }
  if (creditAmount !== null) return creditAmount
  throw new Refusal('settles_missing', { number, currency: credit.currency, money: currency }, 'creditAmount')
}

interface RefundRequest {
  readonly amount: number
  readonly date: Item['documentDate']
  readonly overpaid: boolean
}

/** Refuses to pay back more than is left, unless the bank did so; says how much is left. */
const assertRefundable = (db: Readable, credit: Item, { amount, date, overpaid }: RefundRequest): number => {
  const { number, currency } = credit
  if (credit.total >= 0) throw new Refusal('not_a_credit', { number }, 'creditDocumentId')
  if (date < credit.documentDate) {
    throw new Refusal('application_too_early', { earliest: formatDate(credit.documentDate, 'text') }, 'date')
  }
  const { amount: most, owed } = refundableOf(db, credit)
  if (overpaid || amount <= most) return most
  const left = formatAmount(most, currency)
  if (owed !== null && amount <= -credit.open) {
    const shown = { number, invoice: owed.number, owed: formatAmount(owed.amount, currency), left }
    throw new Refusal('refund_exceeds_paid', shown, 'amount')
  }
  throw new Refusal('exceeds_credit', { available: left, applied: formatAmount(amount, currency) }, 'amount')
}
