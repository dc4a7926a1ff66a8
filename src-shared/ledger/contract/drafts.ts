import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { DocumentDiscount } from '../rules/document-totals/document-discount.ts'
import type { UnappliedAs } from '../../domain/documents.ts'
import type { Millionths, MinorUnits, UnitPrice } from '../../domain/amounts/money.ts'
import { amount, documentCurrency, id, text } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/operation.ts'
import type { ReceiptMethod } from '../../domain/receipt-method.ts'

/** Each entry screen that keeps what is typed. */
export const draftKinds = [
  'invoice',
  'receipt',
  'debit_note',
  'credit_note',
  'recurring',
  'adjustment',
  'refund',
  'returned_payment',
  'opening_balances',
  'finance_charges',
  'unidentified_receipt',
  'identified_receipt',
] as const
export type DraftKind = (typeof draftKinds)[number]

/** Work not posted yet: no number, no effect on any balance, outside the command log. */
export interface Draft {
  readonly uid: string
  readonly kind: DraftKind
  readonly customerId: number | null
  readonly title: string
  /** The screen's own state, as it was left. */
  readonly body: unknown
  /** UTC instant, ISO 8601. */
  readonly updatedAt: string
}

/** What a field that picks one of many holds: the customer, a product. */
interface Picked {
  readonly key: string
  readonly code: string
  readonly name: string
}

/** A draft of lines as the ledger writes it for a copy. The entry screens read theirs field by field, this one too. */
export interface BillingDraftBody {
  readonly customer: Picked
  readonly documentDate: CalendarDate
  readonly termsId: number | null
  readonly dueDate: CalendarDate | null
  readonly currency: string
  readonly rate: string
  readonly reference: string
  readonly memo: string
  readonly pricesIncludeTax: boolean
  readonly documentDiscount: DocumentDiscount | null
  readonly toleranceMost: MinorUnits | null
  readonly applyToId: number | null
  readonly lines: readonly {
    readonly product: Picked | null
    readonly description: string
    readonly quantity: Millionths
    readonly unitPrice: UnitPrice
    readonly discountPercent: Millionths | null
    readonly taxChoice: number | null
    readonly accountId: number
    readonly earnsDiscount: boolean
  }[]
}

/** A draft of a credit note for lines of an invoice: the quantity to take back by line number. */
export interface InvoiceCreditDraftBody {
  readonly invoiceId: number
  readonly documentDate: CalendarDate
  readonly reference: string
  readonly memo: string
  readonly apply: boolean
  readonly quantities: Readonly<Record<string, Millionths>>
}

/** A draft of a receipt, with what it pays by document id. */
export interface ReceiptDraftBody {
  readonly customer: Picked
  readonly amount: MinorUnits
  readonly date: CalendarDate
  readonly method: ReceiptMethod
  readonly reference: string
  readonly depositAccountId: number | null
  readonly batchId: number | null
  readonly currency: string
  readonly rate: string
  readonly memo: string
  readonly applicationDate: CalendarDate | null
  readonly unappliedAs: UnappliedAs | null
  readonly allocation: {
    readonly kind: 'byHand'
    readonly payments: Readonly<
      Record<
        string,
        {
          readonly payment: MinorUnits
          /** What it settles in the item's currency, where that is another. */
          readonly settles: MinorUnits | null
          readonly discount: MinorUnits
          readonly writeOff: MinorUnits
          readonly writeOffReason: string
          readonly deductions: readonly {
            readonly reasonCodeId: number
            readonly amount: MinorUnits
            readonly memo: string
          }[]
        }
      >
    >
  }
}

const kind = z.enum(draftKinds)

export const drafts = {
  'drafts.save': command(
    {
      uid: z.uuid(),
      kind,
      customerId: id.nullable(),
      title: text(200),
      body: z.json(),
      /** What posting it will add to the customer's balance, in its own currency; null when it bills nothing. */
      total: amount.nullable().default(null),
      currency: documentCurrency,
    },
    { office: 'desk', giveWay: 'never', output: output<null>(), logged: false },
  ),
  'drafts.discard': command(
    { uid: z.uuid() },
    { office: 'desk', giveWay: 'never', output: output<null>(), logged: false },
  ),
  'drafts.list': query({ kind: kind.nullable().default(null) }, { output: output<readonly Draft[]>() }),
  'drafts.get': query({ uid: z.uuid() }, { output: output<Draft>(), refusals: ['draft_not_found'] }),
}
