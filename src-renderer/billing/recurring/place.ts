import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    recurring: Plain
  }
}

export const recurringPlace = definePlace({
  screen: 'recurring',
  action: 'go.recurring',
  under: 'go.documents',
  load: async () => (await import('./RecurringScreen.tsx')).RecurringScreen,
})
