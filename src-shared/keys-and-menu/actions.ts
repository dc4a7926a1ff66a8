import type { ActionDefinition } from '../kit/action.ts'
import { billingActions, billingScopes } from '../billing/keys-and-menu/actions.ts'
import { cashActions, cashScopes } from '../cash/keys-and-menu/actions.ts'
import { chargesActions } from '../finance-charges/keys-and-menu/actions.ts'
import { companyActions, companyScopes } from '../company/keys-and-menu/actions.ts'
import { currencyActions } from '../currency/keys-and-menu/actions.ts'
import { customersActions, customersScopes } from '../customers/keys-and-menu/actions.ts'
import { deskActions } from '../desk/keys-and-menu/actions.ts'
import { documentsActions } from '../documents/keys-and-menu/actions.ts'
import { ledgerActions } from '../ledger/keys-and-menu/actions.ts'
import { moveActions } from '../import-export/keys-and-menu/actions.ts'
import { reportsActions } from '../reports/keys-and-menu/actions.ts'
import { windowActions } from './window-actions.ts'

const scopes = {
  app: null,
  document: 'app',
  ...companyScopes,
  ...customersScopes,
  ...billingScopes,
  ...cashScopes,
} as const

export type ActionScope = keyof typeof scopes

/**
 * Every action a clerk can take, as its module declares it, in the order of the menus. The menu, the palette, the shortcut
 * sheet and the hints on buttons all read this list.
 */
export const actions = [
  ...deskActions,
  ...windowActions,
  ...customersActions,
  ...documentsActions,
  ...billingActions,
  ...cashActions,
  ...chargesActions,
  ...ledgerActions,
  ...reportsActions,
  ...currencyActions,
  ...moveActions,
  ...companyActions,
] as const satisfies readonly (ActionDefinition & { readonly scope: ActionScope })[]

export type ActionId = (typeof actions)[number]['id']
export type Action = Omit<ActionDefinition, 'id' | 'scope'> & { readonly id: ActionId; readonly scope: ActionScope }

const byId: ReadonlyMap<string, Action> = new Map(actions.map((action): [string, Action] => [action.id, action]))

/** The action with this id. */
export function actionOf(id: ActionId): Action {
  const action = byId.get(id)
  if (action === undefined) throw new RangeError(`There is no action "${id}"; add it to its module's actions.ts.`)
  return action
}

/** Whether a text that came from outside (a menu click) names an action. */
export function isActionId(text: string): text is ActionId {
  return byId.has(text)
}

/** The scopes that can be in force together with this one, itself included: two actions of these may not share a key. */
export function scopesTogetherWith(scope: ActionScope): readonly ActionScope[] {
  const all = Object.keys(scopes) as readonly ActionScope[]
  return all.filter((other) => isWithin(other, scope) || isWithin(scope, other))
}

function isWithin(inner: ActionScope, outer: ActionScope): boolean {
  if (inner === outer) return true
  const around = scopes[inner]
  return around !== null && isWithin(around, outer)
}
