import { contract } from '../../src-shared/contract.ts'
import type { OperationKind } from '../../src-shared/kit/operation.ts'
import type { Calls } from './calls.ts'

const running = new Map<Promise<unknown>, OperationKind>()

/** Calls that are remembered until they are answered. */
export const remembered = (calls: Calls): Calls => ({
  start: (name, input, options) => {
    const started = calls.start(name, input, options)
    running.set(started.promise, contract[name].kind)
    const forget = (): void => void running.delete(started.promise)
    started.promise.then(forget, forget)
    return started
  },
})

/** Resolves once every call of this kind that runs now is answered, whatever the answer is. False when none ran. */
export const answered = async (kind: OperationKind): Promise<boolean> => {
  const calls = [...running].filter(([, of]) => of === kind).map(([promise]) => promise)
  await Promise.allSettled(calls)
  return calls.length > 0
}
