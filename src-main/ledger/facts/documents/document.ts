import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import type { ReceiptMethod } from '../../../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { ExchangeRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import type { DocumentKind, UnappliedAs } from '../../../../src-shared/domain/documents.ts'
import type { Instalment } from '../../../../src-shared/company/rules/terms/terms.ts'
import type { UnitPrice } from '../../../../src-shared/domain/amounts/unit-price.ts'
import { unitPriceColumns } from '../../../company/facts/unit-price.ts'
import type { GeneratedMemo } from '../../../../src-shared/kit/memo.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import type { GivenNumber } from '../../../company/facts/number.ts'

/** A document as it is posted. Amounts are minor units, signed as they move the receivable. */
export interface NewDocument {
  readonly kind: DocumentKind
  readonly number: GivenNumber
  readonly customerId: number
  readonly documentDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly currency: string
  /** Base currency for one unit, as it is quoted. */
  readonly rate: ExchangeRate
  readonly total: number
  readonly baseTotal: number
  readonly reference: string
  /** What the clerk wrote. */
  readonly memo: string
  /** What the command says of it besides. */
  readonly generatedMemo?: GeneratedMemo | null
  readonly termsId?: number | null
  readonly pricesIncludeTax?: boolean
  readonly method?: ReceiptMethod | null
  readonly depositAccountId?: number | null
  readonly discountUntil?: CalendarDate | null
  readonly discount?: number
  /** Days after discountUntil in which its terms still give the discount. */
  readonly graceDays?: number
  readonly reversesId?: number | null
  /** The invoice a credit note was made from. */
  readonly creditsId?: number | null
  /** Why an adjustment was made. */
  readonly reasonCodeId?: number | null
  /** The batch it was counted in. */
  readonly batchId?: number | null
  /** What the money of a receipt is meant to be that is not applied. */
  readonly unappliedAs?: UnappliedAs | null
  /** What the cash of a receipt or refund is more than what it settles; of a void the opposite. */
  readonly cashRounding?: number
  /** A discount on the whole document that was entered as a percentage, in millionths; its lines hold what it came to. */
  readonly documentDiscountPercent?: number | null
  /** What of the total earns the discount, of a credit note what it takes back of that; null is all of it. */
  readonly discountable?: number | null
  /** The most of a short payment that is written off within tolerance; null is the company's alone. */
  readonly toleranceMost?: number | null
}

export interface NewLine {
  readonly productId: number | null
  readonly description: string
  readonly quantity: number
  readonly unitPrice: UnitPrice
  readonly discountPercent: number
  readonly net: number
  readonly taxCodeId: number | null
  readonly accountId: number
  /** This line's share of a discount on the whole document, taken off net already. */
  readonly documentDiscount?: number
  /** The line of the invoice that a credit note takes back. */
  readonly creditsLineNo?: number | null
  /** Rounds the document's total to the smallest coin. */
  readonly isRounding?: boolean
  /** Whether it earns the document's early payment discount; left out, it does. */
  readonly earnsDiscount?: boolean
}

export interface NewTax {
  readonly taxCodeId: number
  readonly rate: number
  readonly base: number
  readonly tax: number
}

/** Appends the document and opens its item, still at a balance of 0: the posting's entries move it. */
export const insertDocument = (
  context: CommandContext,
  postingId: number,
  document: NewDocument,
): { readonly id: number; readonly uid: string } => {
  const id = context.newId('document')
  const uid = context.newUid()
  context.tx.run(
    `INSERT INTO document (id, uid, command_seq, posting_id, kind, number, series_id, series_number, customer_id, document_date, due_date,
       currency, rate, total, base_total, reference, memo, terms_id, prices_include_tax, method, deposit_account_id, discount_until,
       discount, grace_days, reverses_id, credits_id, reason_code_id, batch_id,
       unapplied_as, number_key, check_key, document_discount_percent, cash_rounding, discountable, tolerance_most, generated_memo)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      uid,
      context.seq,
      postingId,
      document.kind,
      document.number.text,
      document.number.seriesId,
      document.number.seriesNumber,
      document.customerId,
      document.documentDate,
      document.dueDate,
      document.currency,
      document.rate,
      document.total,
      document.baseTotal,
      document.reference,
      document.memo,
      document.termsId ?? null,
      document.pricesIncludeTax ? 1 : 0,
      document.method ?? null,
      document.depositAccountId ?? null,
      document.discountUntil ?? null,
      document.discount ?? 0,
      document.graceDays ?? 0,
      document.reversesId ?? null,
      document.creditsId ?? null,
      document.reasonCodeId ?? null,
      document.batchId ?? null,
      document.unappliedAs ?? null,
      lookAlikeKey(document.number.text),
      document.method === 'check' && document.reference !== '' ? lookAlikeKey(document.reference) : null,
      document.documentDiscountPercent ?? null,
      document.cashRounding ?? 0,
      document.discountable ?? null,
      document.toleranceMost ?? null,
      document.generatedMemo == null ? null : JSON.stringify(document.generatedMemo),
    ],
  )
  return { id, uid }
}

export const insertLines = (context: CommandContext, documentId: number, lines: readonly NewLine[]): void => {
  for (const [index, line] of lines.entries()) {
    const { unitPrice, unitPriceText } = unitPriceColumns(line.unitPrice)
    context.tx.run(
      `INSERT INTO document_line (document_id, line_no, product_id, description, quantity, unit_price, discount_percent, net, tax_code_id, account_id,
         document_discount, credits_line_no, is_rounding, unit_price_text, earns_discount)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        documentId,
        index + 1,
        line.productId,
        line.description,
        line.quantity,
        unitPrice,
        line.discountPercent,
        line.net,
        line.taxCodeId,
        line.accountId,
        line.documentDiscount ?? 0,
        line.creditsLineNo ?? null,
        line.isRounding === true ? 1 : 0,
        unitPriceText,
        line.earnsDiscount === false ? 0 : 1,
      ],
    )
  }
}

/** In the order in which they are charged. */
export const insertTaxes = (context: CommandContext, documentId: number, taxes: readonly NewTax[]): void => {
  for (const [index, { taxCodeId, rate, base, tax }] of taxes.entries()) {
    context.tx.run(
      'INSERT INTO document_tax (document_id, tax_code_id, rate, base, tax, position) VALUES (?, ?, ?, ?, ?, ?)',
      [documentId, taxCodeId, rate, base, tax, index + 1],
    )
  }
}

/** Only for a document due in several parts. */
export const insertInstalments = (context: CommandContext, documentId: number, plan: readonly Instalment[]): void => {
  for (const [index, { dueDate, amount }] of plan.entries()) {
    context.tx.run('INSERT INTO instalment (document_id, position, due_date, amount) VALUES (?, ?, ?, ?)', [
      documentId,
      index + 1,
      dueDate,
      amount,
    ])
  }
}
