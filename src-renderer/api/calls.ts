import { v7 as uuidV7 } from 'uuid'
import type { Bridge } from '../../src-shared/bridge.ts'
import { contract } from '../../src-shared/contract.ts'
import type { CommandName, InputOf, OperationName, OutputOf } from '../../src-shared/contract.ts'
import type { Answer } from '../../src-shared/kit/operation.ts'
import { RefusedError } from './refused-error.ts'

/** What a screen passes: commands get a fresh `commandUid` unless the screen keeps one of its own. */
export type CallInput<N extends OperationName> = N extends CommandName
  ? Omit<InputOf<N>, 'commandUid'> & { readonly commandUid?: string }
  : InputOf<N>

export interface Progress {
  readonly done: number
  readonly total: number
}

export interface StartOptions {
  readonly onProgress?: (progress: Progress) => void
}

export interface StartedCall<T> {
  /** Rejects with RefusedError when refused, `cancelled` included. */
  readonly promise: Promise<T>
  cancel(): void
}

export interface Calls {
  start<N extends OperationName>(name: N, input: CallInput<N>, options?: StartOptions): StartedCall<OutputOf<N>>
}

/** Numbers calls, and brings each its progress. */
export const createCalls = (bridge: Bridge): Calls => {
  let lastCallId = 0
  const progressOf = new Map<number, (progress: Progress) => void>()
  bridge.onEvent((event) => {
    if (event.type === 'progress') progressOf.get(event.callId)?.({ done: event.done, total: event.total })
  })
  return {
    start: (name, input, { onProgress } = {}) => {
      const callId = (lastCallId += 1)
      if (onProgress) progressOf.set(callId, onProgress)
      const complete = contract[name].kind === 'command' ? { commandUid: uuidV7(), ...input } : input
      const promise = bridge
        .invoke(name, JSON.stringify(complete), callId)
        .then((json) => valueOf<OutputOf<typeof name>>(json))
        .finally(() => progressOf.delete(callId))
      return { promise, cancel: () => bridge.cancel(callId) }
    },
  }
}

const valueOf = <T>(json: string): T => {
  const answer = JSON.parse(json) as Answer<T>
  if (answer.ok) return answer.value
  throw new RefusedError(answer.error)
}
