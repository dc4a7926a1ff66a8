import type { ReceiptMethod } from '../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../src-shared/domain/calendar.ts'

/** Everywhere the window can be. A place carries only what is needed to show it again. */
export type Place =
  | { readonly screen: 'welcome' }
  | { readonly screen: 'home' }
  | { readonly screen: 'customers' }
  | { readonly screen: 'customer'; readonly customerId: number }
  | { readonly screen: 'customerEdit'; readonly customerId?: number }
  | { readonly screen: 'documents' }
  /** `print`: the document's page is printed once it is shown (post and print). */
  | { readonly screen: 'document'; readonly documentId: number; readonly print?: true }
  | { readonly screen: 'invoice'; readonly customerId?: number; readonly draftUid?: string }
  | { readonly screen: 'debitNote'; readonly customerId?: number; readonly draftUid?: string }
  /** With a document: a credit note for lines of that invoice. */
  | {
      readonly screen: 'creditNote'
      readonly customerId?: number
      readonly documentId?: number
      readonly draftUid?: string
    }
  /** With a document: its customer, and a proposal that settles it. */
  | {
      readonly screen: 'receivePayment'
      readonly customerId?: number
      readonly documentId?: number
      readonly draftUid?: string
      /** The counted pile that the receipts belong to. */
      readonly batchId?: number
    }
  | { readonly screen: 'recurring' }
  | { readonly screen: 'recurringDue' }
  /** With a document: a recurring invoice made from that one. */
  | {
      readonly screen: 'recurringEdit'
      readonly recurringId?: number
      readonly documentId?: number
      readonly draftUid?: string
    }
  /** With a document: a write-off of what is open of it. */
  | {
      readonly screen: 'adjustment'
      readonly customerId?: number
      readonly documentId?: number
      readonly draftUid?: string
    }
  /** With a document: a refund of what is left of that credit. */
  | {
      readonly screen: 'refund'
      readonly customerId?: number
      readonly documentId?: number
      readonly draftUid?: string
    }
  | { readonly screen: 'returnedPayment'; readonly documentId?: number; readonly draftUid?: string }
  | { readonly screen: 'financeCharges'; readonly draftUid?: string }
  | { readonly screen: 'openingBalances'; readonly draftUid?: string }
  | { readonly screen: 'parkedReceipts' }
  /** `typed` and `like`: what was entered before it turned out that nobody knows the payer. */
  | {
      readonly screen: 'parkReceipt'
      readonly draftUid?: string
      readonly typed?: { readonly amount: number | null; readonly reference: string; readonly memo: string }
      readonly like?: {
        readonly currency: string
        readonly date: CalendarDate | null
        readonly method: ReceiptMethod
        readonly depositAccountId: number | null
        readonly batchId: number | null
      }
    }
  | { readonly screen: 'identifyReceipt'; readonly parkedId?: number; readonly draftUid?: string }
  | { readonly screen: 'receiptBatches' }
  | { readonly screen: 'deductions' }
  | { readonly screen: 'aging' }
  | { readonly screen: 'revaluation'; readonly date?: CalendarDate }
  | { readonly screen: 'statement'; readonly customerId?: number; readonly currency?: string }
  | { readonly screen: 'import' }
  | { readonly screen: 'setup' }
  | { readonly screen: 'check' }

/** Whether two places are the same one. */
export function isSamePlace(a: Place, b: Place): boolean {
  const left = Object.entries(a)
  const right = new Map<string, unknown>(Object.entries(b))
  return left.length === right.size && left.every(([key, value]) => right.get(key) === value)
}
