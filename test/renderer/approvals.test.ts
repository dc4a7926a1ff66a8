import { afterEach, describe, expect, test } from 'vitest'
import {
  pendingApprovals,
  askApprovalsBy,
  onPendingApprovals,
  withApprovals,
  type ApprovalRequest,
} from '../../src-renderer/api/approvals.ts'
import type { Calls } from '../../src-renderer/api/calls.ts'
import { RefusedError } from '../../src-renderer/api/refused-error.ts'
import type { RefusalCode, Refused } from '../../src-shared/kit/refusal.ts'

type Sent = { readonly commandUid: string; readonly approval?: { readonly over: readonly string[] } }

/** A ledger that refuses with each code in turn, then posts; and what it was sent. */
const refusing = (...codes: readonly (RefusalCode | { readonly amount: string })[]) => {
  const sent: Sent[] = []
  const left = [...codes]
  const calls = {
    start: (_name: string, input: Sent) => {
      sent.push(input)
      const code = left.shift()
      const promise = code
        ? Promise.reject(
            new RefusedError(
              typeof code === 'string'
                ? ({ code, params: {}, path: '' } as Refused)
                : ({ code: 'over_limit', params: code, path: '' } as Refused),
            ),
          )
        : Promise.resolve({ version: 2 })
      return { promise, cancel: () => {} }
    },
  } as unknown as Calls
  const api = withApprovals(calls)
  return {
    sent,
    plain: () => api.start('limits.set', {} as never).promise,
    approvable: () => api.start('refunds.post', {} as never).promise,
  }
}

let stop = (): void => {}
afterEach(() => stop())

/** A supervisor who answers each time with the next of these, and what was asked. */
const supervisor = (...answers: readonly (string | null)[]): ApprovalRequest[] => {
  const asked: ApprovalRequest[] = []
  const left = [...answers]
  stop = askApprovalsBy(async (request) => {
    asked.push({ ...request, refusals: [...request.refusals] })
    const pin = left.shift() ?? null
    return pin === null ? null : { userId: 1, pin }
  })
  return asked
}

describe('a command refused with what a supervisor can let pass', () => {
  test('is sent again under the same uid with the approval', async () => {
    const { sent, approvable } = refusing('over_limit')
    const asked = supervisor('0815')
    await approvable()
    expect(asked).toMatchObject([{ refusals: [{ code: 'over_limit' }], problem: null }])
    expect(sent.map(({ approval }) => approval)).toEqual([undefined, { userId: 1, pin: '0815', over: ['over_limit'] }])
    expect(new Set(sent.map(({ commandUid }) => commandUid)).size).toBe(1)
  })

  test('of which another of the same kind follows is sent with each as it was read', async () => {
    const { sent, approvable } = refusing('over_limit', { amount: '5.00' }, { amount: '7.00' })
    const asked = supervisor('0815', '0815', '0815')
    await approvable()
    expect(asked.map(({ refusals }) => refusals.length)).toEqual([1, 2, 3])
    const said = [{}, { amount: '5.00' }, { amount: '7.00' }].map((params) => JSON.stringify(params))
    expect(sent.at(-1)?.approval).toEqual({
      userId: 1,
      pin: '0815',
      over: ['over_limit'],
      read: said.map((each) => ({ code: 'over_limit', said: each })),
    })
  })

  test('is waiting for the answer meanwhile, not working', async () => {
    const { approvable } = refusing('over_limit')
    const changes: number[] = []
    const unlisten = onPendingApprovals(() => changes.push(pendingApprovals()))
    supervisor('0815')
    await approvable()
    unlisten()
    expect(changes).toEqual([1, 0])
  })

  test('is asked about again after a wrong PIN, and for each further refusal', async () => {
    const { sent, approvable } = refusing('customer_on_hold', 'approval_wrong', 'credit_limit_ask')
    const asked = supervisor('9999', '0815', '0815')
    await approvable()
    expect(asked.map(({ refusals, problem }) => [refusals.map(({ code }) => code), problem?.code])).toEqual([
      [['customer_on_hold'], undefined],
      [['customer_on_hold'], 'approval_wrong'],
      [['customer_on_hold', 'credit_limit_ask'], undefined],
    ])
    expect(sent.at(-1)?.approval?.over).toEqual(['customer_on_hold', 'credit_limit_ask'])
  })

  test('is refused as before when nobody approves, or nobody is there to ask', async () => {
    supervisor(null)
    await expect(refusing('over_limit').approvable()).rejects.toMatchObject({ code: 'over_limit' })
    stop()
    await expect(refusing('over_limit').approvable()).rejects.toMatchObject({ code: 'over_limit' })
  })

  test('is refused with what no approval changes', async () => {
    const asked = supervisor('0815')
    await expect(refusing('over_limit', 'over_every_limit').approvable()).rejects.toMatchObject({
      code: 'over_every_limit',
    })
    await expect(refusing('period_locked').approvable()).rejects.toMatchObject({ code: 'period_locked' })
    expect(asked).toHaveLength(1)
  })

  test('asks nobody about a command that takes no approval', async () => {
    const asked = supervisor('0815')
    await expect(refusing('over_limit').plain()).rejects.toMatchObject({ code: 'over_limit' })
    expect(asked).toEqual([])
  })
})
