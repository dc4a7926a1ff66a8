import type {
  BillingDraftBody,
  DraftKind,
  InvoiceCreditDraftBody,
  ReceiptDraftBody,
} from '../../../src-shared/ledger/contract/drafts.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { discountEntered } from '../../../src-shared/ledger/rules/document-totals/document-discount.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { formatAmount, sum } from '../../../src-shared/domain/amounts/money.ts'
import type { UnitPrice } from '../../../src-shared/domain/amounts/unit-price.ts'
import { inCurrency, rateToType } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { instalmentPlan } from '../../../src-shared/company/rules/terms/terms.ts'
import { companyRules } from '../../company/facts/company.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'
import { loadTerms } from '../../billing/commands/any-document/invoice.ts'
import { unitPriceIn } from '../../company/facts/unit-price.ts'
import { accountFor } from '../../company/facts/account.ts'
import { loadItem, type Item } from '../../ledger/facts/documents/item.ts'

/** A new draft with what a posted document says. */
export interface CopiedDraft {
  readonly kind: DraftKind
  readonly customerId: number
  readonly title: string
  readonly body: BillingDraftBody | InvoiceCreditDraftBody | ReceiptDraftBody
  /** Minor units that it will bill; null when it bills nothing. */
  readonly total: number | null
  readonly currency: string
}

interface Head extends Stored<
  'document',
  | 'dueDate'
  | 'reference'
  | 'memo'
  | 'termsId'
  | 'pricesIncludeTax'
  | 'method'
  | 'depositAccountId'
  | 'creditsId'
  | 'unappliedAs'
  | 'documentDiscountPercent'
  | 'toleranceMost'
  | 'cashRounding'
> {
  /** Of a receipt, while its batch still takes any. */
  readonly batchId: number | null
  readonly customerCode: string
  readonly customerName: string
}

const HEAD = `
  SELECT d.due_date AS dueDate, d.reference, d.memo, d.terms_id AS termsId, d.prices_include_tax AS pricesIncludeTax,
    d.method, d.deposit_account_id AS depositAccountId, d.credits_id AS creditsId, d.unapplied_as AS unappliedAs,
    d.document_discount_percent AS documentDiscountPercent, d.cash_rounding AS cashRounding, d.tolerance_most AS toleranceMost,
    (SELECT id FROM receipt_batch WHERE id = d.batch_id AND is_closed = 0) AS batchId, c.code AS customerCode,
    c.name AS customerName
  FROM document AS d JOIN customer AS c ON c.id = d.customer_id
  WHERE d.id = ?`

/**
 * What a document says, as its entry screen keeps it in a draft. The copy keeps the document's date while the books are
 * open on it, and else takes the date of the void.
 */
export const copyOf = (db: Readable, id: number, voidDate: CalendarDate): CopiedDraft => {
  const item = loadItem(db, id, 'id')
  const head = db.get<Head>(HEAD, [id])
  if (!head) throw new Error(`document ${id} vanished`)
  const { closingDate } = companyRules(db)
  const date = closingDate !== null && item.documentDate <= closingDate ? voidDate : item.documentDate
  return {
    customerId: item.customerId,
    currency: item.currency,
    title: `${head.customerName}, ${formatAmount(Math.abs(item.total), item.currency)}`,
    total: item.kind === 'invoice' || item.kind === 'debit_note' ? item.total : null,
    ...entryOf(db, { item, head, date }),
  }
}

interface Copied {
  readonly item: Item
  readonly head: Head
  /** Of the copy. */
  readonly date: CalendarDate
}

const entryOf = (db: Readable, copied: Copied): Pick<CopiedDraft, 'kind' | 'body'> => {
  const { kind, number } = copied.item
  switch (kind) {
    case 'invoice':
    case 'debit_note':
      return { kind, body: billingBody(db, copied) }
    case 'credit_note':
      assertOfLines(db, copied)
      return {
        kind,
        body: copied.head.creditsId === null ? billingBody(db, copied) : creditBody(db, copied, copied.head.creditsId),
      }
    case 'receipt':
      assertNotUnidentified(db, copied.item)
      return { kind, body: receiptBody(db, copied) }
    case 'finance_charge':
    case 'refund':
    case 'adjustment':
      throw new Refusal('not_copied', { number, what: documentKindName[kind].toLowerCase() }, 'id')
  }
}

/** What takes back too much of a finance charge is offered by the charge, and entered nowhere. */
const assertOfLines = (db: Readable, { item: { number }, head: { creditsId } }: Copied): void => {
  if (creditsId !== null && loadItem(db, creditsId, 'id').kind === 'finance_charge')
    throw new Refusal('not_copied', { number, what: 'credit note for a finance charge' }, 'id')
}

const commonBody = (db: Readable, { item, head, date }: Copied) => ({
  customer: { key: String(item.customerId), code: head.customerCode, name: head.customerName },
  currency: item.currency,
  // On another day another rate holds.
  rate: item.currency === companyRules(db).baseCurrency || date !== item.documentDate ? '' : rateToType(item.rate),
  reference: head.reference,
  memo: head.memo,
})

interface Line extends Stored<
  'documentLine',
  | 'productId'
  | 'description'
  | 'quantity'
  | 'discountPercent'
  | 'documentDiscount'
  | 'taxCodeId'
  | 'accountId'
  | 'creditsLineNo'
  | 'earnsDiscount'
> {
  readonly productCode: string | null
  readonly productName: string | null
  readonly unitPrice: UnitPrice
}

const UNIDENTIFIED_BEFORE = `
  SELECT unidentified.number FROM unidentified_receipt_end AS ended JOIN unidentified_receipt AS unidentified ON unidentified.id = ended.unidentified_id
  WHERE ended.document_id = ?`

/** Its void makes the money unidentified again: a copy would receive it a second time. */
const assertNotUnidentified = (db: Readable, { id, number }: Item): void => {
  const unidentified = db.value<string>(UNIDENTIFIED_BEFORE, [id])
  if (unidentified !== undefined) throw new Refusal('unidentified_not_copied', { number, unidentified }, 'id')
}

const LINES = `
  SELECT l.product_id AS productId, p.code AS productCode, p.name AS productName, l.description, l.quantity,
    ${unitPriceIn('l')}, l.discount_percent AS discountPercent, l.document_discount AS documentDiscount, l.tax_code_id AS taxCodeId,
    l.account_id AS accountId, l.credits_line_no AS creditsLineNo, l.earns_discount AS earnsDiscount
  FROM document_line AS l
  LEFT JOIN product AS p ON p.id = l.product_id
  WHERE l.document_id = ? AND l.is_rounding = 0
  ORDER BY l.line_no`

const loadLines = (db: Readable, { id, number }: Item): readonly Line[] => {
  const lines = db.all<Line>(LINES, [id])
  // Only what was brought in as an opening balance has none.
  if (lines.length === 0) throw new Refusal('not_copied', { number, what: 'opening balance' }, 'id')
  return lines
}

const billingBody = (db: Readable, copied: Copied): BillingDraftBody => {
  const { item, head, date } = copied
  const sign = item.kind === 'credit_note' ? -1 : 1
  const lines = loadLines(db, item)
  const discount = sum(lines.map((line) => sign * line.documentDiscount))
  return {
    ...commonBody(db, copied),
    documentDate: date,
    termsId: head.termsId,
    dueDate: enteredDueDate(db, copied),
    pricesIncludeTax: head.pricesIncludeTax === 1,
    documentDiscount: discountEntered(head.documentDiscountPercent, discount),
    toleranceMost: head.toleranceMost,
    applyToId: item.kind === 'credit_note' ? onlySettled(db, item.id) : null,
    lines: lines.map((line) => ({
      product:
        line.productId === null
          ? null
          : { key: String(line.productId), code: line.productCode ?? '', name: line.productName ?? '' },
      description: line.description,
      quantity: sign * line.quantity,
      unitPrice: line.unitPrice,
      discountPercent: line.discountPercent === 0 ? null : line.discountPercent,
      taxChoice: line.taxCodeId,
      earnsDiscount: line.earnsDiscount === 1,
      accountId: line.accountId,
    })),
  }
}

/** Null while the due date follows from the terms, or would be before the copy. */
const enteredDueDate = (db: Readable, { item, head, date }: Copied): CalendarDate | null => {
  if (head.termsId === null || head.dueDate < date) return null
  const { baseCurrency } = companyRules(db)
  const plan = instalmentPlan(loadTerms(db, head.termsId), item.documentDate, item.total, (amount) =>
    inCurrency(amount, item.currency, baseCurrency, item.rate),
  )
  return plan.at(-1)?.dueDate === head.dueDate ? null : head.dueDate
}

interface Settled extends Stored<'application', 'debitId' | 'amount' | 'discount' | 'writeOff' | 'writeOffReason'> {
  /** In the debit's currency, where that is another. */
  readonly settles: number | null
}

/** What the credit settles now, its reversed applications left out. */
const settledBy = (db: Readable, creditId: number): readonly Settled[] =>
  db.all<Settled>(
    `SELECT a.debit_id AS debitId, a.amount, a.debit_amount AS settles, a.discount, a.write_off AS writeOff, a.write_off_reason AS writeOffReason
     FROM application AS a
     WHERE a.credit_id = ? AND a.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM application AS r WHERE r.reverses_id = a.id)
     ORDER BY a.command_seq, a.id`,
    [creditId],
  )

/** A credit note's entry settles one document at most. */
const onlySettled = (db: Readable, creditId: number): number | null => {
  const settled = new Set(settledBy(db, creditId).map(({ debitId }) => debitId))
  return settled.size === 1 ? ([...settled][0] ?? null) : null
}

const creditBody = (db: Readable, { item, head, date }: Copied, invoiceId: number): InvoiceCreditDraftBody => ({
  invoiceId,
  documentDate: date,
  reference: head.reference,
  memo: head.memo,
  apply: settledBy(db, item.id).some(({ debitId }) => debitId === invoiceId),
  quantities: Object.fromEntries(
    // What it takes back of discounts and the like is decided anew.
    loadLines(db, item).flatMap(({ creditsLineNo, quantity }) =>
      creditsLineNo === null ? [] : [[String(creditsLineNo), 0 - quantity]],
    ),
  ),
})

interface Deducted {
  readonly invoiceId: number
  readonly reasonCodeId: number
  readonly amount: number
  readonly memo: string
}

/** What the payer kept back with the receipt, as it was entered: without the memo that it got unasked. What was void before is left out. */
const deductedWith = (db: Readable, receiptId: number): readonly Deducted[] =>
  db.all<Deducted>(
    `SELECT taken.invoice_id AS invoiceId, d.reason_code_id AS reasonCodeId, d.total AS amount, d.memo
     FROM deduction AS taken
     JOIN document AS d ON d.id = taken.document_id
     WHERE taken.receipt_id = ? AND d.reason_code_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = d.id)
     ORDER BY d.command_seq, d.id`,
    [receiptId],
  )

const paymentsOf = (db: Readable, receiptId: number): ReceiptDraftBody['allocation']['payments'] => {
  const settled = new Map(settledBy(db, receiptId).map((line) => [line.debitId, line]))
  const deducted = deductedWith(db, receiptId)
  const ids = [...new Set([...settled.keys(), ...deducted.map(({ invoiceId }) => invoiceId)])]
  return Object.fromEntries(
    ids.map((id) => {
      const { amount = 0, settles = null, discount = 0, writeOff = 0, writeOffReason = '' } = settled.get(id) ?? {}
      const deductions = deducted.flatMap(({ invoiceId, ...deduction }) => (invoiceId === id ? [deduction] : []))
      return [String(id), { payment: amount, settles, discount, writeOff, writeOffReason, deductions }]
    }),
  )
}

/** The last of what was applied later than both documents asked for; a void undoes all of it. */
const APPLIED_LATER = `
  SELECT max(a.effective_date) FROM application AS a JOIN document AS debit ON debit.id = a.debit_id
  WHERE a.credit_id = :id AND a.reverses_id IS NULL AND a.effective_date > max(:date, debit.document_date)
    AND NOT EXISTS (SELECT 1 FROM application AS undone WHERE undone.reverses_id = a.id)`

/** A copy is applied on the day on which the receipt was, where that was entered. */
const laterApplied = (db: Readable, { id, documentDate }: Item, copyDate: CalendarDate): CalendarDate | null => {
  const applied = db.value<CalendarDate | null>(APPLIED_LATER, { id, date: documentDate }) ?? null
  return applied !== null && applied > copyDate ? applied : null
}

const receiptBody = (db: Readable, copied: Copied): ReceiptDraftBody => {
  const { item, head, date } = copied
  return {
    ...commonBody(db, copied),
    amount: head.cashRounding - item.total,
    date,
    method: head.method ?? 'other',
    // The entry leaves undeposited funds unsaid.
    depositAccountId: head.depositAccountId === accountFor(db, 'undeposited_funds') ? null : head.depositAccountId,
    batchId: head.batchId,
    applicationDate: laterApplied(db, item, date),
    unappliedAs: head.unappliedAs,
    allocation: { kind: 'byHand', payments: paymentsOf(db, item.id) },
  }
}
