import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { AgingScreen } from './AgingScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    aging: Plain
  }
}

export const agingPlace = definePlace({
  screen: 'aging',
  action: 'go.aging',
  rail: { order: 60, startsGroup: true },
  component: AgingScreen,
})
