import { definePlace } from '../../keyboard/define-place.ts'
import { InvoiceScreen } from './InvoiceScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    invoice: { readonly customerId?: number; readonly draftUid?: string }
  }
}

export const invoicePlace = definePlace({
  screen: 'invoice',
  action: 'invoice.new',
  rail: { order: 40, startsGroup: true },
  draft: { kind: 'invoice', name: 'Invoice' },
  component: InvoiceScreen,
})
