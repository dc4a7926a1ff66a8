import { companyRules } from '../../../company/facts/company.ts'
import { assertAccountFit } from '../../../company/facts/account.ts'
import { closedBatchWarnings } from '../../../ledger/facts/batch.ts'
import { rateFor } from '../../../ledger/facts/base-currency.ts'
import { assertWithinLimit, measured } from '../../../ledger/facts/limit.ts'
import { assertOpenPeriod } from '../../../ledger/facts/open-period.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { loadParked, sendBack } from './end.ts'

/** Sends parked money back to its payer; it counts as a refund of the user's. */
export const giveBackReceipt: CommandHandler<'parkedReceipts.giveBack'> = (context, input) => {
  const { tx } = context
  const rules = companyRules(tx)
  const { date, memo } = input
  assertOpenPeriod(date, rules.closingDate, 'date')
  const parked = loadParked(tx, input.id, date)
  if (input.bankAccountId !== null) assertAccountFit(tx, input.bankAccountId, 'deposit', 'bankAccountId')
  const bankAccountId = input.bankAccountId ?? parked.depositAccountId
  const { currency, amount } = parked
  const rate = input.rate === null ? parked.rate : rateFor(tx, currency, rules.baseCurrency, input.rate, date)
  const sentBack = measured(tx, rules, { amount, currency, rate, date }, [parked.rate])
  assertWithinLimit(context, rules, 'refund', sentBack, 'id')
  sendBack(context, rules, parked, { date, rate, bankAccountId, memo })
  const warnings = closedBatchWarnings(tx, 'unidentified_receipt', parked.id)
  return { id: parked.id, number: parked.number, date, warnings }
}
