import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    financeCharges: { readonly draftUid?: string }
  }
}

export const financeChargesPlace = definePlace({
  screen: 'financeCharges',
  action: 'financeCharges.run',
  draft: { kind: 'finance_charges', name: 'Charges' },
  load: async () => (await import('./FinanceChargesScreen.tsx')).FinanceChargesScreen,
})
