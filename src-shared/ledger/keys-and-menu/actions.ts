import type { ActionDefinition } from '../../kit/action.ts'

/** What a clerk can do in this module. */
export const ledgerActions = [
  {
    id: 'item.hold',
    title: 'Dispute or hold',
    group: 'Document',
    hint: 'Keep an item out of reminders and finance charges, and settle it last; or end that.',
    scope: 'app',
    key: 'Ctrl+Shift+D',
    menu: { menu: 'document', section: 2 },
    keywords: 'disputed held query',
  },
] as const satisfies readonly ActionDefinition[]
