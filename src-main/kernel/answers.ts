import { randomBytes } from 'node:crypto'
import type { Answer } from '../../src-shared/kit/operation.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'

export const refusedAnswer = (refusal: Refusal): Answer<never> => ({ ok: false, error: refusal.refused })

/** Writes a defect to the log, with its stack, and gives the id that finds its line there. */
export const logIncident = (doing: string, error: unknown, log: (line: string) => void): string => {
  const incident = randomBytes(6).toString('hex')
  const found = error instanceof Error ? (error.stack ?? error.name) : 'not an Error'
  log(`incident ${incident} in ${doing}: ${found}`)
  return incident
}

/** A defect, as the clerk sees it: an incident id that finds its line in the log. The stack goes to the log only. */
export const internalAnswer = (doing: string, error: unknown, log: (line: string) => void): Answer<never> =>
  refusedAnswer(new Refusal('internal', { incident: logIncident(doing, error, log) }))

/**
 * The answer of `work`: its value, the Refusal it threw, or `internal` with a line in the log. `meaningOf` says what an
 * error that is no Refusal means to a clerk; undefined for a defect.
 */
export const answerOf = async <T>(
  doing: string,
  log: (line: string) => void,
  work: () => T | Promise<T>,
  meaningOf: (error: unknown) => Refusal | undefined = () => undefined,
): Promise<Answer<T>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : meaningOf(error)
    return refusal === undefined ? internalAnswer(doing, error, log) : refusedAnswer(refusal)
  }
}
