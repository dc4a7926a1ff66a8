import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { ParkedReceiptsScreen } from './ParkedReceiptsScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    parkedReceipts: Plain
  }
}

export const parkedReceiptsPlace = definePlace({
  screen: 'parkedReceipts',
  action: 'parked.list',
  under: 'receipt.new',
  component: ParkedReceiptsScreen,
})
