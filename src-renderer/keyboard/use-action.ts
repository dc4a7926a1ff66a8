import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { ActionId } from '../../src-shared/keys-and-menu/actions.ts'
import type { ActionHandler, ActionState } from './action-registry.ts'
import { useActionContext } from './ActionProvider.tsx'

type ActionOptions = { readonly enabled?: boolean }

/** Handles an action while the component is mounted. The latest mounted wins; a disabled one lets those beneath through. */
export function useAction(id: ActionId, run: () => void, { enabled = true }: ActionOptions = {}): void {
  const { registry } = useActionContext()
  const handler = useRef<ActionHandler>({ run, enabled })

  useLayoutEffect(() => {
    handler.current.run = run
    if (handler.current.enabled === enabled) return
    handler.current.enabled = enabled
    registry.changed()
  })

  useLayoutEffect(() => registry.register(id, handler.current), [registry, id])
}

export type ActionHandlers = Partial<Record<ActionId, () => void>>

/** Handles several actions at once. The set of ids may change between renders. */
export function useActions(handlers: ActionHandlers, { enabled = true }: ActionOptions = {}): void {
  const { registry } = useActionContext()
  const latest = useRef(handlers)
  const ids = Object.keys(handlers).toSorted().join(' ')

  useLayoutEffect(() => {
    latest.current = handlers
  })

  useLayoutEffect(() => {
    if (!enabled || ids === '') return
    // The keys of ActionHandlers are action ids; Object.keys only forgets their type.
    const removals = (ids.split(' ') as ActionId[]).map((id) =>
      registry.register(id, { run: () => latest.current[id]?.(), enabled: true }),
    )
    return () => {
      for (const remove of removals) remove()
    }
  }, [registry, ids, enabled])
}

/** Runs an action as its key would; false when nothing handles it now. */
export function useRunAction(): (id: ActionId) => boolean {
  return useActionContext().run
}

/** Draws anew whenever an action becomes possible or stops being so. */
export function useActionsVersion(): number {
  const { registry } = useActionContext()
  return useSyncExternalStore(registry.subscribe, registry.version)
}

/** Whether a mounted screen handles the action, whether it is enabled now, and why who works here may not do it. */
export function useActionState(id: ActionId): ActionState & { readonly reasonAgainst: string | null } {
  const { registry } = useActionContext()
  const snapshot = useCallback(() => {
    const { available, enabled } = registry.stateOf(id)
    return enabled ? 'enabled' : available ? 'disabled' : 'absent'
  }, [registry, id])
  const state = useSyncExternalStore(registry.subscribe, snapshot)
  const reasonAgainst = useSyncExternalStore(registry.subscribe, () => registry.reasonAgainst(id))
  return { available: state !== 'absent', enabled: state === 'enabled', reasonAgainst }
}
