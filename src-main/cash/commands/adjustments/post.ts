import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { sum } from '../../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { rateFor } from '../../../ledger/facts/documents/base-currency.ts'
import { applyNewCredit } from '../../../ledger/facts/settlement/credit-application.ts'
import { lateNews } from '../../../ledger/facts/finance-charges/late-charges.ts'
import { loadCustomer } from '../../../ledger/facts/customer.ts'
import { assertWithinLimit, measured, owedRates } from '../../../ledger/facts/limits/limit.ts'
import { givenByRate } from '../../../ledger/facts/limits/rate-limit.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import { beginEntered } from '../../../ledger/facts/documents/plain-document.ts'
import { deleteDraft } from '../../../ledger/facts/drafts.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/** Posts an adjustment against its reason's account. What lowers the receivable counts as a write-off of the user's. */
export const postAdjustment: CommandHandler<'adjustments.post'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.date, rules.closingDate, 'date')
  const customer = loadCustomer(tx, input.customerId)
  const customerId = customer.id
  const currency = input.currency ?? customer.currency
  const accountId = accountOfReason(tx, input.reasonCodeId)
  const rate = rateFor(tx, currency, rules.baseCurrency, input.rate, input.date)
  if (input.direction === 'decrease') {
    const lowered = measured(tx, rules, { ...input, currency, rate }, owedRates(tx, customerId, currency, rules))
    const given = givenByRate(tx, rules, { currency, rate, date: input.date }, input.applications)
    assertWithinLimit(context, rules, 'write_off', sum([lowered, given]), 'amount')
  }
  const total = input.direction === 'decrease' ? -input.amount : input.amount
  const { date, reference, memo, reasonCodeId } = input
  const entered = {
    kind: 'adjustment',
    customerId,
    date,
    currency,
    rate,
    total,
    reference,
    memo,
    reasonCodeId,
  } as const
  const { id, uid, number, posting } = beginEntered(context, rules, entered, accountId)
  const settling = input.applications.map((line) => ({ ...line, discount: 0, writeOff: 0, writeOffReason: '' }))
  const left = applyNewCredit(context, posting, rules, id, settling)
  deleteDraft(tx, input.draftUid)
  const unapplied = input.direction === 'decrease' ? left : 0
  return { id, uid, number, dueDate: date, total, unapplied, warnings: [], ...lateNews(context) }
}

const accountOfReason = (db: Readable, reasonCodeId: number): number => {
  const accountId = db.value<number>('SELECT account_id FROM reason_code WHERE id = ? AND archived = 0', [reasonCodeId])
  if (accountId === undefined) throw new Refusal('reason_code_not_found', {}, 'reasonCodeId')
  return accountId
}
