import { isAccelerator, isTypingKey, parseAccelerator } from '../../src-shared/keys-and-menu/accelerator.ts'
import type { Accelerator, KeyStroke, Platform } from '../../src-shared/keys-and-menu/accelerator.ts'
import { actions } from '../../src-shared/keys-and-menu/actions.ts'
import type { Action } from '../../src-shared/keys-and-menu/actions.ts'
import type { ActionScope } from '../../src-shared/keys-and-menu/actions.ts'

/** Where the focus is when a key is typed. */
export type FocusPlace = {
  /** The scope of the grid around the focus, if any. */
  readonly gridScope: string | null
  /** `none`: no text field. `untouched`: a grid cell whose text is as it was. `typing`: any other text field. */
  readonly field: 'none' | 'untouched' | 'typing'
}

type Keyed = { readonly action: Action; readonly accelerator: Accelerator }

const list: readonly Action[] = actions
const keyed: readonly Keyed[] = list
  .flatMap((action) => (action.key === undefined ? [] : [{ action, accelerator: parseAccelerator(action.key) }]))
  .toSorted((a, b) => rank(a.action.scope) - rank(b.action.scope))

/** The grid with the focus comes first, then the screen, then the app. */
function rank(scope: ActionScope): number {
  if (scope.startsWith('grid:')) return 0
  return scope === 'app' ? 2 : 1
}

/**
 * The actions a key stroke means at this place, the most local first; the caller runs the first one that a mounted screen
 * handles. A key that would type something goes to the text field, unless it is a grid's own key over an untouched cell.
 */
export function actionsForKey(stroke: KeyStroke, place: FocusPlace, platform: Platform): readonly Action[] {
  return keyed
    .filter(({ action, accelerator }) => {
      const inGrid = action.scope.startsWith('grid:')
      if (inGrid && action.scope !== place.gridScope) return false
      if (!isAccelerator(stroke, accelerator, platform)) return false
      if (!isTypingKey(accelerator) || place.field === 'none') return true
      return inGrid && place.field === 'untouched'
    })
    .map(({ action }) => action)
}
