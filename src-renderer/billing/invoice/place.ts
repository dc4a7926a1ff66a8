import { definePlace } from '../../keyboard/define-place.ts'
import { billingScreen } from '../entry/BillingScreen.tsx'
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
  component: billingScreen('invoice'),
})
