/** What it needs of time, passed in. */
export type IdleClock = {
  /** Milliseconds that only grow. */
  readonly now: () => number
  readonly setTimer: (run: () => void, ms: number) => () => void
}

const MINUTE_MS = 60_000

/**
 * Calls `onIdle` once nothing was typed or moved for so many minutes. One timer at a time: a sign of work only notes when it
 * was. Timers stand still while a computer sleeps, and the clock may not: what is over is seen when the timer ends.
 */
export function startIdleTimer({ now, setTimer }: IdleClock, minutes: number, onIdle: () => void) {
  let last = now()
  let cancel = setTimer(check, minutes * MINUTE_MS)
  function check(): void {
    const left = last + minutes * MINUTE_MS - now()
    if (left > 0) cancel = setTimer(check, left)
    else onIdle()
  }
  return {
    worked: (): void => {
      last = now()
    },
    stop: (): void => cancel(),
  }
}
