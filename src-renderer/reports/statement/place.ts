import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    statement: { readonly customerId?: number; readonly currency?: string }
  }
}

export const statementPlace = definePlace({
  screen: 'statement',
  action: 'go.statements',
  rail: { order: 70 },
  load: async () => (await import('./StatementScreen.tsx')).StatementScreen,
})
