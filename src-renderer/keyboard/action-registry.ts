import type { ActionId } from '../../src-shared/keys-and-menu/actions.ts'

/** What a mounted screen does for an action. Mutable on purpose: the newest closure is called without registering anew. */
export type ActionHandler = { run: () => void; enabled: boolean }

export type ActionState = { readonly available: boolean; readonly enabled: boolean }

/** The actions that the person who works here may not do. */
export type Forbidden = {
  /** Why not; null for an action that is allowed. */
  readonly reasonOf: (id: ActionId) => string | null
  readonly say: (reason: string) => void
}

export type ActionRegistry = {
  /** Puts a handler on top of those for the same action; returns how to take it away. */
  register(id: ActionId, handler: ActionHandler): () => void
  /** Tells listeners that a handler's `enabled` changed. */
  changed(): void
  /** From now on forbidden actions do nothing; null allows everything again. */
  forbid(forbidden: Forbidden | null): void
  reasonAgainst(id: ActionId): string | null
  /** Whether an action is forbidden; if so, the person is told why. */
  tellsIfForbidden(id: ActionId): boolean
  /** The newest enabled handler. */
  handlerOf(id: ActionId): ActionHandler | undefined
  stateOf(id: ActionId): ActionState
  /** A number that changes with every change, for useSyncExternalStore. */
  version(): number
  subscribe(listener: () => void): () => void
}

export function createActionRegistry(): ActionRegistry {
  const handlers = new Map<ActionId, ActionHandler[]>()
  const listeners = new Set<() => void>()
  let version = 0
  let forbidden: Forbidden | null = null

  function changed(): void {
    version += 1
    for (const listener of listeners) listener()
  }

  function reasonAgainst(id: ActionId): string | null {
    return forbidden?.reasonOf(id) ?? null
  }

  function handlerOf(id: ActionId): ActionHandler | undefined {
    if (reasonAgainst(id) !== null) return undefined
    return handlers.get(id)?.findLast((handler) => handler.enabled)
  }

  return {
    register(id, handler) {
      handlers.set(id, [...(handlers.get(id) ?? []), handler])
      changed()
      return () => {
        const left = (handlers.get(id) ?? []).filter((other) => other !== handler)
        if (left.length === 0) handlers.delete(id)
        else handlers.set(id, left)
        changed()
      }
    },
    changed,
    forbid(next) {
      forbidden = next
      changed()
    },
    reasonAgainst,
    tellsIfForbidden(id) {
      const reason = reasonAgainst(id)
      if (reason !== null) forbidden?.say(reason)
      return reason !== null
    },
    handlerOf,
    stateOf: (id) => ({ available: handlers.has(id), enabled: handlerOf(id) !== undefined }),
    version: () => version,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
