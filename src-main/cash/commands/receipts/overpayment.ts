import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { formatAmount } from '../../../../src-shared/domain/amounts/money.ts'
import { toleratedOverpayment } from '../../../../src-shared/cash/rules/tolerance.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import { toBase } from '../../../ledger/facts/documents/base-currency.ts'
import { loadItem } from '../../../ledger/facts/documents/item.ts'
import { beginEntered } from '../../../ledger/facts/documents/plain-document.ts'
import { assertSettlement, settle } from '../../../ledger/facts/settlement/settlement.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import type { Stored } from '../../../db/stored.ts'

/** The company's reason for small balances; a write-off where it has none. */
const SMALL_DIFFERENCE = `
  SELECT id, account_id AS accountId FROM reason_code WHERE archived = 0 AND kind IN ('small_balance', 'write_off')
  ORDER BY kind, id LIMIT 1`

/**
 * Writes off what a receipt just posted was paid too much: an adjustment takes it, and is void with the receipt. Refuses
 * more than the company tolerates, since it is the customer's money.
 */
export const writeOffOverpayment = (context: CommandContext, rules: CompanyRules, receiptId: number): void => {
  const { tx } = context
  const receipt = loadItem(tx, receiptId, 'amount')
  const { currency, rate, number, customerId, documentDate: date } = receipt
  const rest = 0 - receipt.open
  if (rest === 0) return
  const { tolerancePercent: percent, toleranceMost: most } = rules.settings
  const isSmall = toBase(rest, currency, rules.baseCurrency, rate) <= most
  if (!isSmall || !toleratedOverpayment(rest, 0 - receipt.total - rest, percent)) {
    const params = {
      rest: `${formatAmount(rest, currency)} ${currency}`,
      most: `${formatAmount(most, rules.baseCurrency)} ${rules.baseCurrency}`,
    }
    throw new Refusal('overpayment_over_tolerance', params, 'unappliedAs')
  }
  const reason = tx.get<Stored<'reasonCode', 'id' | 'accountId'>>(SMALL_DIFFERENCE)
  if (!reason) throw new Refusal('reason_code_not_found', {}, 'unappliedAs')
  const entered = {
    kind: 'adjustment',
    customerId,
    date,
    currency,
    rate,
    total: rest,
    reference: number.slice(0, 64),
    memo: '',
    generatedMemo: { code: 'memo_paid_too_much', params: { receipt: number } },
    reasonCodeId: reason.id,
  } as const
  const { id, posting } = beginEntered(context, rules, entered, reason.accountId)
  const [credit, debit] = [loadItem(tx, receiptId, ''), loadItem(tx, id, '')]
  const settlement = { amount: rest, discount: 0, writeOff: 0, writeOffReason: '' }
  assertSettlement(tx, credit, debit, settlement, date, { line: 'unappliedAs' })
  settle(context, posting, rules, credit, debit, settlement)
  posting.seal()
  tx.run('INSERT INTO overpayment (document_id, command_seq, receipt_id) VALUES (?, ?, ?)', [
    id,
    context.seq,
    receiptId,
  ])
}
