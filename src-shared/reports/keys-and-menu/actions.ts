import type { ActionDefinition } from '../../kit/action.ts'

/** What a clerk can do in this module. */
export const reportsActions = [
  {
    id: 'go.aging',
    title: 'Aging',
    group: 'Go to',
    hint: 'Who owes how much and since when, as of any day.',
    scope: 'app',
    key: 'Ctrl+G',
    menu: { menu: 'reports', section: 1 },
    keywords: 'overdue aged report buckets',
  },
  {
    id: 'go.statements',
    title: 'Statements',
    group: 'Go to',
    hint: 'A customer’s statement, to print or save as PDF.',
    scope: 'app',
    key: 'Ctrl+T',
    menu: { menu: 'reports', section: 1 },
    keywords: 'statement of account letter',
  },
  {
    id: 'go.invoiceRegister',
    title: 'Invoice register',
    group: 'Go to',
    hint: 'What was billed in a period, document by document.',
    scope: 'app',
    menu: { menu: 'reports', section: 2 },
    keywords: 'sales journal invoices credit notes billed report',
  },
  {
    id: 'go.trialBalance',
    title: 'Trial balance',
    group: 'Go to',
    hint: 'What every account holds, as of any day.',
    scope: 'app',
    menu: { menu: 'reports', section: 2 },
    keywords: 'general ledger accounts debit credit report',
  },
] as const satisfies readonly ActionDefinition[]
