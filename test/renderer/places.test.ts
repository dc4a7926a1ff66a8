import { describe, expect, test } from 'vitest'
import { moveStack, STACK_DEPTH_MAX, startAt, topOf } from '../../src-renderer/keyboard/place-stack.ts'
import type { PlaceStackState, StackMove } from '../../src-renderer/keyboard/place-stack.ts'
import { isSamePlace } from '../../src-renderer/keyboard/places.ts'

function after(...moves: readonly StackMove[]): PlaceStackState {
  return moves.reduce(moveStack, startAt({ screen: 'home' }))
}

const screens = (state: PlaceStackState): string[] => state.entries.map(({ place }) => place.screen)

describe('going from place to place', () => {
  test('back returns to the place before, as it was left', () => {
    const there = after({ kind: 'go', place: { screen: 'customers' } })
    const home = moveStack(there, { kind: 'back' })
    expect(topOf(home)).toBe(there.entries[0])
  })

  test('back from the first place stays', () => {
    const state = after()
    expect(moveStack(state, { kind: 'back' })).toBe(state)
  })

  test('going to a place already on the way steps back to it', () => {
    const state = after(
      { kind: 'go', place: { screen: 'customers' } },
      { kind: 'go', place: { screen: 'customer', customerId: 1 } },
      { kind: 'go', place: { screen: 'customers' } },
    )
    expect(screens(state)).toEqual(['home', 'customers'])
  })

  test('two customers are two places', () => {
    expect(isSamePlace({ screen: 'customer', customerId: 1 }, { screen: 'customer', customerId: 2 })).toBe(false)
    expect(isSamePlace({ screen: 'customer', customerId: 1 }, { screen: 'customer', customerId: 1 })).toBe(true)
    expect(isSamePlace({ screen: 'invoice' }, { screen: 'invoice', draftUid: 'a' })).toBe(false)
  })

  test('a posted invoice replaces its entry, so that back does not return to it', () => {
    const state = after(
      { kind: 'go', place: { screen: 'invoice' } },
      { kind: 'replace', place: { screen: 'document', documentId: 1 } },
    )
    expect(screens(state)).toEqual(['home', 'document'])
    expect(topOf(state).key).toBe(2)
  })

  test('opening another company forgets the way here', () => {
    expect(
      screens(after({ kind: 'go', place: { screen: 'aging' } }, { kind: 'reset', place: { screen: 'welcome' } })),
    ).toEqual(['welcome'])
  })

  test('only so many places are kept', () => {
    const ids = Array.from({ length: 40 }, (_, index) => index)
    const state = after(
      ...ids.map((customerId): StackMove => ({ kind: 'go', place: { screen: 'customer', customerId } })),
    )
    expect(state.entries).toHaveLength(STACK_DEPTH_MAX)
    expect(topOf(state).place).toEqual({ screen: 'customer', customerId: 39 })
  })
})
