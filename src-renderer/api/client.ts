import { contract } from '../../src-shared/contract.ts'
import type { OperationName, OutputOf } from '../../src-shared/contract.ts'
import { bridge } from './bridge.ts'
import { withApprovals } from './approvals.ts'
import { createCalls, type CallInput, type Calls } from './calls.ts'
import { withLookAlikes } from './look-alikes.ts'
import { inWrittenOrder } from './written-order.ts'
import { tellingDone } from './done.ts'
import { remembered } from './unanswered.ts'

export { RefusedError } from './refused-error.ts'
export type { CallInput, Progress, StartedCall, StartOptions } from './calls.ts'

type AreaOf<N extends OperationName> = N extends `${infer Area}.${string}` ? Area : never
type VerbOf<A extends string, N extends OperationName = OperationName> = N extends `${A}.${infer Verb}` ? Verb : never
type Named<A extends string, V extends string> = Extract<OperationName, `${A}.${V}`>

/** An operation without needed input is called without any. */
type Call<N extends OperationName> = (
  ...input: object extends CallInput<N> ? [input?: CallInput<N>] : [input: CallInput<N>]
) => Promise<OutputOf<N>>

type Areas = {
  readonly [A in AreaOf<OperationName>]: { readonly [V in VerbOf<A>]: Call<Named<A, V>> }
}

/** `api.receipts.post(input)` is `api.invoke('receipts.post', input)`; `api.start` adds progress and cancel. */
export type Api = Areas &
  Calls & { invoke<N extends OperationName>(name: N, input: CallInput<N>): Promise<OutputOf<N>> }

/** The typed client. Every call rejects with RefusedError when refused. */
export const createApi = (calls: Calls): Api => {
  const invoke: Api['invoke'] = (name, input) => calls.start(name, input).promise
  const areas: Record<string, Record<string, unknown>> = {}
  for (const name of Object.keys(contract) as OperationName[]) {
    const [area = '', verb = ''] = name.split('.')
    const verbs = (areas[area] ??= {})
    verbs[verb] = (input: CallInput<typeof name> = {}) => invoke(name, input)
  }
  // Made from the contract's own names, which the type repeats.
  return { ...areas, ...calls, invoke } as unknown as Api
}

const lazyCalls = (): Calls => {
  let made: Calls | undefined
  return {
    start: (...args) =>
      (made ??= tellingDone(withLookAlikes(withApprovals(inWrittenOrder(remembered(createCalls(bridge()))))))).start(
        ...args,
      ),
  }
}

export const api: Api = createApi(lazyCalls())
