import { companyRules } from '../../../company/facts/company.ts'
import { toBase } from '../../../ledger/facts/documents/base-currency.ts'
import { assertWithinLimit } from '../../../ledger/facts/limits/limit.ts'
import type { CommandHandler, CommandContext } from '../../../kernel/command-handler.ts'
import { unlessWritten, reasonById } from './reason.ts'
import type { GeneratedMemo } from '../../../../src-shared/kit/memo.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import { baseOfPart } from '../../../ledger/facts/settlement/carried-base.ts'
import { loadItem } from '../../../ledger/facts/documents/item.ts'
import type { Item } from '../../../ledger/facts/documents/item.ts'
import { nextNumber } from '../../../company/facts/number.ts'
import { assertOpenPeriod } from '../../../ledger/facts/documents/open-period.ts'
import { beginPlain } from '../../../ledger/facts/documents/plain-document.ts'
import { assertSettlement, settle } from '../../../ledger/facts/settlement/settlement.ts'
import type { Reason } from './reason.ts'

/** Lets the customer keep what was deducted: now the account of its reason bears it. */
export const allowDeduction: CommandHandler<'deductions.allow'> = (context, input) => {
  const rules = companyRules(context.tx)
  const resolving = loadDeduction(context, rules, input)
  const { item, invoiceNumber, reason, amount } = resolving
  assertWithinLimit(context, rules, 'write_off', toBase(amount, item.currency, rules.baseCurrency, item.rate), 'amount')
  const { date, memo } = input
  const generatedMemo = unlessWritten(memo, 'memo_allowed', { invoice: invoiceNumber, reason: reason.name })
  const credit = settleDeduction(context, rules, resolving, { date, memo, generatedMemo })
  insertResolution(context, item.id, credit.id, null)
  return { ...credit, dueDate: input.date, total: 0 - amount, open: item.open - amount, warnings: [] }
}

/** A deduction to resolve, and how much of it. */
export interface Resolving {
  readonly item: Item
  readonly invoiceNumber: string
  readonly reason: Reason
  readonly amount: number
  /** What the amount takes along of the deduction in the company's currency. */
  readonly base: number
}

interface ResolveRequest {
  readonly id: number
  readonly date: CalendarDate
  readonly amount: number | null
}

const DEDUCTION = `
  SELECT invoice.number AS invoiceNumber, debit.reason_code_id AS reasonCodeId
  FROM deduction JOIN document AS debit ON debit.id = deduction.document_id
  JOIN document AS invoice ON invoice.id = deduction.invoice_id
  WHERE deduction.document_id = cast(? AS INTEGER) AND debit.reason_code_id IS NOT NULL`

/** Refuses what is no deduction, and one of which nothing is left. */
export const loadDeduction = (context: CommandContext, rules: CompanyRules, asked: ResolveRequest): Resolving => {
  const { tx } = context
  assertOpenPeriod(asked.date, rules.closingDate, 'date')
  const found = tx.get<{ invoiceNumber: string; reasonCodeId: number }>(DEDUCTION, [asked.id])
  const reason = found && reasonById(tx, found.reasonCodeId)
  if (!reason) throw new Refusal('deduction_not_found', {}, 'id')
  const item = loadItem(tx, asked.id, 'id')
  if (item.open === 0) throw new Refusal('deduction_settled', { number: item.number }, 'id')
  const amount = asked.amount ?? item.open
  const base = baseOfPart(item, amount, rules.baseCurrency)
  return { item, invoiceNumber: found.invoiceNumber, reason, amount, base }
}

/** Where the refusal of an application is shown: the form has an amount and a date. */
const placed = (error: unknown): unknown => {
  if (!(error instanceof Refusal)) return error
  const path = error.code === 'application_too_early' || error.code === 'overapplied_in_past' ? 'date' : 'amount'
  return error.at(path)
}

interface Settled {
  readonly date: CalendarDate
  readonly memo: string
  readonly generatedMemo: GeneratedMemo | null
  readonly isMoved?: boolean
}

/** Appends the credit adjustment that settles it, at the deduction's own rate. */
export const settleDeduction = (
  context: CommandContext,
  rules: CompanyRules,
  { item, invoiceNumber, reason, amount, base }: Resolving,
  { date, memo, generatedMemo, isMoved = false }: Settled,
): { readonly id: number; readonly uid: string; readonly number: string } => {
  const number = nextNumber(context, 'adjustment', date)
  const { id, uid, posting } = beginPlain(
    context,
    rules,
    {
      kind: 'adjustment',
      number,
      customerId: item.customerId,
      documentDate: date,
      dueDate: date,
      currency: item.currency,
      rate: item.rate,
      total: 0 - amount,
      baseTotal: 0 - base,
      reference: invoiceNumber.slice(0, 64),
      memo,
      generatedMemo,
      reasonCodeId: reason.id,
    },
    reason.accountId,
  )
  const credit = loadItem(context.tx, id, '')
  const settlement = { amount, discount: 0, writeOff: 0, writeOffReason: '', isMoved }
  try {
    assertSettlement(context.tx, credit, item, settlement, date, { line: '' })
  } catch (error) {
    throw placed(error)
  }
  settle(context, posting, rules, credit, item, settlement)
  posting.seal()
  return { id, uid, number: number.text }
}

export const insertResolution = (
  context: CommandContext,
  deductionId: number,
  creditId: number,
  chargebackId: number | null,
): void => {
  context.tx.run(
    'INSERT INTO deduction_resolution (credit_id, command_seq, deduction_id, outcome, chargeback_id) VALUES (?, ?, ?, ?, ?)',
    [creditId, context.seq, deductionId, chargebackId === null ? 'allowed' : 'charged_back', chargebackId],
  )
}
