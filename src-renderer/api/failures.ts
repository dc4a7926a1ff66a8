import type { InputOf } from '../../src-shared/contract.ts'
import { PAGE_ERROR_LENGTH_MAX } from '../../src-shared/company/contract/page.ts'
import { api } from './client.ts'
import { sayRefused } from './events.ts'
import { RefusedError } from './refused-error.ts'

type Where = InputOf<'page.failed'>['where']

/** A defect that comes back at every key stroke fills no log: so many are written until the page loads again. */
const LOGGED_MAX = 50
let logged = 0

/** Writes a defect of the window to the log. Gives the incident that finds it there; null when it is not written. */
export const logFailure = async (where: Where, thrown: unknown): Promise<string | null> => {
  if ((logged += 1) > LOGGED_MAX) return null
  try {
    return (await api.page.failed({ where, error: placesOf(thrown).slice(0, PAGE_ERROR_LENGTH_MAX) })).incident
  } catch {
    // The log cannot be reached: what is said of the defect goes without an incident.
    return null
  }
}

/** Its name and the places in our code; its message may quote what a clerk typed. */
const placesOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return 'not an Error'
  const lines = (thrown.stack ?? '').split('\n')
  return [thrown.name, ...lines.filter((line) => /^\s+at /.test(line))].join('\n').replaceAll('\r', '')
}

/** What is said of a defect by the incident that finds it in the log. */
export const failedInWindow = (incident: string): RefusedError =>
  new RefusedError({ code: 'window_failed', params: { incident }, path: '' })

/** Logs a defect that no screen shows, and says so; a refusal that nobody took is said as it is. */
const hear = async (where: Where, thrown: unknown): Promise<void> => {
  if (thrown instanceof RefusedError) {
    sayRefused(thrown)
    return
  }
  sayRefused(failedInWindow((await logFailure(where, thrown)) ?? 'not in the log'))
}

/** From now on hears what is thrown in handlers, and what promises reject with that nobody waits for. */
export const hearFailures = (): void => {
  window.addEventListener('unhandledrejection', ({ reason }) => void hear('promise', reason))
  window.addEventListener('error', ({ error }: ErrorEvent) => {
    // The browser's own remark that a size has changed while it was measured comes without an error; it is none.
    if (error !== null && error !== undefined) void hear('window', error)
  })
}
