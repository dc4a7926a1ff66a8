import type { OperationName, OutputOf } from '../../src-shared/contract.ts'
import type { CallInput, Calls, StartedCall } from './calls.ts'
import { RefusedError } from './refused-error.ts'

/** By what each operation on drafts and preferences names the one it writes or reads. */
const ordered = {
  'drafts.save': { writes: true, name: 'uid' },
  'drafts.discard': { writes: true, name: 'uid' },
  'drafts.get': { writes: false, name: 'uid' },
  'preferences.set': { writes: true, name: 'key' },
  'preferences.get': { writes: false, name: 'key' },
} as const satisfies Partial<Record<OperationName, { readonly writes: boolean; readonly name: string }>>

const isOrdered = (name: OperationName): name is keyof typeof ordered => name in ordered

/**
 * Calls that read what the window itself keeps only after it was written. Commands and queries run on threads of their own:
 * a clerk who leaves an entry and comes straight back would else find it as it was a moment before, or not at all.
 */
export const inWrittenOrder = (calls: Calls): Calls => {
  const writing = new Map<string, Promise<unknown>>()
  return {
    start: (name, input, options) => {
      if (!isOrdered(name)) return calls.start(name, input, options)
      const { writes, name: field } = ordered[name]
      const of = String((input as Readonly<Record<string, unknown>>)[field])
      const before = writing.get(of)
      if (!writes) {
        return before === undefined ? calls.start(name, input, options) : startAfter(before, calls, name, input)
      }
      const started = calls.start(name, input, options)
      const written = Promise.allSettled([before, started.promise]).then(() => {
        if (writing.get(of) === written) writing.delete(of)
      })
      writing.set(of, written)
      return started
    },
  }
}

const startAfter = <N extends OperationName>(
  before: Promise<unknown>,
  calls: Calls,
  name: N,
  input: CallInput<N>,
): StartedCall<OutputOf<N>> => {
  let isCancelled = false
  let started: StartedCall<OutputOf<N>> | null = null
  const promise = before.then(() => {
    if (isCancelled) throw new RefusedError({ code: 'cancelled', params: {}, path: '' })
    started = calls.start(name, input)
    return started.promise
  })
  return {
    promise,
    cancel: () => {
      isCancelled = true
      started?.cancel()
    },
  }
}
