import { definePlace } from '../../keyboard/define-place.ts'
import type { BillingPlace } from '../entry/start.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    debitNote: BillingPlace
  }
}

export const debitNotePlace = definePlace({
  screen: 'debitNote',
  action: 'debitNote.new',
  under: 'go.documents',
  draft: { kind: 'debit_note', name: 'Debit note' },
  load: async () => (await import('../entry/BillingScreen.tsx')).billingScreen('debit_note'),
})
