import { deleteDraft } from '../../../ledger/facts/drafts.ts'
import { companyRules } from '../../../company/facts/company.ts'
import { accountFor, assertAccountFit } from '../../../company/facts/account.ts'
import { assertBatchTakes } from '../../../ledger/facts/batch.ts'
import { rateFor, toBase } from '../../../ledger/facts/documents/base-currency.ts'
import { nextUnidentifiedNumber } from '../../../company/facts/number.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import { beginPosting } from '../../../ledger/facts/documents/posting.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/** Posts money of an unknown payer: to the bank, and to the account where such money waits. */
export const unidentifiedReceipt: CommandHandler<'unidentifiedReceipts.post'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  const { date, amount, currency } = input
  assertOpenPeriod(date, rules.closingDate, 'date')
  const depositAccountId = input.depositAccountId ?? accountFor(tx, 'undeposited_funds')
  if (input.depositAccountId !== null) assertAccountFit(tx, input.depositAccountId, 'deposit', 'depositAccountId')
  if (input.batchId !== null) assertBatchTakes(tx, input.batchId, currency)
  const unidentifiedAccountId = accountFor(tx, 'unidentified_receipts')
  const rate = rateFor(tx, currency, rules.baseCurrency, input.rate, date)
  const baseAmount = toBase(amount, currency, rules.baseCurrency, rate)

  const { text: number, seriesNumber } = nextUnidentifiedNumber(context)
  const posting = beginPosting(context, date, currency, {
    code: 'memo_unidentified',
    params: { number },
  })
  posting.add({ accountId: depositAccountId, amount, baseAmount })
  posting.add({ accountId: unidentifiedAccountId, amount: 0 - amount, baseAmount: 0 - baseAmount })
  posting.seal()
  const id = context.newId('unidentified_receipt')
  const uid = context.newUid()
  tx.run(
    `INSERT INTO unidentified_receipt (id, uid, command_seq, posting_id, number, device_id, series_number, receipt_date, currency, rate, amount,
       base_amount, method, reference, payer, memo, deposit_account_id, unidentified_account_id, batch_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      uid,
      context.seq,
      posting.id,
      number,
      context.numbersAs,
      seriesNumber,
      date,
      currency,
      rate,
      amount,
      baseAmount,
      input.method,
      input.reference,
      input.payer,
      input.memo,
      depositAccountId,
      unidentifiedAccountId,
      input.batchId,
    ],
  )
  deleteDraft(tx, input.draftUid)
  return { id, uid, number }
}
