import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    trialBalance: Plain
  }
}

export const trialBalancePlace = definePlace({
  screen: 'trialBalance',
  action: 'go.trialBalance',
  under: 'go.aging',
  load: async () => (await import('./TrialBalanceScreen.tsx')).TrialBalanceScreen,
})
