import { z } from 'zod'
import type { RoundingStanding } from '../../domain/amounts/cash-rounding.ts'
import type { CreditableLine, CreditableTax } from '../../ledger/rules/crediting/crediting.ts'
import type { CreditableDocument } from '../../ledger/rules/crediting/invoice-credit.ts'
import type { UnitPrice } from '../../domain/amounts/unit-price.ts'
import { date, documentCurrency, id, memo, millionths, positive, rate, reference } from '../../kit/fields.ts'
import type { LateNews } from '../../ledger/contract/late-charges.ts'
import { billingRefusals, documentDiscount, invoiceLineInput } from './invoices.ts'
import type { PostedDocument } from '../../kit/posted.ts'
import { command, output, query } from '../../kit/operation.ts'
import { settles } from '../../cash/contract/receipts.ts'
import { applicationRefusals, postingRefusals } from '../../ledger/messages/refusals.ts'

/** One line of an invoice as a credit note may take it back. Amounts in minor units, quantities in millionths. */
export interface CreditableInvoiceLine extends CreditableLine {
  readonly description: string
  /** Quantity that no credit note has taken back yet. */
  readonly left: number
  readonly unitPrice: UnitPrice
  readonly discountPercent: number
  readonly taxCode: string | null
}

/** What is left to take back of an invoice; `decideInvoiceCredit` says what a part of it comes to. */
export interface Creditable extends CreditableDocument {
  readonly lines: readonly CreditableInvoiceLine[]
  readonly taxes: readonly (CreditableTax & { readonly taxCode: string })[]
  /** How the document and its credit notes are rounded to the smallest coin. */
  readonly rounding: RoundingStanding
}

export interface PostedCreditNote extends PostedDocument, LateNews {
  /** Minor units, a positive figure. */
  readonly applied: number
  readonly unapplied: number
}

const creditRefusals = ['credit_total_negative', 'period_locked'] as const

export const creditNotes = {
  /** A credit note of its own, entered like an invoice with positive amounts; applied to debit items on request. */
  'creditNotes.post': command(
    {
      customerId: id,
      documentDate: date,
      currency: documentCurrency,
      rate,
      reference,
      memo,
      pricesIncludeTax: z.boolean(),
      lines: z.array(invoiceLineInput).max(1000),
      documentDiscount,
      applications: z.array(z.strictObject({ documentId: id, amount: positive, settles })).max(2000),
      draftUid: z.uuid().nullable(),
    },
    {
      office: 'alone',
      giveWay: 'stands',
      output: output<PostedCreditNote>(),
      refusals: [...billingRefusals, ...applicationRefusals, ...creditRefusals, 'over_every_limit'],
      approvable: ['over_limit'],
    },
  ),
  /** Takes back lines of an invoice, at its prices, taxes and exchange rate. Null lines are all that is left. */
  'creditNotes.postFromInvoice': command(
    {
      invoiceId: id,
      documentDate: date,
      reference,
      memo,
      lines: z
        .array(z.strictObject({ lineNo: z.int().min(1), quantity: millionths }))
        .min(1)
        .max(1000)
        .nullable(),
      /** Apply it at once to what the invoice has open. */
      apply: z.boolean(),
      /** The draft this came from; gone once posted. */
      draftUid: z.uuid().nullable().default(null),
    },
    {
      office: 'alone',
      giveWay: 'not_taken',
      output: output<PostedCreditNote>(),
      refusals: [
        ...postingRefusals,
        ...creditRefusals,
        'document_not_found',
        'not_creditable',
        'already_void',
        'credit_too_early',
        'line_not_found',
        'exceeds_uncredited',
        'credit_exceeds_document',
        'credit_exceeds_tax',
        'nothing_to_credit',
        'overapplied_in_past',
      ],
    },
  ),
  'creditNotes.creditable': query(
    { invoiceId: id },
    { output: output<Creditable>(), refusals: ['document_not_found'] },
  ),
}
