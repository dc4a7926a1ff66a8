import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    setup: Plain
  }
}

export const setupPlace = definePlace({
  screen: 'setup',
  action: 'go.setup',
  rail: { order: 90 },
  load: async () => (await import('./SetupScreen.tsx')).SetupScreen,
})
