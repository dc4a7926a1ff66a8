import type { ParsedInput } from '../../../src-shared/contract/index.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { effectiveDateOf } from '../../../src-shared/domain/application.ts'
import { compareDates, type CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { formatAmount, sum } from '../../../src-shared/domain/money.ts'
import { companyRules, type CompanyRules } from '../../db/company.ts'
import { accountFor, assertAccountFit } from '../facts/account.ts'
import { rateFor, toBase } from '../facts/base-currency.ts'
import { loadCustomer } from '../facts/customer.ts'
import { insertDocument } from '../facts/document.ts'
import { loadItem } from '../facts/item.ts'
import { nextNumber } from '../facts/number.ts'
import { assertOpenPeriod } from '../facts/open-period.ts'
import { beginPosting, type OpenPosting } from '../facts/posting.ts'
import { assertSettlement, settle } from '../facts/settlement.ts'
import type { CommandContext, CommandHandler } from '../handler.ts'

type Input = Omit<ParsedInput<'receipts.post'>, 'commandUid'>
type Line = Input['applications'][number]

/** Posts money received and applies it; what is not applied stays open on the receipt. */
export const postReceipt: CommandHandler<'receipts.post'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.date, rules.closingDate, 'date')
  const customer = loadCustomer(tx, input.customerId)
  assertCovered(input, customer.currency)
  const depositAccount = input.depositAccountId ?? accountFor(tx, 'undeposited_funds')
  if (input.depositAccountId !== null) assertAccountFit(tx, input.depositAccountId, 'deposit', 'depositAccountId')

  const rate = rateFor(customer.currency, rules.baseCurrency, input.rate, input.date)
  const baseAmount = toBase(input.amount, customer.currency, rules.baseCurrency, rate)
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
  applyReceipt(context, posting, rules, id, input)
  if (input.draftUid !== null) tx.run('DELETE FROM draft WHERE uid = ?', [input.draftUid])
  const unapplied = 0 - (tx.value<number>('SELECT balance FROM open_item WHERE document_id = ?', [id]) ?? 0)
  return { id, uid, number: number.text, dueDate: input.date, total: -input.amount, unapplied, warnings: [] }
}

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

interface DatedLine {
  readonly line: Line
  readonly index: number
  readonly date: CalendarDate
}

/** Lines whose invoice is dated after the receipt are applied on that later date, in a posting of their own. */
const applyReceipt = (
  context: CommandContext,
  receiptPosting: OpenPosting,
  rules: CompanyRules,
  receiptId: number,
  input: Input,
): void => {
  const dated = input.applications.map((line, index): DatedLine => {
    const path = `applications.${index}.documentId`
    const debit = loadItem(context.tx, line.documentId, path)
    const isFirst = input.applications.findIndex(({ documentId }) => documentId === debit.id) === index
    if (!isFirst) throw new Refusal('applied_twice', { number: debit.number }, path)
    return { line, index, date: effectiveDateOf(input.date, debit.documentDate) }
  })
  applyLines(
    context,
    receiptPosting,
    rules,
    receiptId,
    dated.filter(({ date }) => date === input.date),
  )
  receiptPosting.seal()
  const later = [...new Set(dated.map(({ date }) => date).filter((date) => date > input.date))].toSorted(compareDates)
  for (const date of later) {
    const credit = loadItem(context.tx, receiptId, '')
    const posting = beginPosting(context, date, credit.currency, `Application of ${credit.number}`)
    applyLines(
      context,
      posting,
      rules,
      receiptId,
      dated.filter((line) => line.date === date),
    )
    posting.seal()
  }
}

const applyLines = (
  context: CommandContext,
  posting: OpenPosting,
  rules: CompanyRules,
  receiptId: number,
  lines: readonly DatedLine[],
): void => {
  for (const { line, index } of lines) {
    const path = { line: `applications.${index}` }
    const credit = loadItem(context.tx, receiptId, '')
    const debit = loadItem(context.tx, line.documentId, `${path.line}.documentId`)
    assertSettlement(context.tx, credit, debit, line, posting.date, path)
    settle(context, posting, rules, credit, debit, line)
  }
}
