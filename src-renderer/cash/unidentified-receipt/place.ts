import type { ReceiptMethod } from '../../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    /** `typed` and `like`: what was entered before it turned out that nobody knows the payer. */
    unidentifiedReceipt: {
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
  }
}

export const unidentifiedReceiptPlace = definePlace({
  screen: 'unidentifiedReceipt',
  action: 'unidentified.new',
  under: 'receipt.new',
  draft: { kind: 'unidentified_receipt', name: 'Unidentified receipt' },
  load: async () => (await import('./UnidentifiedReceiptScreen.tsx')).UnidentifiedReceiptScreen,
})
