import type { ParsedInput } from '../../../src-shared/contract/index.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { formatAmount, sum } from '../../../src-shared/domain/money.ts'
import { companyRules } from '../../db/company.ts'
import { accountFor, assertAccountFit } from '../facts/account.ts'
import { rateFor, toBase } from '../facts/base-currency.ts'
import { applyNewCredit } from '../facts/credit-application.ts'
import { loadCustomer } from '../facts/customer.ts'
import { insertDocument } from '../facts/document.ts'
import { assertWithinLimit } from '../facts/limit.ts'
import { nextNumber } from '../facts/number.ts'
import { assertOpenPeriod } from '../facts/open-period.ts'
import { beginPosting } from '../facts/posting.ts'
import type { CommandHandler } from '../handler.ts'
import { duplicateCheckWarnings } from './duplicate-check.ts'

type Input = Omit<ParsedInput<'receipts.post'>, 'commandUid'>

/** Posts money received and applies it; what is not applied stays open on the receipt. */
export const postReceipt: CommandHandler<'receipts.post'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.date, rules.closingDate, 'date')
  const customer = loadCustomer(tx, input.customerId)
  assertCovered(input, customer.currency)
  const depositAccount = input.depositAccountId ?? accountFor(tx, 'undeposited_funds')
  if (input.depositAccountId !== null) assertAccountFit(tx, input.depositAccountId, 'deposit', 'depositAccountId')

  const rate = rateFor(tx, customer.currency, rules.baseCurrency, input.rate, input.date)
  const baseAmount = toBase(input.amount, customer.currency, rules.baseCurrency, rate)
  assertWithinLimit(
    context,
    rules,
    'write_off',
    writtenOff(input, customer.currency, rules.baseCurrency, rate),
    'applications',
  )
  const warnings = duplicateCheckWarnings(tx, customer, input)
  const number = nextNumber(context, 'receipt')
  const posting = beginPosting(context, input.date, customer.currency, `Receipt ${number.text}`)
  const { id, uid } = insertDocument(context, posting.id, {
    kind: 'receipt',
    number,
    customerId: customer.id,
    documentDate: input.date,
    dueDate: input.date,
    currency: customer.currency,
    rate,
    total: -input.amount,
    baseTotal: -baseAmount,
    reference: input.reference,
    memo: input.memo,
    method: input.method,
    depositAccountId: depositAccount,
  })
  posting.add({ accountId: depositAccount, amount: input.amount, baseAmount })
  const control = accountFor(tx, 'receivable')
  posting.add({
    accountId: control,
    amount: -input.amount,
    baseAmount: -baseAmount,
    customerId: customer.id,
    itemId: id,
  })
  const unapplied = applyNewCredit(context, posting, rules, id, input.applications)
  if (input.draftUid !== null) tx.run('DELETE FROM draft WHERE uid = ?', [input.draftUid])
  return { id, uid, number: number.text, dueDate: input.date, total: -input.amount, unapplied, warnings }
}

/** Minor units of the company's currency. */
const writtenOff = ({ applications }: Input, currency: string, baseCurrency: string, rate: number): number =>
  toBase(sum(applications.map((line) => line.writeOff)), currency, baseCurrency, rate)

const assertCovered = (input: Input, currency: string): void => {
  const applied = sum(input.applications.map((line) => line.amount))
  if (applied > input.amount) {
    throw new Refusal(
      'exceeds_credit',
      { available: formatAmount(input.amount, currency), applied: formatAmount(applied, currency) },
      'amount',
    )
  }
}
