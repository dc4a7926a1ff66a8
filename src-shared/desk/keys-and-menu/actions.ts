import type { ActionDefinition } from '../../kit/action.ts'

/** What a clerk can do in this module. */
export const deskActions = [
  {
    id: 'go.home',
    title: 'Home',
    group: 'Go to',
    hint: 'The company at a glance.',
    scope: 'app',
    key: 'Ctrl+H',
    menu: { menu: 'view', section: 1 },
    keywords: 'start dashboard',
  },
  {
    id: 'find.open',
    title: 'Find',
    group: 'Go to',
    hint: 'Find a customer, invoice, check or amount.',
    scope: 'app',
    key: 'Ctrl+F',
    menu: { menu: 'edit', section: 2 },
    keywords: 'search look up',
  },
  {
    id: 'go.setup',
    title: 'Setup',
    group: 'Company',
    hint: 'The company, its terms, tax codes, products and accounts.',
    scope: 'app',
    menu: { menu: 'company', section: 2, order: 3 },
    keywords: 'settings preferences terms tax codes products accounts closing date people pin limits reasons tolerance',
  },
] as const satisfies readonly ActionDefinition[]
