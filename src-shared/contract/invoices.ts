import { z } from 'zod'
import type { CalendarDate } from '../domain/calendar.ts'
import { date, id, memo, millionths, percent, rate, reference, text } from './fields.ts'
import { command, output } from './operation.ts'
import { postingRefusals } from './refusals.ts'

export const invoiceLineInput = z.strictObject({
  productId: id.nullable(),
  description: text(500, 1),
  quantity: millionths,
  unitPrice: millionths,
  discountPercent: percent,
  taxCodeId: id.nullable(),
  accountId: id.nullable(),
})

export interface PostedDocument {
  readonly id: number
  readonly uid: string
  readonly number: string
  readonly dueDate: CalendarDate
  /** Minor units, signed as it moves the receivable. */
  readonly total: number
  /** What the clerk should know although it was posted: the credit limit was passed, for one. */
  readonly warnings: readonly string[]
}

export const invoices = {
  /** Terms and due date follow the customer unless given; the number comes from the series. */
  'invoices.post': command(
    {
      customerId: id,
      documentDate: date,
      termsId: id.nullable(),
      rate,
      dueDate: date.nullable(),
      reference,
      memo,
      pricesIncludeTax: z.boolean(),
      lines: z.array(invoiceLineInput).max(1000),
      /** The draft this came from; gone once posted. */
      draftUid: z.uuid().nullable(),
    },
    {
      output: output<PostedDocument>(),
      refusals: [
        ...postingRefusals,
        'no_lines',
        'total_negative',
        'due_before_document',
        'customer_archived',
        'customer_on_hold',
        'credit_limit_exceeded',
        'terms_not_found',
        'tax_code_not_found',
        'account_not_found',
        'account_unfit',
        'product_not_found',
        'currency_mismatch',
        'rate_missing',
      ],
    },
  ),
}
