import { Refusal } from '../../../src-shared/kit/refusal.ts'

/** Wrong PINs that cost nothing but the typing. */
const FREE = 2
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 15 * 60_000

interface Tried {
  readonly failures: number
  readonly until: number
}

/** Slows guessing down: after the third wrong PIN in a row each one doubles the wait, for that person, while the program runs. */
export class PinAttempts {
  readonly #now: () => number
  readonly #tried = new Map<number, Tried>()

  /** @param now milliseconds that only grow: a clock that a clerk can set would end the wait */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Throws Refusal `pin_wait` while it lasts; a PIN is then not even looked at. */
  assertMayTry(userId: number): void {
    const left = (this.#tried.get(userId)?.until ?? 0) - this.#now()
    if (left > 0) throw new Refusal('pin_wait', { seconds: Math.ceil(left / 1000) }, 'pin')
  }

  failed(userId: number): void {
    const failures = (this.#tried.get(userId)?.failures ?? 0) + 1
    const wait = failures <= FREE ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE - 1), LONGEST_WAIT_MS)
    this.#tried.set(userId, { failures, until: this.#now() + wait })
  }

  succeeded(userId: number): void {
    this.#tried.delete(userId)
  }
}
