import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { ExchangeRate } from '../../domain/amounts/exchange-rate.ts'
import { documentKinds, type DocumentKind, type UnappliedAs } from '../../domain/documents.ts'
import type { UnitPrice } from '../../domain/amounts/unit-price.ts'
import { date, id, limit, text } from '../../kit/fields.ts'
import type { GeneratedMemo } from '../../kit/memo.ts'
import type { LateNews } from './late-charges.ts'
import type { PostedDocument } from '../../kit/posted.ts'
import type { ItemHold } from './open-items.ts'
import { output, query } from '../../kit/operation.ts'
import type { ApprovalRow } from '../../company/contract/people.ts'
import type { ReceiptMethod } from '../../domain/receipt-method.ts'

export interface DocumentRow {
  readonly id: number
  readonly kind: DocumentKind
  readonly number: string
  readonly customerId: number
  readonly customerCode: string
  readonly customerName: string
  readonly documentDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly reference: string
  readonly currency: string
  readonly total: number
  readonly open: number
  readonly status: 'open' | 'closed' | 'void' | 'reversal'
  readonly hold: ItemHold | null
}

export interface DocumentLine {
  readonly lineNo: number
  readonly productCode: string | null
  readonly description: string
  readonly quantity: number
  readonly unitPrice: UnitPrice
  readonly discountPercent: number
  readonly net: number
  /** This line's share of a discount on the whole document, taken off net already. */
  readonly documentDiscount: number
  readonly taxCode: string | null
  readonly accountCode: string
  /** Whether it earns the early payment discount that the document offers. */
  readonly earnsDiscount: boolean
}

export interface DocumentApplication {
  readonly id: number
  /** The document on the other side. */
  readonly documentId: number
  readonly kind: DocumentKind
  readonly number: string
  readonly effectiveDate: CalendarDate
  /** What the money settles, in this document's currency. */
  readonly amount: number
  /** The same in the other document's currency, where that is another. */
  readonly other: { readonly currency: string; readonly amount: number } | null
  /** In the debit's currency, as the write-off. */
  readonly discount: number
  readonly writeOff: number
  readonly writeOffReason: string
  /** True for the reversal of an earlier application. */
  readonly isReversal: boolean
  readonly isReversed: boolean
}

export interface PostedEntry {
  readonly postingId: number
  readonly postingDate: CalendarDate
  /** The text of a posting that was made before memos were stored by code; else empty. */
  readonly memo: string
  readonly generatedMemo: GeneratedMemo | null
  readonly accountCode: string
  readonly accountName: string
  readonly itemNumber: string | null
  /** The posting's. */
  readonly currency: string
  /** Minor units; debit is positive. */
  readonly amount: number
  /** The same in the company's currency; an exchange difference and a revaluation have nothing else. */
  readonly baseAmount: number
  readonly command: {
    readonly seq: number
    readonly name: string
    readonly user: string
    readonly device: string
    readonly recordedAt: string
    /** The supervisors who let it pass; empty when nobody had to. */
    readonly approvedBy: string
  }
}

/** The reversal; `unapplied` is what is open again on the other side. */
export interface VoidedDocument extends PostedDocument, LateNews {
  readonly unapplied: number
}

/** An item that a void opens again, and by how much: discount and write-off come back too. */
export interface ReopenedItem {
  readonly documentId: number
  readonly kind: DocumentKind
  readonly number: string
  readonly currency: string
  readonly amount: number
}

export interface DocumentView extends DocumentRow {
  readonly uid: string
  /** What the clerk wrote, of a void why. */
  readonly memo: string
  /** What the command says of it that made it. */
  readonly generatedMemo: GeneratedMemo | null
  readonly method: ReceiptMethod | null
  /** What the money of a receipt that is not applied is meant to be. */
  readonly unappliedAs: UnappliedAs | null
  /** The most that a short payment of it may be written off within tolerance; null is the company's alone. */
  readonly toleranceMost: number | null
  /** The early payment discount of its terms, in minor units, and the last day on which it is earned. */
  readonly offeredDiscount: { readonly amount: number; readonly until: CalendarDate } | null
  readonly termsName: string | null
  readonly depositAccount: string | null
  /** Why an adjustment was made. */
  readonly reason: string | null
  /** What it was converted at; null where it is in the company's own currency. */
  readonly exchange: { readonly baseCurrency: string; readonly rate: ExchangeRate } | null
  /** The batch that a receipt was entered in. */
  readonly batch: { readonly name: string; readonly isClosed: boolean } | null
  /** Who disputed or held the document, when and why. */
  readonly heldBy: { readonly reason: string; readonly user: string; readonly recordedAt: string } | null
  /** Without taxes, and without the rounding of a document's total. */
  readonly net: number
  /**
   * To the smallest coin. Of a document it is in the total; of a receipt or refund the cash is so much more than what it
   * settles, which is the total.
   */
  readonly rounding: number
  /** What was taken off the whole document, where it was entered as a percentage; in millionths. */
  readonly documentDiscountPercent: number | null
  readonly taxes: readonly {
    readonly taxCode: string
    readonly rate: number
    readonly base: number
    readonly tax: number
  }[]
  readonly lines: readonly DocumentLine[]
  readonly applications: readonly DocumentApplication[]
  readonly pricesIncludeTax: boolean
  readonly reversesId: number | null
  /** What supervisors let pass for it and for what was applied to it. */
  readonly approvals: readonly ApprovalRow[]
  readonly reversesNumber: string | null
  readonly reversedById: number | null
  readonly reversedByNumber: string | null
  /** The invoice whose lines a credit note takes back. */
  readonly creditsId: number | null
  readonly creditsNumber: string | null
  readonly creditsKind: DocumentKind | null
  /** The credit notes that take back lines of this one and are not void. */
  readonly creditedBy: readonly { readonly id: number; readonly number: string }[]
  /** What would be void together with it: its deductions, and what became of them. */
  readonly voidWith: readonly { readonly id: number; readonly number: string }[]
  /** What would be open again if it were void. */
  readonly reopens: readonly ReopenedItem[]
}

const kind = z.enum(documentKinds)

export const documents = {
  /** Newest first; `limit` rows after the row whose [date, id] is `after`. */
  'documents.list': query(
    {
      kinds: z.array(kind).max(10).default([]),
      customerId: id.nullable().default(null),
      status: z.enum(['all', 'open', 'overdue']).default('all'),
      asOf: date,
      /** Start of the number or of the reference. */
      filter: text(64).default(''),
      from: date.nullable().default(null),
      to: date.nullable().default(null),
      after: z.tuple([date, id]).nullable().default(null),
      limit,
    },
    {
      output: output<{
        readonly rows: readonly DocumentRow[]
        readonly next: readonly [CalendarDate, number] | null
      }>(),
    },
  ),
  'documents.get': query({ id }, { output: output<DocumentView>(), refusals: ['document_not_found'] }),
  /** Every posting of the document and of its applications, with the command that made each. */
  'documents.postings': query({ id }, { output: output<readonly PostedEntry[]>(), refusals: ['document_not_found'] }),
}
