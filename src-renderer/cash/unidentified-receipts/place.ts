import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { UnidentifiedReceiptsScreen } from './UnidentifiedReceiptsScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    unidentifiedReceipts: Plain
  }
}

export const unidentifiedReceiptsPlace = definePlace({
  screen: 'unidentifiedReceipts',
  action: 'unidentified.list',
  under: 'receipt.new',
  component: UnidentifiedReceiptsScreen,
})
