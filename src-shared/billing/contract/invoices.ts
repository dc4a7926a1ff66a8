import { z } from 'zod'
import {
  date,
  documentCurrency,
  id,
  memo,
  millionths,
  percent,
  positiveOrZero,
  rate,
  reference,
  text,
  unitPrice,
} from '../../kit/fields.ts'
import { command, output } from '../../kit/operation.ts'
import type { ApprovableCode, RefusalCode } from '../../kit/refusal.ts'
import { postingRefusals } from '../../ledger/messages/refusals.ts'
import type { PostedDocument } from '../../kit/posted.ts'

export const invoiceLineInput = z.strictObject({
  productId: id.nullable(),
  description: text(500, 1),
  quantity: millionths,
  unitPrice,
  discountPercent: percent,
  taxCodeId: id.nullable(),
  accountId: id.nullable(),
  /** Whether it earns the early payment discount of the terms; null as its product says, and without one it does. */
  earnsDiscount: z.boolean().nullable().default(null),
})

/** A discount on the whole document, shared among its lines; it lowers tax as well. */
export const documentDiscount = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), percent }),
    /** Minor units. */
    z.strictObject({ kind: z.literal('amount'), amount: positiveOrZero }),
  ])
  .nullable()
  .default(null)

/** What entered lines can meet, on whatever document. */
export const billingRefusals = [
  ...postingRefusals,
  'no_lines',
  'total_negative',
  'document_discount_exceeds',
  'document_discount_negative',
  'tax_code_not_found',
  'account_not_found',
  'account_unfit',
  'product_not_found',
  'rate_missing',
] as const satisfies readonly RefusalCode[]

/** An invoice as it is entered; a debit note is entered the same way. */
export const invoiceInput = {
  customerId: id,
  documentDate: date,
  currency: documentCurrency,
  termsId: id.nullable(),
  rate,
  dueDate: date.nullable(),
  reference,
  memo,
  pricesIncludeTax: z.boolean(),
  lines: z.array(invoiceLineInput).max(1000),
  documentDiscount,
  /** The most that a short payment of it may be written off within tolerance, beside the company's; null is that alone. */
  toleranceMost: positiveOrZero.nullable().default(null),
  /** The draft this came from; gone once posted. */
  draftUid: z.uuid().nullable(),
}

export const invoiceRefusals = [
  ...billingRefusals,
  'due_before_document',
  'customer_archived',
  'credit_limit_exceeded',
  'terms_not_found',
] as const satisfies readonly RefusalCode[]

/** What a supervisor can let pass when something is billed. */
export const invoiceApprovable = ['customer_on_hold', 'credit_limit_ask'] as const satisfies readonly ApprovableCode[]

export const invoices = {
  /** Terms and due date follow the customer unless given; the number comes from the series. */
  'invoices.post': command(invoiceInput, {
    office: 'alone',
    giveWay: 'stands',
    output: output<PostedDocument>(),
    refusals: invoiceRefusals,
    approvable: invoiceApprovable,
  }),
}
