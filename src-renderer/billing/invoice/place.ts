import { definePlace } from '../../keyboard/define-place.ts'
import type { BillingPlace } from '../entry/start.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    invoice: BillingPlace
  }
}

export const invoicePlace = definePlace({
  screen: 'invoice',
  action: 'invoice.new',
  rail: { order: 40, startsGroup: true },
  draft: { kind: 'invoice', name: 'Invoice' },
  load: async () => (await import('../entry/BillingScreen.tsx')).billingScreen('invoice'),
})
