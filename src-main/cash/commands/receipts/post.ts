import { deleteDraft } from '../../../ledger/facts/drafts.ts'
import { postedMemo } from '../../../ledger/facts/documents/generated-memo.ts'
import type { OutputOf, ParsedInput } from '../../../../src-shared/contract.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { settledByMoney } from '../../../../src-shared/ledger/rules/settlement/application.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { formatAmount, sum } from '../../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { isSettled, postDeductions, settledLines } from '../deductions/deduct.ts'
import { accountFor, assertAccountFit } from '../../../company/facts/account.ts'
import { assertBatchTakes } from '../../../ledger/facts/batch.ts'
import { rateFor, toBase } from '../../../ledger/facts/documents/base-currency.ts'
import { assertCashRounding, assertSettledByCash, roundingAccount } from '../../../ledger/facts/cash-rounding.ts'
import { applyNewCredit } from '../../../ledger/facts/settlement/credit-application.ts'
import {
  assertCreditsSettle,
  assertCreditsUsable,
  assertListedOnce,
  applyCreditParts,
  divideOverCredits,
  worthOfCredits,
} from '../../../ledger/facts/settlement/credit-use.ts'
import { loadCustomer } from '../../../ledger/facts/customer.ts'
import { insertDocument } from '../../../ledger/facts/documents/document.ts'
import type { Item } from '../../../ledger/facts/documents/item.ts'
import { lateNews } from '../../../ledger/facts/finance-charges/late-charges.ts'
import { assertSettlementsWithinLimits, type DiscountTaken } from '../../../ledger/facts/limits/settlement-limits.ts'
import { nextNumber, numberWarnings } from '../../../company/facts/number.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import { beginPosting } from '../../../ledger/facts/documents/posting.ts'
import type { CommandContext, CommandHandler } from '../../../kernel/command-handler.ts'
import { writeOffOverpayment } from './overpayment.ts'
import { duplicateCheckWarnings } from './duplicate-check.ts'

type Input = Omit<ParsedInput<'receipts.post'>, 'commandUid'>

/** Posts money received and applies it; what is not applied stays open on the receipt. */
export const postReceipt: CommandHandler<'receipts.post'> = (context, input) => {
  const { tx } = context
  const depositAccountId = input.depositAccountId ?? accountFor(tx, 'undeposited_funds')
  if (input.depositAccountId !== null) assertAccountFit(tx, input.depositAccountId, 'deposit', 'depositAccountId')
  const posted = receive(context, input, (baseAmount) => ({
    depositAccountId,
    accountId: depositAccountId,
    baseAmount,
  }))
  deleteDraft(tx, input.draftUid)
  return posted
}

/** Where the money of a receipt comes from in the books, and what it is worth there. */
export interface Money {
  /** Where the money lies. */
  readonly depositAccountId: number
  /** What the receipt debits: the same account, or the one where the money waited for its customer. */
  readonly accountId: number
  /** In the company's currency; what differs from the receipt's own rate is an exchange difference. */
  readonly baseAmount: number
}

type Received = Omit<Input, 'depositAccountId' | 'draftUid'>

/** Appends the receipt of a customer and its applications. `moneyOf` is told what it is worth at its own rate. */
export const receive = (
  context: CommandContext,
  input: Received,
  moneyOf: (baseAmount: number) => Money,
): OutputOf<'receipts.post'> => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.date, rules.closingDate, 'date')
  if (input.applicationDate !== null && input.applicationDate < input.date) {
    throw new Refusal('application_too_early', { earliest: formatDate(input.date, 'text') }, 'applicationDate')
  }
  const customer = loadCustomer(tx, input.customerId)
  const currency = input.currency ?? customer.currency
  const credits = input.credits.length === 0 ? [] : usableCredits(tx, input, currency)
  const parts = divided(tx, input, currency, credits)
  assertCovered(input, parts, currency)
  if (input.batchId !== null) assertBatchTakes(tx, input.batchId, currency)

  const rate = rateFor(tx, currency, rules.baseCurrency, input.rate, input.date)
  const worth = worthOf(input)
  const baseAmount = toBase(worth, currency, rules.baseCurrency, rate)
  const baseMoney = toBase(input.amount, currency, rules.baseCurrency, rate)
  const unappliedAs = input.unappliedAs === 'written_off' ? null : input.unappliedAs
  const discounts = discountsTaken(input, parts, credits)
  const ofMoney = { currency, rate, date: input.date }
  const across = { rest: parts.rest, credits: worthOfCredits(credits, parts) }
  assertSettlementsWithinLimits(context, rules, input.applications, discounts, 'applications', ofMoney, across)
  const warnings = duplicateCheckWarnings(tx, customer, input)
  assertCashRounding(rules, { ...input, money: input.amount, currency, settled: parts.needed })
  const money = moneyOf(baseMoney)
  const number = nextNumber(context, 'receipt', input.date)
  const posting = beginPosting(context, input.date, currency, postedMemo('receipt', number.text))
  const { id, uid } = insertDocument(context, posting.id, {
    kind: 'receipt',
    number,
    customerId: customer.id,
    documentDate: input.date,
    dueDate: input.date,
    currency,
    rate,
    total: -worth,
    cashRounding: input.rounding,
    baseTotal: -baseAmount,
    reference: input.reference,
    memo: input.memo,
    method: input.method,
    depositAccountId: money.depositAccountId,
    batchId: input.batchId,
    unappliedAs,
  })
  posting.add({ accountId: money.accountId, amount: input.amount, baseAmount: money.baseAmount })
  const control = accountFor(tx, 'receivable')
  posting.add({
    accountId: control,
    amount: -worth,
    baseAmount: -baseAmount,
    customerId: customer.id,
    itemId: id,
  })
  if (input.rounding !== 0) {
    const accountId = roundingAccount(tx, rules)
    posting.add({ accountId, amount: -input.rounding, baseAmount: baseAmount - baseMoney })
  }
  if (money.baseAmount !== baseMoney) {
    posting.add({ accountId: accountFor(tx, 'exchange'), amount: 0, baseAmount: baseMoney - money.baseAmount })
  }
  const { byMoney, byCredit } = parts
  const unapplied = applyNewCredit(context, posting, rules, id, byMoney, input.applicationDate)
  for (const [index, credit] of credits.entries())
    applyCreditParts(context, rules, credit, byCredit[index] ?? [], input.applicationDate ?? input.date)
  const deductedOn = input.applicationDate ?? input.date
  postDeductions(context, rules, { id, customerId: customer.id, date: deductedOn }, input.applications)
  if (input.rounding !== 0)
    assertSettledByCash(
      tx,
      input.applications.map(({ documentId }) => documentId),
    )
  const isWrittenOff = input.unappliedAs === 'written_off'
  if (isWrittenOff) writeOffOverpayment(context, rules, id)
  const left = isWrittenOff ? 0 : unapplied
  return {
    id,
    uid,
    number: number.text,
    dueDate: input.date,
    total: -worth,
    unapplied: left,
    warnings: [...numberWarnings('receipt', number), ...warnings],
    ...lateNews(context),
  }
}

/** What the money settles: it is more or less by the rounding to the smallest coin. */
const worthOf = ({ amount, rounding }: Received): number => sum([amount, 0 - rounding])

const usableCredits = (
  db: Readable,
  { customerId, credits, applications }: Received,
  currency: string,
): readonly Item[] => {
  const items = assertCreditsUsable(db, customerId, credits, currency)
  assertListedOnce(db, applications)
  return items
}

/** What the money settles, and each credit beside it. */
const divided = (db: Readable, input: Received, currency: string, items: readonly Item[]) => {
  const { applications, credits } = input
  if (credits.length === 0) {
    const needed = sum(applications.map(({ amount }) => amount))
    return { byMoney: settledLines(applications), byCredit: [], needed, rest: applications, restOfCredits: [] }
  }
  const split = divideOverCredits(db, applications, worthOf(input), currency, credits, items)
  assertCreditsSettle(split, currency)
  const settling = split.byMoney.filter(({ line }) => isSettled(line))
  return {
    ...split,
    byMoney: settling.map(({ line, index }) => ({ ...line, index })),
    byCredit: split.byCredit.map((parts) => parts.filter(({ line }) => isSettled(line))),
  }
}

/** Each discount with the date of what carries it: the receipt, or a credit used with it. */
const discountsTaken = (
  { applications, date }: Received,
  { byMoney, byCredit }: ReturnType<typeof divided>,
  credits: readonly Item[],
): readonly DiscountTaken[] => {
  const carried = [
    ...byMoney.map(({ documentId, discount }) => ({ documentId, discount, paidOn: date })),
    ...byCredit.flatMap((parts, index) =>
      parts.map(({ line: { documentId, discount } }) => ({
        documentId,
        discount,
        paidOn: credits[index]?.documentDate ?? date,
      })),
    ),
  ]
  return carried.flatMap((each) => {
    const line = applications.find(({ documentId }) => documentId === each.documentId)
    if (each.discount === 0 || line === undefined) return []
    const deducted = sum(line.deductions.map(({ amount }) => amount))
    return [{ ...each, settledBeside: settledByMoney(line) + line.writeOff + deducted }]
  })
}

const assertCovered = (
  input: Received,
  { needed, rest, restOfCredits }: Pick<ReturnType<typeof divided>, 'needed' | 'rest' | 'restOfCredits'>,
  currency: string,
): void => {
  if (needed <= worthOf(input)) return
  const applied = sum(rest.map((line) => line.amount))
  const available = sum([worthOf(input), ...restOfCredits.map(({ worth }) => worth)])
  throw new Refusal(
    'exceeds_credit',
    { available: formatAmount(available, currency), applied: formatAmount(applied, currency) },
    'amount',
  )
}
