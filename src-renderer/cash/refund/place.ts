import { definePlace } from '../../keyboard/define-place.ts'
import { postingScreen } from '../../entry/posting/PostingScreen.tsx'
import type { SettlingPlace } from '../settling/settling-entry.ts'
import { nextRefund, startRefund } from './entry.ts'
import { RefundForm } from './RefundForm.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    /** With a document: a refund of what is left of that credit. */
    refund: SettlingPlace
  }
}

export const refundPlace = definePlace({
  screen: 'refund',
  action: 'refund.new',
  draft: { kind: 'refund', name: 'Refund' },
  component: postingScreen({ title: 'Refund', start: startRefund, next: nextRefund, form: RefundForm }),
})
