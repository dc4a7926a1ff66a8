import { companyRules } from '../../../company/facts/company.ts'
import { assertAccountFit } from '../../../company/facts/account.ts'
import { closedBatchWarnings } from '../../../ledger/facts/batch.ts'
import { rateFor } from '../../../ledger/facts/documents/base-currency.ts'
import { assertWithinLimit, measured } from '../../../ledger/facts/limits/limit.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { loadUnidentified, sendBack } from './end.ts'

/** Sends unidentified money back to its payer; it counts as a refund of the user's. */
export const giveBackReceipt: CommandHandler<'unidentifiedReceipts.giveBack'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  const { date, memo } = input
  assertOpenPeriod(date, rules.closingDate, 'date')
  const unidentified = loadUnidentified(tx, input.id, date)
  if (input.bankAccountId !== null) assertAccountFit(tx, input.bankAccountId, 'deposit', 'bankAccountId')
  const bankAccountId = input.bankAccountId ?? unidentified.depositAccountId
  const { currency, amount } = unidentified
  const rate = input.rate === null ? unidentified.rate : rateFor(tx, currency, rules.baseCurrency, input.rate, date)
  const sentBack = measured(tx, rules, { amount, currency, rate, date }, [unidentified.rate])
  assertWithinLimit(context, rules, 'refund', sentBack, 'id')
  sendBack(context, rules, unidentified, { date, rate, bankAccountId, memo })
  const warnings = closedBatchWarnings(tx, 'unidentified_receipt', unidentified.id)
  return { id: unidentified.id, number: unidentified.number, date, warnings }
}
