import { createContext, use, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { actionOf } from '../../src-shared/keys-and-menu/actions.ts'
import type { Action, ActionId } from '../../src-shared/keys-and-menu/actions.ts'
import { createActionRegistry } from './action-registry.ts'
import type { ActionRegistry } from './action-registry.ts'
import { focusPlaceOf, isInDialog } from './focus-place.ts'
import { actionsForKey } from './key-to-action.ts'
import { commitPendingField } from './pending-field.ts'
import { platform } from './platform.ts'

type ActionContextValue = {
  readonly registry: ActionRegistry
  /** Runs an action if a mounted screen handles it now; false otherwise. */
  readonly run: (id: ActionId) => boolean
}

const ActionContext = createContext<ActionContextValue | null>(null)

export function useActionContext(): ActionContextValue {
  const context = use(ActionContext)
  if (context === null) throw new Error('Actions need an <ActionProvider> around the window.')
  return context
}

export type ActionProviderProps = {
  readonly children: ReactNode
  /** Delivers clicks in the native menu as action ids; returns how to stop. Must be stable. */
  readonly subscribeToMenu?: (listener: (id: ActionId) => void) => () => void
}

/** Knows what every action does now, and turns keys and menu clicks into actions. One per window. */
export function ActionProvider({ children, subscribeToMenu }: ActionProviderProps) {
  const [registry] = useState(createActionRegistry)
  const context = useMemo(() => ({ registry, run: (id: ActionId) => runAction(registry, actionOf(id)) }), [registry])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => dispatchKey(event, registry)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [registry])

  useEffect(
    () =>
      subscribeToMenu?.((id) => {
        if (!isInDialog(document.activeElement)) context.run(id)
      }),
    [context, subscribeToMenu],
  )

  return <ActionContext value={context}>{children}</ActionContext>
}

function dispatchKey(event: KeyboardEvent, registry: ActionRegistry): void {
  if (event.defaultPrevented || event.isComposing) return
  const focused = document.activeElement
  if (isInDialog(focused)) return
  const candidates = actionsForKey(event, focusPlaceOf(focused), platform)
  if (candidates.length === 0) return
  // Even where nothing handles it now, the key is ours: Ctrl+P must not open the browser's own print dialog.
  if (event.ctrlKey || event.metaKey || event.key.startsWith('F')) event.preventDefault()
  const action =
    candidates.find(({ id }) => registry.handlerOf(id) !== undefined) ??
    candidates.find(({ id }) => registry.reasonAgainst(id) !== null)
  if (action === undefined) return
  event.preventDefault()
  if (!event.repeat || repeatable.has(action.id)) runAction(registry, action)
}

/** Holding a key down repeats only what is harmless to repeat; posting never is. */
const repeatable: ReadonlySet<ActionId> = new Set(['lines.moveUp', 'lines.moveDown'])

function runAction(registry: ActionRegistry, action: Action): boolean {
  if (registry.tellsIfForbidden(action.id)) return false
  const outcome = commitPendingField()
  if (outcome !== 'done' && action.scope === 'document') return false
  // Looked up only now: taking over the field may have rendered a newer handler, or disabled it.
  const handler = registry.handlerOf(action.id)
  handler?.run()
  return handler !== undefined
}
