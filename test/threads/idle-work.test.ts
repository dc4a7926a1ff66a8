import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CompanyFile } from '../../src-main/company-file/company-file.ts'
import { workWhenIdle } from '../../src-main/threads/idle-work.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pauses = { idleMs: 1000, betweenMs: 15, piecesPerCheckpoint: 3 }

/** A company that has so many pieces left to do. */
const watched = (left: number) => {
  const done = { pieces: 0 }
  const checkpoint = vi.fn()
  const company = {
    checkpoint,
    workWhileIdle: () => (done.pieces += 1) < left,
  } as unknown as CompanyFile
  return { done, checkpoint, idle: workWhenIdle(company, pauses) }
}

test('work begins a second after the last command', () => {
  const { done, idle } = watched(1)
  for (let command = 0; command < 5; command += 1) {
    idle.rest()
    vi.advanceTimersByTime(999)
  }
  expect(done.pieces).toBe(0)
  vi.advanceTimersByTime(1)
  expect(done.pieces).toBe(1)
})

test('it goes on a piece at a time until nothing is left, and what it wrote is moved into the file in between', () => {
  const { done, checkpoint, idle } = watched(7)
  idle.rest()
  vi.advanceTimersByTime(1000 + 15)
  expect(done.pieces).toBe(2)
  vi.advanceTimersByTime(10_000)
  expect(done.pieces).toBe(7)
  expect(checkpoint).toHaveBeenCalledTimes(2)
})

test('a command in between makes it rest again, and a company that closes ends it', () => {
  const { done, idle } = watched(100)
  idle.rest()
  vi.advanceTimersByTime(1000)
  idle.rest()
  vi.advanceTimersByTime(999)
  expect(done.pieces).toBe(1)
  idle.stop()
  vi.advanceTimersByTime(10_000)
  expect(done.pieces).toBe(1)
})
