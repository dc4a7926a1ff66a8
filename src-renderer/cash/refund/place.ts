import { definePlace } from '../../keyboard/define-place.ts'
import type { SettlingPlace } from '../settling/settling-entry.ts'

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
  load: async () => (await import('./RefundForm.tsx')).RefundScreen,
})
