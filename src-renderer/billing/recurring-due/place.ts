import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    recurringDue: Plain
  }
}

export const recurringDuePlace = definePlace({
  screen: 'recurringDue',
  action: 'go.recurringDue',
  under: 'go.documents',
  load: async () => (await import('./RecurringDueScreen.tsx')).RecurringDueScreen,
})
