import { contract } from '../../src-shared/contract.ts'
import type { OperationName } from '../../src-shared/contract.ts'
import type { Apart } from '../../src-shared/kit/operation.ts'
import type { CallInput, Calls } from './calls.ts'
import { RefusedError } from './refused-error.ts'

/**
 * Calls that remember which look-alikes a clerk was asked about. The screen says the question beside the field; the same
 * entry sent again is the answer that both are meant. Once it is posted, they are asked about anew.
 */
export const withLookAlikes = (calls: Calls): Calls => {
  const asked = new Map<OperationName, Apart>()
  return {
    start: (name, input, options) => {
      if (!contract[name].refusals.includes('looks_like')) return calls.start(name, input, options)
      const apart = asked.get(name) ?? []
      // The answer completes the input of every command that asks, which types cannot follow.
      const answered = apart.length === 0 ? input : ({ ...input, apart } as unknown as CallInput<typeof name>)
      const { promise, cancel } = calls.start(name, answered, options)
      const heard = promise.then(
        (value) => {
          asked.delete(name)
          return value
        },
        (error: unknown) => {
          if (error instanceof RefusedError && error.refused.code === 'looks_like') {
            const { code, like } = error.refused.params
            asked.set(name, [...apart, { code, like }])
          }
          throw error
        },
      )
      return { promise: heard, cancel }
    },
  }
}
