import type { Answer } from '../../src-shared/kit/operation.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'

/** The value of an answer; throws its Refusal. */
export const valueOf = <T>(answer: Answer<T>): T => {
  if (answer.ok) return answer.value
  throw Refusal.from(answer.error)
}

/** Reads an answer a thread sent. Our own text, so it is not checked again. */
export const readAnswer = <T>(json: string): Answer<T> => JSON.parse(json) as Answer<T>
