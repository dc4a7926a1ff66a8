import { expect, test } from 'vitest'
import { startIdleTimer } from '../../src-renderer/window/lock/idle-timer.ts'

/** A clock that a test moves on, with one timer. */
const fakeClock = () => {
  let at = 0
  let timer: { readonly run: () => void; readonly due: number } | null = null
  return {
    now: () => at,
    setTimer: (run: () => void, ms: number) => {
      timer = { run, due: at + ms }
      return () => {
        timer = null
      }
    },
    pass: (minutes: number) => {
      const end = at + minutes * 60_000
      while (timer !== null && timer.due <= end) {
        const { run, due } = timer
        at = due
        timer = null
        run()
      }
      at = end
    },
  }
}

test('locks after the minutes chosen, counted from the last key or move', () => {
  const clock = fakeClock()
  let locked = 0
  const timer = startIdleTimer(clock, 5, () => (locked += 1))
  clock.pass(4)
  timer.worked()
  clock.pass(4)
  expect(locked).toBe(0)
  clock.pass(1)
  expect(locked).toBe(1)
})

test('locks nothing once it is stopped', () => {
  const clock = fakeClock()
  let locked = 0
  startIdleTimer(clock, 5, () => (locked += 1)).stop()
  clock.pass(60)
  expect(locked).toBe(0)
})
