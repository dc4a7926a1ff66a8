import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    revaluation: { readonly date?: CalendarDate }
  }
}

export const revaluationPlace = definePlace({
  screen: 'revaluation',
  action: 'go.revaluation',
  under: 'go.aging',
  load: async () => (await import('./RevaluationScreen.tsx')).RevaluationScreen,
})
