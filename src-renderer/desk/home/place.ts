import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { HomeScreen } from './HomeScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    home: Plain
  }
}

export const homePlace = definePlace({
  screen: 'home',
  action: 'go.home',
  rail: { order: 10 },
  component: HomeScreen,
})
