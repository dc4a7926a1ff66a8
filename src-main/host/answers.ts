import { randomBytes } from 'node:crypto'
import type { Answer } from '../../src-shared/kit/operation.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'

export const refusedAnswer = (refusal: Refusal): Answer<never> => ({ ok: false, error: refusal.refused })

/** A defect, as the clerk sees it: an incident id that finds its line in the log. The stack goes to the log only. */
export const internalAnswer = (doing: string, error: unknown, log: (line: string) => void): Answer<never> => {
  const incident = randomBytes(6).toString('hex')
  const found = error instanceof Error ? (error.stack ?? error.name) : 'not an Error'
  log(`incident ${incident} in ${doing}: ${found}`)
  return { ok: false, error: { code: 'internal', params: { incident }, path: '' } }
}

/** The answer of `work`: its value, the Refusal it threw, or `internal` with a line in the log. */
export const answerOf = async <T>(
  doing: string,
  log: (line: string) => void,
  work: () => T | Promise<T>,
): Promise<Answer<T>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return error instanceof Refusal ? refusedAnswer(error) : internalAnswer(doing, error, log)
  }
}

/** The value of an answer; throws its Refusal. */
export const valueOf = <T>(answer: Answer<T>): T => {
  if (answer.ok) return answer.value
  throw Refusal.from(answer.error)
}

/** Reads an answer a thread sent. Our own text, so it is not checked again. */
export const readAnswer = <T>(json: string): Answer<T> => JSON.parse(json) as Answer<T>
