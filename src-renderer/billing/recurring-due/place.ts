import { definePlace, type Plain } from '../../keyboard/define-place.ts'
import { RecurringDueScreen } from './RecurringDueScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    recurringDue: Plain
  }
}

export const recurringDuePlace = definePlace({
  screen: 'recurringDue',
  action: 'go.recurringDue',
  under: 'go.documents',
  component: RecurringDueScreen,
})
