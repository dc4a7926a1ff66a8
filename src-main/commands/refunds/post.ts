import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { formatDate } from '../../../src-shared/domain/date-text.ts'
import { compareRates } from '../../../src-shared/domain/exchange-rate.ts'
import { formatAmount } from '../../../src-shared/domain/money.ts'
import { companyRules } from '../../db/company.ts'
import { accountFor, assertAccountFit } from '../facts/account.ts'
import { rateFor } from '../facts/base-currency.ts'
import { baseOfPart } from '../facts/carried-base.ts'
import { loadItem, type Item } from '../facts/item.ts'
import { assertWithinLimit, measured } from '../facts/limit.ts'
import { assertOpenPeriod } from '../facts/open-period.ts'
import { beginEntered } from '../facts/plain-document.ts'
import { assertSettlement, settle } from '../facts/settlement.ts'
import type { CommandHandler } from '../handler.ts'

/** Posts a refund and applies it to the credit it pays back, in one posting on the refund's date. */
export const postRefund: CommandHandler<'refunds.post'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.date, rules.closingDate, 'date')
  const credit = loadItem(tx, input.creditDocumentId, 'creditDocumentId')
  assertRefundable(credit, input)
  if (input.bankAccountId !== null) assertAccountFit(tx, input.bankAccountId, 'deposit', 'bankAccountId')
  const bank = input.bankAccountId ?? accountFor(tx, 'bank')
  const { customerId, currency } = credit
  const rate = rateFor(tx, currency, rules.baseCurrency, input.rate, input.date)
  const refunded = measured(tx, rules, { ...input, currency, rate }, [credit.rate])
  assertWithinLimit(context, rules, 'refund', refunded, 'amount')
  const { date, amount: total, reference, memo, method } = input
  const of = { kind: 'refund', customerId, currency, rate } as const
  // At one rate it takes along what the credit carries, so that rounding makes no exchange difference.
  const atOneRate = compareRates(rate, credit.rate) === 0
  const carried = atOneRate ? { baseTotal: 0 - baseOfPart(credit, 0 - total, rules.baseCurrency) } : {}
  const entered = { ...of, ...carried, date, total, reference, memo, method, depositAccountId: bank }
  const { id, uid, number, posting } = beginEntered(context, rules, entered, bank)
  const refund = loadItem(tx, id, '')
  const settlement = { amount: input.amount, discount: 0, writeOff: 0, writeOffReason: '' }
  assertSettlement(tx, credit, refund, settlement, input.date, { line: 'creditDocument' })
  settle(context, posting, rules, credit, refund, settlement)
  posting.seal()
  const creditLeft = 0 - credit.open - input.amount
  return { id, uid, number, dueDate: date, total, creditLeft, warnings: [] }
}

const assertRefundable = (credit: Item, { amount, date }: { amount: number; date: Item['documentDate'] }): void => {
  if (credit.total >= 0) throw new Refusal('not_a_credit', { number: credit.number }, 'creditDocumentId')
  if (date < credit.documentDate) {
    throw new Refusal('application_too_early', { earliest: formatDate(credit.documentDate, 'text') }, 'date')
  }
  const available = 0 - credit.open
  if (amount > available) {
    const shown = {
      available: formatAmount(available, credit.currency),
      applied: formatAmount(amount, credit.currency),
    }
    throw new Refusal('exceeds_credit', shown, 'amount')
  }
}
