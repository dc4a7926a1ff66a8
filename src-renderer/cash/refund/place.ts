import { definePlace } from '../../keyboard/define-place.ts'
import { RefundScreen } from './RefundScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    /** With a document: a refund of what is left of that credit. */
    refund: { readonly customerId?: number; readonly documentId?: number; readonly draftUid?: string }
  }
}

export const refundPlace = definePlace({
  screen: 'refund',
  action: 'refund.new',
  draft: { kind: 'refund', name: 'Refund' },
  component: RefundScreen,
})
