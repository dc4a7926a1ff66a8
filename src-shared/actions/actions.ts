import { pileActions } from './pile-actions.ts'
import type { ActionDefinition, ActionScope } from './action.ts'
import { companyActions } from './company-actions.ts'
import { documentActions } from './document-actions.ts'
import { goActions } from './go-actions.ts'
import { gridActions } from './grid-actions.ts'
import { moneyActions } from './money-actions.ts'

/** Every action a clerk can take. The menu, the palette, the shortcut sheet and the hints on buttons all read this list. */
export const actions = [
  ...goActions,
  ...documentActions,
  ...moneyActions,
  ...pileActions,
  ...gridActions,
  ...companyActions,
] as const satisfies readonly ActionDefinition[]

export type ActionId = (typeof actions)[number]['id']
export type Action = Omit<ActionDefinition, 'id'> & { readonly id: ActionId }

const byId: ReadonlyMap<string, Action> = new Map(actions.map((action): [string, Action] => [action.id, action]))

/** The action with this id. */
export function actionOf(id: ActionId): Action {
  const action = byId.get(id)
  if (action === undefined) throw new RangeError(`There is no action "${id}"; add it to src-shared/actions.`)
  return action
}

/** Whether a text that came from outside (a menu click) names an action. */
export function isActionId(text: string): text is ActionId {
  return byId.has(text)
}

/** The scopes that can be in force together with this one, itself included: two actions of these may not share a key. */
export function scopesTogetherWith(scope: ActionScope): readonly ActionScope[] {
  return together[scope]
}

const together: Record<ActionScope, readonly ActionScope[]> = {
  app: [
    'app',
    'document',
    'screen:customers',
    'screen:customer',
    'screen:receivePayment',
    'screen:parkedReceipts',
    'screen:receiptBatches',
    'screen:deductions',
    'grid:lines',
    'grid:payment',
    'grid:items',
    'grid:due',
    'grid:recurring',
  ],
  document: [
    'app',
    'document',
    'screen:receivePayment',
    'grid:lines',
    'grid:payment',
    'grid:items',
    'grid:due',
    'grid:recurring',
  ],
  'screen:customers': ['app', 'screen:customers'],
  'screen:customer': ['app', 'screen:customer'],
  'screen:parkedReceipts': ['app', 'screen:parkedReceipts'],
  'screen:receiptBatches': ['app', 'screen:receiptBatches'],
  'screen:deductions': ['app', 'screen:deductions'],
  'screen:receivePayment': ['app', 'document', 'screen:receivePayment', 'grid:payment'],
  'grid:lines': ['app', 'document', 'grid:lines'],
  'grid:items': ['app', 'document', 'grid:items'],
  'grid:due': ['app', 'document', 'grid:due'],
  'grid:recurring': ['app', 'document', 'grid:recurring'],
  'grid:payment': ['app', 'document', 'screen:receivePayment', 'grid:payment'],
}
