import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { RecurringScreen } from './RecurringScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    recurring: Plain
  }
}

export const recurringPlace = definePlace({
  screen: 'recurring',
  action: 'go.recurring',
  under: 'go.documents',
  component: RecurringScreen,
})
