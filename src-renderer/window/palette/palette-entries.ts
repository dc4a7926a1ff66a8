import { actionGroups } from '../../../src-shared/kit/action.ts'
import { actions } from '../../../src-shared/keys-and-menu/actions.ts'
import type { Action, ActionId } from '../../../src-shared/keys-and-menu/actions.ts'
import type { Found, FoundGroup } from './find.ts'
import { fitOf } from './fuzzy.ts'

export type PaletteEntry =
  | { readonly kind: 'action'; readonly key: string; readonly group: string; readonly action: Action }
  | { readonly kind: 'found'; readonly key: string; readonly group: string; readonly found: Found }

const list: readonly Action[] = actions

/** Never offered in the palette: it is the palette, or the key that leaves it. */
const hidden: ReadonlySet<ActionId> = new Set(['palette.open', 'go.back'])

/** The actions that fit what is typed, best first; in the order of their groups while nothing is typed. */
export function actionEntries(typed: string, isAvailable: (id: ActionId) => boolean): readonly PaletteEntry[] {
  const fitting = list
    .filter(({ id }) => !hidden.has(id) && isAvailable(id))
    .map((action) => ({ action, fit: actionFit(typed, action) }))
    .filter(({ fit }) => fit > 0)
  const ordered =
    typed.trim() === ''
      ? fitting.toSorted((a, b) => actionGroups.indexOf(a.action.group) - actionGroups.indexOf(b.action.group))
      : fitting.toSorted((a, b) => b.fit - a.fit)
  return ordered.map(({ action }) => ({
    kind: 'action',
    key: action.id,
    group: typed.trim() === '' ? action.group : 'Actions',
    action,
  }))
}

function actionFit(typed: string, { title, keywords = '', group }: Action): number {
  return Math.max(fitOf(typed, title), fitOf(typed, `${title} ${keywords} ${group}`) * 0.6)
}

export const foundEntries = ({ id, title, found }: FoundGroup): readonly PaletteEntry[] =>
  found.map((one) => ({ kind: 'found', key: `${id}:${one.key}`, group: title, found: one }))
