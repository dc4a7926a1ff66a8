import type { ActionDefinition, Scopes } from '../../kit/action.ts'

/** Where keys of this module work, each within another. */
export const customersScopes = {
  'screen:customer': 'app',
} as const satisfies Scopes

/** What a clerk can do in this module. */
export const customersActions = [
  {
    id: 'go.customers',
    title: 'Customers',
    group: 'Go to',
    hint: 'The list of customers with their balances.',
    scope: 'app',
    key: 'Ctrl+J',
    menu: { menu: 'customers', section: 1 },
    keywords: 'accounts clients list',
  },
  {
    id: 'customer.new',
    title: 'New customer',
    group: 'Customers',
    hint: 'Enter a customer.',
    scope: 'app',
    key: 'Ctrl+N',
    menu: { menu: 'customers', section: 2 },
    keywords: 'create add account',
  },
  {
    id: 'customer.edit',
    title: 'Edit customer',
    group: 'Customers',
    hint: 'Change the customer’s name, address, terms or credit limit.',
    scope: 'screen:customer',
    key: 'Ctrl+E',
    menu: { menu: 'customers', section: 2 },
    keywords: 'change rename address terms',
  },
] as const satisfies readonly ActionDefinition[]
