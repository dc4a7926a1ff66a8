import { expect, test } from 'vitest'
import { tieStatus } from '../../../src-renderer/window/use-status.ts'
import { waitBeforeTieOut } from '../../../src-renderer/window/use-tie-out.ts'
import type { LastTieOut } from '../../../src-renderer/window/use-tie-out.ts'

const last = (difference: number, isCurrent: boolean) =>
  ({ tie: { difference }, at: new Date(2025, 5, 30, 14, 3), isCurrent }) as LastTieOut

test('the status line says whether the ledger ties, and of when that is once something has changed', () => {
  expect(tieStatus(last(0, true))).toEqual({ text: 'Ledger in balance', tone: 'ok' })
  expect(tieStatus(last(0, false))).toEqual({ text: 'Ledger in balance at 14:03', tone: 'ok' })
  expect(tieStatus(last(1, false))).toMatchObject({ tone: 'bad' })
})

test('a tie-out that takes long is asked for seldom', () => {
  expect(waitBeforeTieOut(5)).toBe(2000)
  expect(waitBeforeTieOut(1500)).toBe(15_000)
})
