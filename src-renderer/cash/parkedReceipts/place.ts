import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    parkedReceipts: Plain
  }
}

export const parkedReceiptsPlace = definePlace({
  screen: 'parkedReceipts',
  action: 'parked.list',
  under: 'receipt.new',
  load: async () => (await import('./ParkedReceiptsScreen.tsx')).ParkedReceiptsScreen,
})
