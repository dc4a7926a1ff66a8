import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkpointWhenIdle } from '../../src-main/threads/idle-checkpoint.ts'
import { throttled } from '../../src-main/threads/throttle.ts'
import { temporaryFolder } from '../fixtures/company.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const bounds = { idleMs: 500, growthBytesMax: 1000, commandsMax: 10 }

const watched = () => {
  const path = join(temporaryFolder(), 'Test.duebook')
  const checkpoint = vi.fn()
  const company = {
    path,
    userId: 1,
    twin: null,
    endedCleanly: true,
    checked: () => {},
    checkpoint,
    workWhileIdle: () => false,
    close: vi.fn(),
    dispatch: vi.fn(),
    dispatchAgain: vi.fn(),
  }
  return {
    checkpoint,
    idle: checkpointWhenIdle(company, bounds),
    logOf: (bytes: number) => writeFileSync(`${path}-wal`, Buffer.alloc(bytes)),
  }
}

test('a checkpoint waits for half a second without a command', () => {
  const { checkpoint, idle } = watched()
  for (let command = 0; command < 5; command += 1) {
    idle.afterCommand()
    vi.advanceTimersByTime(499)
  }
  expect(checkpoint).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(checkpoint).toHaveBeenCalledTimes(1)
})

test('a log that outgrows its bound is moved at once, and then only after growing as much again', () => {
  const { checkpoint, idle, logOf } = watched()
  logOf(1001)
  idle.afterCommand()
  expect(checkpoint).toHaveBeenCalledTimes(1)
  idle.afterCommand()
  expect(checkpoint).toHaveBeenCalledTimes(1)
  logOf(2002)
  idle.afterCommand()
  expect(checkpoint).toHaveBeenCalledTimes(2)
})

test('commands without a rest are bounded too', () => {
  const { checkpoint, idle } = watched()
  for (let command = 0; command < 25; command += 1) idle.afterCommand()
  expect(checkpoint).toHaveBeenCalledTimes(2)
})

test('none comes after the company is closed', () => {
  const { checkpoint, idle } = watched()
  idle.afterCommand()
  idle.stop()
  vi.advanceTimersByTime(10_000)
  expect(checkpoint).not.toHaveBeenCalled()
})

test('progress passes at most every 50 ms, the first and the last always', () => {
  let now = 0
  const seen: number[] = []
  const report = throttled(
    (done) => seen.push(done),
    () => now,
  )
  for (let done = 1; done <= 1000; done += 1) {
    now = done / 10
    report(done, 1000)
  }
  expect(seen).toEqual([1, 501, 1000])
})
