import type { ActionDefinition } from '../../kit/action.ts'

/** What a clerk can do in this module. */
export const currencyActions = [
  {
    id: 'go.revaluation',
    role: 'clerk',
    title: 'Revalue foreign balances',
    group: 'Go to',
    hint: 'What is open in other currencies, at the rates of a day.',
    scope: 'app',
    menu: { menu: 'reports', section: 2 },
    keywords: 'exchange rate currency unrealised gain loss month end',
  },
] as const satisfies readonly ActionDefinition[]
