import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    openingBalances: { readonly draftUid?: string }
  }
}

export const openingBalancesPlace = definePlace({
  screen: 'openingBalances',
  action: 'openingBalances.new',
  draft: { kind: 'opening_balances', name: 'Opening' },
  load: async () => (await import('./OpeningBalancesScreen.tsx')).OpeningBalancesScreen,
})
