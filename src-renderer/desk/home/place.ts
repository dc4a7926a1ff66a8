import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    home: Plain
  }
}

export const homePlace = definePlace({
  screen: 'home',
  action: 'go.home',
  rail: { order: 10 },
  load: async () => (await import('./HomeScreen.tsx')).HomeScreen,
})
