import type { OperationName } from '../../src-shared/contract.ts'
import type { Calls } from './calls.ts'

/** An operation that was carried out, with what was asked of it and what it answered. */
export type DoneOperation = { readonly name: OperationName; readonly input: unknown; readonly value: unknown }

type Listener = (done: DoneOperation) => void
const listeners = new Set<Listener>()

/** Told of every operation of this window that was carried out, whichever screen has sent it. */
export const onDone = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Calls that tell what they have done before their screen hears of it. */
export const tellingDone = (calls: Calls): Calls => ({
  start: (name, input, options) => {
    const started = calls.start(name, input, options)
    const promise = started.promise.then((value) => {
      for (const listener of listeners) listener({ name, input, value })
      return value
    })
    return { ...started, promise }
  },
})
