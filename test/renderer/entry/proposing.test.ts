import { describe, expect, test } from 'vitest'
import { isSeen, placeText, proposingText } from '../../../src-renderer/cash/settling/proposing.ts'
import type { Proposing } from '../../../src-renderer/cash/settling/proposing.ts'

const exactly = { reason: 'Exactly the amount of INV-1.', lines: [], credits: [] }
const oldest = { reason: 'Oldest first.', lines: [], credits: [] }
const proposing = (changes: Partial<Proposing> = {}): Proposing => ({
  isRead: true,
  proposals: [exactly, oldest],
  isProposed: true,
  proposal: exactly,
  isByHand: false,
  hasAmount: true,
  hasItems: true,
  isApplied: true,
  ...changes,
})
const byHand = { proposal: null, isByHand: true } as const

describe('what is said of how money is applied', () => {
  test('the proposal followed, and which of how many it is', () => {
    expect(proposingText(proposing())).toBe('Proposed: Exactly the amount of INV-1.')
    expect(placeText(proposing({ proposal: oldest }))).toBe('(2 of 2)')
    expect(placeText(proposing({ proposals: [exactly] }))).toBe('')
  })
  test('nothing of a proposal for what was typed before', () => {
    expect(proposingText(proposing({ isProposed: false }))).toBe('')
    expect(proposingText(proposing({ proposals: [], proposal: null, isProposed: false }))).toBe('')
  })
  test.each([
    [proposing(byHand), 'Applied by hand. Space pays a row in full, again takes it back.'],
    [proposing({ ...byHand, isApplied: false }), 'Nothing is applied. Space pays a row in full.'],
    [
      proposing({ proposal: null, hasAmount: false }),
      'Enter the amount and a proposal comes up here, or pay rows with Space.',
    ],
    [
      proposing({ proposal: null, proposals: [] }),
      'Nothing to propose: pay rows with Space, or leave the payment unapplied.',
    ],
    [
      proposing({ proposal: null, hasItems: false }),
      'Nothing is open: the whole payment stays unapplied, as credit for later.',
    ],
  ])('without one, what there is to do (%#)', (at, text) => {
    expect(proposingText(at)).toBe(text)
  })
})

test.each([
  ['a proposal for what is typed', proposing(), true],
  ['one for what was typed before', proposing({ isProposed: false }), false],
  ['what is taken by hand, whatever is proposed', proposing({ ...byHand, isProposed: false }), true],
  ['what is taken by hand of items not read yet', proposing({ ...byHand, isRead: false }), false],
])('posting sends only what is seen: %s', (_what, at, seen) => {
  expect(isSeen(at)).toBe(seen)
})
