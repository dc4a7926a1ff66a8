import type { ActionDefinition } from '../../kit/action.ts'

/** What a clerk can do in this module. */
export const companyActions = [
  {
    id: 'books.check',
    title: 'Check the books',
    group: 'Company',
    hint: 'Check every rule of the ledger and the chain of commands.',
    scope: 'app',
    menu: { menu: 'help', section: 2 },
    keywords: 'verify audit balance tie out integrity',
  },
  {
    id: 'go.backups',
    title: 'Backups and restore',
    group: 'Company',
    hint: 'Where the company and its backups lie, and the way back to any of them.',
    scope: 'app',
    menu: { menu: 'company', section: 2 },
    keywords: 'restore recover path folder move second place copy',
  },
] as const satisfies readonly ActionDefinition[]
