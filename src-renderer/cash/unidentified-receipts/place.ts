import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    unidentifiedReceipts: Plain
  }
}

export const unidentifiedReceiptsPlace = definePlace({
  screen: 'unidentifiedReceipts',
  action: 'unidentified.list',
  under: 'receipt.new',
  load: async () => (await import('./UnidentifiedReceiptsScreen.tsx')).UnidentifiedReceiptsScreen,
})
