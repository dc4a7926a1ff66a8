import type { ActionDefinition } from '../../kit/action.ts'

/** What a clerk can do in this module. */
export const chargesActions = [
  {
    id: 'financeCharges.run',
    title: 'Finance charges',
    group: 'Enter',
    hint: 'Charge interest and late fees on what is overdue, for all customers at once.',
    scope: 'app',
    menu: { menu: 'enter', section: 1 },
    keywords: 'interest late fee overdue run',
  },
  {
    id: 'financeCharges.credit',
    title: 'Credit finance charges',
    group: 'Enter',
    hint: 'Credit what finance charges charged too much, now that payments were dated into their days.',
    scope: 'app',
    key: 'Ctrl+Shift+F',
    keywords: 'interest late fee too much back-dated credit note',
  },
] as const satisfies readonly ActionDefinition[]
