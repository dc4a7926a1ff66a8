import type { Warning } from '../../../../src-shared/kit/warning.ts'
import type { ParsedInput } from '../../../../src-shared/contract.ts'
import type { ExchangeRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { companyRules, type CompanyRules } from '../../../company/facts/company.ts'
import { reverseDocument } from '../../../ledger/facts/documents/reverse.ts'
import { accountFor } from '../../../company/facts/account.ts'
import { closedBatchWarnings } from '../../../ledger/facts/batch.ts'
import { rateFor, toBase } from '../../../ledger/facts/documents/base-currency.ts'
import { loadItem, type Item } from '../../../ledger/facts/documents/item.ts'
import { nextNumber } from '../../../company/facts/number.ts'
import { beginPlain } from '../../../ledger/facts/documents/plain-document.ts'
import { beginPosting } from '../../../ledger/facts/documents/posting.ts'
import { deleteDraft } from '../../../ledger/facts/drafts.ts'
import type { CommandContext, CommandHandler } from '../../../kernel/command-handler.ts'
import { loadUnidentified, sendBack } from '../unidentified-receipts/end.ts'

type Input = Omit<ParsedInput<'receipts.returnPayment'>, 'commandUid'>

/**
 * The bank took a payment back: the receipt is reversed, what it settled is open again, the bank's fee is charged to the
 * customer or absorbed, and the customer's record counts it. One command, on the day of the return.
 */
export const returnPayment: CommandHandler<'receipts.returnPayment'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  const receipt = loadItem(tx, input.id, 'id')
  if (receipt.kind !== 'receipt') throw new Refusal('not_a_receipt', { number: receipt.number }, 'id')
  const reversal = reverseDocument(context, input)
  const unidentifiedWarnings = returnUnidentifiedMoney(context, rules, input)
  const fee = input.fee === null ? null : postFee(context, rules, receipt, input, input.fee)
  tx.run(
    `INSERT INTO returned_payment (reversal_id, command_seq, customer_id, returned_on, fee, fee_document_id)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [reversal.id, context.seq, receipt.customerId, input.date, input.fee?.amount ?? 0, fee?.id ?? null],
  )
  deleteDraft(tx, input.draftUid)
  const returnedPayments =
    tx.value<number>('SELECT count(*) FROM returned_payment WHERE customer_id = ?', [receipt.customerId]) ?? 0
  return { ...reversal, warnings: [...reversal.warnings, ...unidentifiedWarnings], fee, returnedPayments }
}

/** What was unidentified before is no longer unidentified: the bank took this money back too, at what it was worth when it came. */
const returnUnidentifiedMoney = (
  context: CommandContext,
  rules: CompanyRules,
  { id, date, reason: memo }: Input,
): readonly Warning[] => {
  const { tx } = context
  const unidentifiedId = tx.value<number>(
    'SELECT unidentified_id FROM unidentified_receipt_end WHERE document_id = ?',
    [id],
  )
  if (unidentifiedId === undefined) return []
  const unidentified = loadUnidentified(tx, unidentifiedId, date)
  sendBack(context, rules, unidentified, {
    date,
    rate: unidentified.rate,
    bankAccountId: unidentified.depositAccountId,
    memo,
  })
  return closedBatchWarnings(tx, 'unidentified_receipt', unidentifiedId)
}

/** The debit note when the customer bears the fee. In the receipt's currency, at the rate of the return. */
const postFee = (
  context: CommandContext,
  rules: CompanyRules,
  receipt: Item,
  { date }: Input,
  { amount, bearer, rate: entered }: NonNullable<Input['fee']>,
): { readonly id: number; readonly number: string } | null => {
  const bank = bankOf(context, receipt.id)
  const rate = rateFor(context.tx, receipt.currency, rules.baseCurrency, entered, date, 'fee.rate')
  if (bearer === 'customer') return chargeCustomer(context, rules, receipt, { date, amount, bank, rate })
  const baseAmount = toBase(amount, receipt.currency, rules.baseCurrency, rate)
  const posting = beginPosting(context, date, receipt.currency, {
    code: 'memo_fee_for_returned',
    params: { receipt: receipt.number },
  })
  posting.add({ accountId: accountFor(context.tx, 'bank_charge'), amount, baseAmount })
  posting.add({ accountId: bank, amount: 0 - amount, baseAmount: 0 - baseAmount })
  posting.seal()
  return null
}

const chargeCustomer = (
  context: CommandContext,
  rules: CompanyRules,
  { customerId, currency, number: receipt }: Item,
  fee: { date: Input['date']; amount: number; bank: number; rate: ExchangeRate },
): { readonly id: number; readonly number: string } => {
  const { date, amount, bank, rate } = fee
  const generatedMemo = { code: 'memo_fee_for_returned', params: { receipt } } as const
  const number = nextNumber(context, 'debit_note', date)
  const dated = { documentDate: date, dueDate: date }
  const of = { customerId, currency, rate, reference: receipt.slice(0, 64) }
  const { id, posting } = beginPlain(
    context,
    rules,
    { kind: 'debit_note', number, ...of, ...dated, total: amount, memo: '', generatedMemo },
    bank,
  )
  posting.seal()
  return { id, number: number.text }
}

/** The bank takes its fee from the account the money went to; what was never deposited, from the company's bank. */
const bankOf = ({ tx }: CommandContext, receiptId: number): number => {
  const deposited = tx.value<number | null>('SELECT deposit_account_id FROM document WHERE id = ?', [receiptId])
  return deposited == null || deposited === accountFor(tx, 'undeposited_funds') ? accountFor(tx, 'bank') : deposited
}
