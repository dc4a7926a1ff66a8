import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { v7 as uuidV7 } from 'uuid'
import { api, RefusedError } from '../../api/client.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { entryToFinish } from './after-refusal.ts'
import { describeDone } from './done-text.ts'
import type { ReceiptEntry } from './entry.ts'
import { planApplications } from './plan.ts'
import type { ApplicationPlan } from './plan.ts'
import { postInOrder } from './posting.ts'
import type { Done, Ledger, PostingOrder, PostingOutcome } from './posting.ts'
import { placeReceiptRefusal } from './refusal.ts'
import type { ReceiptState } from './use-receipt-entry.ts'

export type ReceiptPosting = {
  /**
   * Posts what is typed. Null when it was held back or refused; the screen then says why. `onPartlyPosted` is told when
   * something was posted although not everything: the draft is spent.
   */
  readonly post: (onPartlyPosted: (done: Done) => void) => Promise<Done | null>
  readonly isPosting: boolean
  /** What an interrupted posting did post, until all of it is done. */
  readonly interrupted: string | null
}

type Refused = Extract<PostingOutcome, { kind: 'refused' }>

const ledger: Ledger = {
  postReceipt: (input) => api.receipts.post(input),
  apply: (input) => api.applications.apply(input),
  refusalOf: (error) => {
    if (error instanceof RefusedError) return error
    throw error
  },
}

export function useReceiptPosting(state: ReceiptState): ReceiptPosting {
  const client = useQueryClient()
  const format = useFormat()
  const { say } = useNotices()
  const [isPosting, setIsPosting] = useState(false)
  const [interrupted, setInterrupted] = useState<string | null>(null)
  const uids = useRef(new Map<string, string>())

  /** One uid for each use of a credit until it succeeds, so that an uncertain answer cannot use it twice. */
  function uidFor(key: string): string {
    const uid = uids.current.get(key) ?? uuidV7()
    uids.current.set(key, uid)
    return uid
  }

  async function post(onPartlyPosted: (done: Done) => void): Promise<Done | null> {
    const { entry, rows, currency } = state
    if (isPosting || !state.check() || entry.date === null) return null
    if (!isShown(state)) {
      say('The proposal has only now come up. Look at it, then post again.')
      return null
    }
    const plan = planApplications(rows, entry.amount ?? 0, entry.date)
    const commandUidFor: PostingOrder['commandUidFor'] = (use) =>
      uidFor(`${entry.commandUid} ${use.creditId} ${use.date}`)
    setIsPosting(true)
    try {
      const outcome = await postInOrder({ receipt: receiptInput(entry), plan, commandUidFor }, ledger)
      const done = describeDone(outcome, (amount) => format.amount(amount, currency))
      if (outcome.kind === 'refused') {
        if (showRefused(outcome, plan, done)) onPartlyPosted(outcome)
        return null
      }
      setInterrupted(null)
      say(done, { tone: 'ok' })
      return outcome
    } finally {
      setIsPosting(false)
      void client.invalidateQueries()
    }
  }

  /** Nothing posted: the entry stays as it is. Something posted (true): what is left of it stays, and we say what is done. */
  function showRefused(outcome: Refused, plan: ApplicationPlan, done: string): boolean {
    const refusal = placeReceiptRefusal(outcome.refusal, outcome.at, plan)
    if (outcome.at === 'receipt' || (outcome.receipt === null && outcome.used.length === 0)) {
      state.showRefusal(refusal)
      return false
    }
    const fresh = { commandUid: uuidV7(), draftUid: crypto.randomUUID() }
    const left = entryToFinish(state.entry, state.rows, plan, outcome, fresh)
    setInterrupted(`${done} ${outcome.at.number} could not be used: ${outcome.refusal.message}`)
    state.replace(left)
    state.showRefusal({ ...refusal, banner: null }, left)
    return true
  }

  return { post, isPosting, interrupted }
}

/** Nothing is posted that the clerk has not seen: the items are read, and the proposal is the one for this amount. */
const isShown = ({ entry, ledger: { isRead, isProposed } }: ReceiptState): boolean =>
  isRead && (entry.allocation.kind === 'byHand' || isProposed)

function receiptInput(entry: ReceiptEntry): PostingOrder['receipt'] {
  const { customer, date, amount } = entry
  if (customer === null || date === null || amount === null || amount === 0) return null
  return {
    commandUid: entry.commandUid,
    draftUid: entry.draftUid,
    customerId: Number(customer.key),
    date,
    amount,
    method: entry.method,
    reference: entry.reference,
    rate: exchangeRateOf(entry.rate),
    memo: entry.memo,
    depositAccountId: entry.depositAccountId,
  }
}
