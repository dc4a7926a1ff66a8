/**
 * Hybrid logical clock: the wall clock's milliseconds, then a counter, then the device. Texts sort in the order the
 * commands happened, also when a machine's clock steps back, and across machines once they have met.
 */
const MILLIS_DIGITS = 12
const COUNTER_DIGITS = 4

/** The stamp after `last` (empty for none) at `now` on a device. */
export const nextStamp = (last: string, now: Date, deviceUid: string): string => {
  const lastMillis = last === '' ? 0 : parseInt(last.slice(0, MILLIS_DIGITS), 16)
  const lastCounter = last === '' ? 0 : parseInt(last.slice(MILLIS_DIGITS + 1, MILLIS_DIGITS + 1 + COUNTER_DIGITS), 16)
  const wall = now.getTime()
  const full = lastCounter === 0xffff
  const millis = wall > lastMillis ? wall : full ? lastMillis + 1 : lastMillis
  const counter = millis > lastMillis ? 0 : lastCounter + 1
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
  return `${hex(millis, MILLIS_DIGITS)}-${hex(counter, COUNTER_DIGITS)}-${deviceUid.slice(-12)}`
}
