/** The shortest time between two progress events of one call, in milliseconds: 20 a second. */
export const PROGRESS_INTERVAL_MS = 50

/** Passes progress on at most every `PROGRESS_INTERVAL_MS` of `now` (milliseconds), but always the first and the last. */
export const throttled = (
  report: (done: number, total: number) => void,
  now: () => number,
): ((done: number, total: number) => void) => {
  let last = Number.NEGATIVE_INFINITY
  return (done, total) => {
    const time = now()
    if (time - last < PROGRESS_INTERVAL_MS && done < total) return
    last = time
    report(done, total)
  }
}
