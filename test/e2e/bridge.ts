import type { Page } from '@playwright/test'
import { contract } from '../../src-shared/contract.ts'
import type { InputOf, OperationName, OutputOf } from '../../src-shared/contract.ts'
import type { Answer } from '../../src-shared/kit/operation.ts'
import { v7 as uuidV7 } from 'uuid'

let lastCallId = 1_000_000

/** Sends text over the bridge as the page could, and gives the answer, or `rejected` with the reason. */
export const send = async (window: Page, name: unknown, inputJson: unknown, callId?: unknown): Promise<unknown> => {
  const id = callId === undefined ? (lastCallId += 1) : callId
  return window.evaluate(
    async ([sentName, sentInput, sentId]) => {
      const { duebook } = globalThis as unknown as { duebook: { invoke: (...args: unknown[]) => Promise<string> } }
      return duebook.invoke(sentName, sentInput, sentId).then(
        (json) => JSON.parse(json) as unknown,
        (error: unknown) => ({ rejected: String(error) }),
      )
    },
    [name, inputJson, id],
  )
}

/** Runs an operation the way a screen does. Throws the refusal's code. */
export const ask = async <N extends OperationName>(
  window: Page,
  name: N,
  input: Omit<InputOf<N>, 'commandUid'>,
): Promise<OutputOf<N>> => {
  const complete = contract[name].kind === 'command' ? { commandUid: uuidV7(), ...input } : input
  const answer = (await send(window, name, JSON.stringify(complete))) as Answer<OutputOf<N>>
  if (answer.ok) return answer.value
  throw new Error(`${name} was refused: ${answer.error.code}`)
}
