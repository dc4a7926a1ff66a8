import type { ActionDefinition } from '../../kit/action.ts'

/** What a clerk can do in this module. */
export const moveActions = [
  {
    id: 'go.import',
    role: 'clerk',
    title: 'Import',
    group: 'Company',
    hint: 'Bring in invoices and receipts from a CSV file.',
    scope: 'app',
    menu: { menu: 'company', section: 2, order: 2 },
    keywords: 'csv file load migrate',
  },
] as const satisfies readonly ActionDefinition[]
