import { v7 as uuidV7 } from 'uuid'
import { contract } from '../../src-shared/contract.ts'
import type { OperationName, OutputOf } from '../../src-shared/contract.ts'
import type { Approval } from '../../src-shared/kit/operation.ts'
import type { ApprovableCode } from '../../src-shared/kit/refusal.ts'
import { isApprovable } from '../../src-shared/refusals.ts'
import type { CallInput, Calls, StartedCall, StartOptions } from './calls.ts'
import { RefusedError } from './refused-error.ts'

/** What a supervisor is asked to let pass. */
export type ApprovalRequest = {
  /** Each thing that was refused, the newest last. */
  readonly refusals: readonly RefusedError[]
  /** Why the approval before was not taken: a wrong PIN. */
  readonly problem: RefusedError | null
}
export type ApprovalGiven = { readonly userId: number; readonly pin: string | null }

/** Asks somebody; null when nobody approves. */
export type ApprovalAsker = (request: ApprovalRequest) => Promise<ApprovalGiven | null>

let asker: ApprovalAsker | null = null
let pending = 0
const pendingListeners = new Set<() => void>()

/** How many supervisors are being asked now; `listener` hears of each change. */
export const pendingApprovals = (): number => pending
export const onPendingApprovals = (listener: () => void): (() => void) => {
  pendingListeners.add(listener)
  return () => void pendingListeners.delete(listener)
}
const countPending = (by: number): void => {
  pending += by
  for (const listener of pendingListeners) listener()
}

const ask = async (request: ApprovalRequest): Promise<ApprovalGiven | null> => {
  if (asker === null) return null
  countPending(1)
  try {
    return await asker(request)
  } finally {
    countPending(-1)
  }
}

/** The window's dialog asks from now on; returns the function that ends it. */
export const askApprovalsBy = (next: ApprovalAsker): (() => void) => {
  asker = next
  return () => {
    if (asker === next) asker = null
  }
}

type Read = { readonly code: ApprovableCode; readonly error: RefusedError }

/**
 * Calls that ask a supervisor before they give up. A command refused with what one may let pass is sent again under the
 * same uid, with the approval; where nobody approves, the screen gets the refusal as if nobody had been asked.
 */
export const withApprovals = (calls: Calls): Calls => ({
  start: (name, input, options) =>
    contract[name].approvable ? startApprovable(calls, name, input, options) : calls.start(name, input, options),
})

const startApprovable = <N extends OperationName>(
  calls: Calls,
  name: N,
  input: CallInput<N>,
  options: StartOptions | undefined,
): StartedCall<OutputOf<N>> => {
  // One uid for every try: should an answer be lost, the next try finds what was posted.
  const complete = { commandUid: uuidV7(), ...input }
  const send = (changes: object): StartedCall<OutputOf<N>> =>
    // The approval completes the input of every approvable command, which types cannot follow.
    calls.start(name, { ...complete, ...changes } as unknown as CallInput<N>, options)
  let started = send({})
  const promise = untilApproved(started, (approval) => {
    started = send({ approval })
    return started
  })
  return { promise, cancel: () => started.cancel() }
}

const untilApproved = async <T>(
  first: StartedCall<T>,
  sendWith: (approval: ApprovalGiven & Omit<Approval, keyof ApprovalGiven>) => StartedCall<T>,
): Promise<T> => {
  const read: Read[] = []
  let call = first
  for (;;) {
    try {
      return await call.promise
    } catch (error) {
      const problem = problemIn(error, read)
      const refusals = read.map((each) => each.error)
      const given = await ask({ refusals, problem })
      if (given === null) throw refusals.at(-1) ?? error
      call = sendWith({ ...given, ...whatWasRead(read) })
    }
  }
}

/** Each question as it was read, where there are several of one kind: of two customers over their limits, say. */
const whatWasRead = (read: readonly Read[]): Pick<Approval, 'over' | 'read'> => {
  const over = [...new Set(read.map(({ code }) => code))]
  if (over.length === read.length) return { over }
  return { over, read: read.map(({ code, error }) => ({ code, said: JSON.stringify(error.refused.params) })) }
}

const isSame = (a: RefusedError, b: RefusedError): boolean =>
  a.code === b.code && JSON.stringify(a.refused.params) === JSON.stringify(b.refused.params)

/** Adds what was refused to what is read; what no approval can change is thrown on. */
const problemIn = (error: unknown, read: Read[]): RefusedError | null => {
  if (!(error instanceof RefusedError)) throw error
  const { code } = error
  if (isApprovable(code) && !read.some((each) => isSame(each.error, error))) {
    read.push({ code, error })
    return null
  }
  const isAboutPin = error.code === 'approval_wrong' || error.code === 'pin_wait'
  if (!isAboutPin || read.length === 0) throw error
  return error
}
