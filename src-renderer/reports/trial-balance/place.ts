import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { TrialBalanceScreen } from './TrialBalanceScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    trialBalance: Plain
  }
}

export const trialBalancePlace = definePlace({
  screen: 'trialBalance',
  action: 'go.trialBalance',
  under: 'go.aging',
  component: TrialBalanceScreen,
})
