import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    history: Plain
  }
}

export const historyPlace = definePlace({
  screen: 'history',
  action: 'go.history',
  load: async () => (await import('./HistoryScreen.tsx')).HistoryScreen,
})
