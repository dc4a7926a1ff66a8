import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    aging: Plain
  }
}

export const agingPlace = definePlace({
  screen: 'aging',
  action: 'go.aging',
  rail: { order: 60, startsGroup: true },
  load: async () => (await import('./AgingScreen.tsx')).AgingScreen,
})
