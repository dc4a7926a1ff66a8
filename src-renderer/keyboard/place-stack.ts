import { isSamePlace } from './places.ts'
import type { Place } from './places.ts'

/** One place on the stack. The key stays with it, so that what was typed there stays too. */
export type StackEntry = { readonly key: number; readonly place: Place }

export type PlaceStackState = { readonly entries: readonly StackEntry[]; readonly nextKey: number }

export type StackMove =
  | { readonly kind: 'go'; readonly place: Place }
  | { readonly kind: 'replace'; readonly place: Place }
  | { readonly kind: 'reset'; readonly place: Place }
  | { readonly kind: 'back' }

/** Places kept behind the one shown. The oldest is given up beyond this; each holds a whole screen. */
export const STACK_DEPTH_MAX = 12

export function startAt(place: Place): PlaceStackState {
  return { entries: [{ key: 0, place }], nextKey: 1 }
}

export function topOf(state: PlaceStackState): StackEntry {
  const top = state.entries.at(-1)
  if (top === undefined) throw new Error('The stack of places is never empty.')
  return top
}

/** The stack after a move. Going to a place already on the stack steps back to it and finds it as it was left. */
export function moveStack(state: PlaceStackState, move: StackMove): PlaceStackState {
  switch (move.kind) {
    case 'go': {
      const known = state.entries.findIndex(({ place }) => isSamePlace(place, move.place))
      if (known >= 0) return { ...state, entries: state.entries.slice(0, known + 1) }
      return push(state, state.entries.slice(1 - STACK_DEPTH_MAX), move.place)
    }
    case 'replace':
      return push(state, state.entries.slice(0, -1), move.place)
    case 'reset':
      return push(state, [], move.place)
    case 'back':
      return state.entries.length > 1 ? { ...state, entries: state.entries.slice(0, -1) } : state
  }
}

function push(state: PlaceStackState, beneath: readonly StackEntry[], place: Place): PlaceStackState {
  return { entries: [...beneath, { key: state.nextKey, place }], nextKey: state.nextKey + 1 }
}
