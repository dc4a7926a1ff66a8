import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { SetupScreen } from './SetupScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    setup: Plain
  }
}

export const setupPlace = definePlace({
  screen: 'setup',
  action: 'go.setup',
  rail: { order: 90 },
  component: SetupScreen,
})
