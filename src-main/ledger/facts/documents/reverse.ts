import type { Warning } from '../../../../src-shared/kit/warning.ts'
import type { OutputOf } from '../../../../src-shared/contract.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { maxDate, type CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { sum } from '../../../../src-shared/domain/amounts/money.ts'
import { voidNumber } from '../../../../src-shared/company/rules/sequence.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { closedBatchWarnings } from '../batch.ts'
import type { Stored } from '../../../db/stored.ts'
import { insertDocument, insertLines, insertTaxes, type NewLine, type NewTax } from './document.ts'
import { lateNews } from '../finance-charges/late-charges.ts'
import { loadItem, type Item } from './item.ts'
import { foreignNumber } from '../../../company/facts/number.ts'
import { assertOpenPeriod } from './open-period.ts'
import { boundDocuments } from '../../queries/documents/bound.ts'
import { beginPosting, type OpenPosting } from './posting.ts'
import { settle } from '../settlement/settlement.ts'
import { selectApplication, unsettle, type PostedApplication } from '../settlement/unsettlement.ts'
import { unitPriceIn } from '../../../company/facts/unit-price.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { undoReductionReversals } from '../settlement/credit-reductions.ts'

/** Which document, on what day and why. */
export interface Reversal {
  readonly id: number
  readonly date: CalendarDate
  readonly reason: string
}

type Reversed = Omit<OutputOf<'documents.void'>, 'lateCharges'>

/**
 * Reverses a document: what was applied to it is unapplied, then a document of the same kind with the opposite amounts
 * settles it, all on the void's own date. What is bound to it is reversed before it.
 */
export const reverseDocument = (context: CommandContext, input: Reversal): OutputOf<'documents.void'> => {
  const { tx } = context
  voidable(tx, input.id, input.date)
  const bound = boundDocuments(tx, input.id)
  for (const id of bound) reverseOne(context, { ...input, id })
  const warnings = [...boundWarnings(tx, bound), ...closedBatchWarnings(tx, 'document', input.id)]
  return { ...reverseOne(context, input), warnings, ...lateNews(context) }
}

const boundWarnings = (db: Readable, bound: readonly number[]): readonly Warning[] =>
  bound.map((id) => ({ code: 'void_with_it', params: { number: loadItem(db, id, 'id').number } }))

const reverseOne = (context: CommandContext, input: Reversal): Reversed => {
  const { tx } = context
  const rules = companyRules(tx)
  assertOpenPeriod(input.date, rules.closingDate, 'date')
  const item = voidable(tx, input.id, input.date)
  const unapplied = unapplyAll(context, item, input.date)

  const number = foreignNumber(voidNumber(item.number))
  const posting = beginPosting(context, input.date, item.currency, {
    code: 'memo_void',
    params: { document: item.number },
  })
  const reversal = insertReversal(context, posting, item.id, number.text, input.date, input.reason)
  copyOppositeEntries(context, posting, item.id, reversal.id)
  const original = loadItem(tx, item.id, 'id')
  const opposite = loadItem(tx, reversal.id, 'id')
  const [credit, debit] = original.total < 0 ? [original, opposite] : [opposite, original]
  if (original.total !== 0)
    settle(context, posting, rules, credit, debit, { amount: debit.open, discount: 0, writeOff: 0, writeOffReason: '' })
  posting.seal()
  return {
    id: reversal.id,
    uid: reversal.uid,
    number: number.text,
    dueDate: input.date,
    total: opposite.total,
    unapplied,
    warnings: [],
  }
}

/** Voiding both the invoice and what took back its lines would take them back twice. */
const LIVE_CREDIT_NOTES = `
  SELECT group_concat(note.number, ', ') FROM document AS note
  WHERE note.credits_id = ? AND note.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = note.id)`

/** A write-off or a discount alone moves the debit item only: the credit that carried it has no entry of that day. */
const LAST_WITHOUT_MONEY = `
  SELECT max(effective_date) FROM application
  WHERE credit_id = ? AND amount = 0 AND reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM application AS undone WHERE undone.reverses_id = application.id)`

const voidable = (db: Readable, id: number, date: CalendarDate): Item => {
  const item = loadItem(db, id, 'id')
  if (item.reversesId !== null) throw new Refusal('is_reversal', { number: item.number }, 'id')
  const voidedBy = db.value<number>('SELECT id FROM document WHERE reverses_id = ?', [id])
  if (voidedBy !== undefined) throw new Refusal('already_void', { number: item.number }, 'id')
  const notes = db.value<string | null>(LIVE_CREDIT_NOTES, [id])
  if (notes != null) throw new Refusal('has_credit_notes', { number: item.number, notes }, 'id')
  const earliest = maxDate(
    item.lastEntryOn,
    db.value<CalendarDate | null>(LAST_WITHOUT_MONEY, [id]) ?? item.lastEntryOn,
  )
  if (date < earliest) {
    throw new Refusal('void_too_early', { number: item.number, earliest: formatDate(earliest, 'text') }, 'date')
  }
  return item
}

/** What is open again on the other side; of an item in another currency what it came to in this one's. */
const reopened = ({ creditId, amount, discount, writeOff, debitAmount }: PostedApplication, item: Item): number => {
  if (creditId === item.id) return debitAmount === null ? amount + discount + writeOff : amount
  return debitAmount ?? amount
}

/** Minor units that are open again on the other side of each application. */
const unapplyAll = (context: CommandContext, item: Item, date: CalendarDate): number => {
  const live = context.tx
    .all<PostedApplication>(
      `${selectApplication} WHERE ? IN (application.credit_id, application.debit_id) AND application.reverses_id IS NULL`,
      [item.id],
    )
    .filter((application) => application.reversedBy === null)
  if (live.length === 0) return 0
  unsettle(context, { date, memo: { code: 'memo_unapplied_for_void', params: { document: item.number } } }, live)
  return sum(live.map((application) => reopened(application, item)))
}

type StoredFlag = 'isRounding' | 'earnsDiscount'

interface Original extends Stored<
  'document',
  | 'baseTotal'
  | 'reference'
  | 'method'
  | 'depositAccountId'
  | 'termsId'
  | 'pricesIncludeTax'
  | 'creditsId'
  | 'reasonCodeId'
  | 'batchId'
  | 'unappliedAs'
  | 'documentDiscountPercent'
> {
  /** Of the reversal: the opposite of the document's. */
  readonly cashRounding: number
  readonly discountable: number | null
}

/** The document again with every amount opposite; quantities turn around, prices stay. */
const insertReversal = (
  context: CommandContext,
  posting: OpenPosting,
  originalId: number,
  number: string,
  date: CalendarDate,
  reason: string,
) => {
  const { tx } = context
  const original = tx.get<Original>(
    `SELECT base_total AS baseTotal, reference, method, deposit_account_id AS depositAccountId, terms_id AS termsId,
       prices_include_tax AS pricesIncludeTax, credits_id AS creditsId, reason_code_id AS reasonCodeId, batch_id AS batchId,
       unapplied_as AS unappliedAs, document_discount_percent AS documentDiscountPercent,
       0 - cash_rounding AS cashRounding, 0 - discountable AS discountable FROM document WHERE id = ?`,
    [originalId],
  )
  if (!original) throw new Error(`document ${originalId} vanished`)
  const item = loadItem(tx, originalId, 'id')
  const reversal = insertDocument(context, posting.id, {
    ...original,
    kind: item.kind,
    number: foreignNumber(number),
    customerId: item.customerId,
    documentDate: date,
    dueDate: date,
    currency: item.currency,
    rate: item.rate,
    total: 0 - item.total,
    baseTotal: 0 - original.baseTotal,
    memo: reason,
    pricesIncludeTax: original.pricesIncludeTax === 1,
    reversesId: originalId,
  })
  const lines = tx.all<Omit<NewLine, StoredFlag> & Readonly<Record<StoredFlag, 0 | 1>>>(
    `SELECT product_id AS productId, description, 0 - quantity AS quantity, ${unitPriceIn('document_line')}, discount_percent AS discountPercent,
       0 - net AS net, tax_code_id AS taxCodeId, account_id AS accountId, 0 - document_discount AS documentDiscount,
       credits_line_no AS creditsLineNo, is_rounding AS isRounding, earns_discount AS earnsDiscount FROM document_line WHERE document_id = ? ORDER BY line_no`,
    [originalId],
  )
  insertLines(
    context,
    reversal.id,
    lines.map((line) => ({ ...line, isRounding: line.isRounding === 1, earnsDiscount: line.earnsDiscount === 1 })),
  )
  const taxes = tx.all<NewTax>(
    'SELECT tax_code_id AS taxCodeId, rate, 0 - base AS base, 0 - tax AS tax FROM document_tax WHERE document_id = ? ORDER BY position, tax_code_id',
    [originalId],
  )
  insertTaxes(context, reversal.id, taxes)
  if (original.creditsId !== null) undoReductionReversals(tx, originalId, reversal.id)
  return reversal
}

type OwnEntry = Stored<'entry', 'accountId' | 'amount' | 'baseAmount' | 'customerId' | 'itemId'>

/** What the document posted itself, turned around; its control entry now moves the reversal's item. */
const copyOppositeEntries = (
  context: CommandContext,
  posting: OpenPosting,
  originalId: number,
  reversalId: number,
): void => {
  const entries = context.tx.all<OwnEntry>(
    `SELECT account_id AS accountId, amount, base_amount AS baseAmount, customer_id AS customerId, item_id AS itemId FROM entry
     WHERE posting_id = (SELECT posting_id FROM document WHERE id = ?) AND application_id IS NULL ORDER BY line_no`,
    [originalId],
  )
  for (const { accountId, amount, baseAmount, customerId, itemId } of entries) {
    const moved = customerId === null || itemId === null ? {} : { customerId, itemId: reversalId }
    posting.add({ accountId, amount: 0 - amount, baseAmount: 0 - baseAmount, ...moved })
  }
}
