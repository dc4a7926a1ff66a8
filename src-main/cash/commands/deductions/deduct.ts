import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { effectiveDateOf } from '../../../../src-shared/ledger/rules/settlement/application.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import { sharesPayer } from '../../../ledger/facts/payer.ts'
import { baseOfPart } from '../../../ledger/facts/settlement/carried-base.ts'
import { loadItem, type Item } from '../../../ledger/facts/documents/item.ts'
import { nextNumber } from '../../../company/facts/number.ts'
import { beginPlain } from '../../../ledger/facts/documents/plain-document.ts'
import { assertSettlement, settle } from '../../../ledger/facts/settlement/settlement.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { isOffered, reasonById, type Reason, unlessWritten } from './reason.ts'

type Line = ParsedInput<'receipts.post'>['applications'][number]
type Entered = Line['deductions'][number]

/** False for a line that only deducts: nothing is applied to it. */
export const isSettled = ({ deductions, amount, discount, writeOff }: Line): boolean =>
  deductions.length === 0 || amount + discount + writeOff > 0

/**
 * The lines that money, a discount or a write-off settles, each with its place in the input: one that only deducts
 * applies nothing.
 */
export const settledLines = (lines: readonly Line[]): readonly (Line & { readonly index?: number })[] =>
  lines.every(({ deductions }) => deductions.length === 0)
    ? lines
    : lines.map((line, index) => ({ ...line, index })).filter(isSettled)

/** The receipt just posted; `date` is the day on which it is applied. */
interface Receipt {
  readonly id: number
  readonly customerId: number
  readonly date: CalendarDate
}

/** Appends what a payer deducted with a receipt just posted: each deduction leaves its item and stays owed as its own. */
export const postDeductions = (
  context: CommandContext,
  rules: CompanyRules,
  receipt: Receipt,
  lines: readonly Line[],
): void => {
  for (const [index, line] of lines.entries()) {
    for (const [place, entered] of line.deductions.entries()) {
      const path = `applications.${index}`
      deduct(context, rules, receipt, {
        invoiceId: line.documentId,
        entered,
        path,
        field: `${path}.deductions.${place}`,
      })
    }
  }
}

interface DeductionRequest {
  readonly invoiceId: number
  readonly entered: Entered
  /** Of the line, and of the deduction in it. */
  readonly path: string
  readonly field: string
}

const deduct = (
  context: CommandContext,
  rules: CompanyRules,
  receipt: Receipt,
  { invoiceId, entered, path, field }: DeductionRequest,
): void => {
  const { tx } = context
  const reason = offeredReason(context, entered.reasonCodeId, `${field}.reasonCodeId`)
  const invoice = loadItem(tx, invoiceId, `${path}.documentId`)
  if (!sharesPayer(tx, receipt.customerId, invoice.customerId))
    throw new Refusal('different_customer', { number: invoice.number }, `${path}.documentId`)
  const date = effectiveDateOf(receipt.date, invoice.documentDate)
  const { amount, memo } = entered
  const moved = { invoice, reason, date, memo, amount, base: baseOfPart(invoice, amount, rules.baseCurrency) }
  const creditId = leaveItem(context, rules, { ...moved, path: field })
  const debitId = stayOwed(context, rules, moved)
  tx.run('INSERT INTO deduction (document_id, command_seq, credit_id, invoice_id, receipt_id) VALUES (?, ?, ?, ?, ?)', [
    debitId,
    context.seq,
    creditId,
    invoice.id,
    receipt.id,
  ])
  tx.run(`INSERT INTO item_hold (document_id, command_seq, state, reason) VALUES (?, ?, 'disputed', ?)`, [
    debitId,
    context.seq,
    reason.name,
  ])
}

const offeredReason = ({ tx }: CommandContext, id: number, path: string): Reason => {
  const reason = isOffered(tx, id) ? reasonById(tx, id) : undefined
  if (!reason) throw new Refusal('reason_code_not_found', {}, path)
  return reason
}

/** The adjustment moves an amount at the item's own rate, so that nothing but the account of its reason is touched. */
interface Moved {
  readonly invoice: Item
  readonly reason: Reason
  readonly date: CalendarDate
  readonly amount: number
  /** What the amount takes along of the item in the company's currency. */
  readonly base: number
  readonly memo: string
}

const adjustment = (context: CommandContext, { invoice, reason, date, memo }: Moved) =>
  ({
    kind: 'adjustment',
    number: nextNumber(context, 'adjustment', date),
    customerId: invoice.customerId,
    documentDate: date,
    dueDate: date,
    currency: invoice.currency,
    rate: invoice.rate,
    reference: invoice.number.slice(0, 64),
    memo,
    generatedMemo: unlessWritten(memo, 'memo_deducted', { invoice: invoice.number, reason: reason.name }),
    reasonCodeId: reason.id,
  }) as const

const leaveItem = (context: CommandContext, rules: CompanyRules, moved: Moved & { readonly path: string }): number => {
  const { invoice, reason, amount, date, path } = moved
  const document = { ...adjustment(context, moved), total: 0 - amount, baseTotal: 0 - moved.base }
  const { id, posting } = beginPlain(context, rules, document, reason.accountId)
  const credit = loadItem(context.tx, id, '')
  const settlement = { amount, discount: 0, writeOff: 0, writeOffReason: '', isMoved: true }
  assertSettlement(context.tx, credit, invoice, settlement, date, { line: path })
  settle(context, posting, rules, credit, invoice, settlement)
  posting.seal()
  return id
}

const stayOwed = (context: CommandContext, rules: CompanyRules, moved: Moved): number => {
  const document = { ...adjustment(context, moved), total: moved.amount, baseTotal: moved.base }
  const { id, posting } = beginPlain(context, rules, document, moved.reason.accountId)
  posting.seal()
  return id
}
