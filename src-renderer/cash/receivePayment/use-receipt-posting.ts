import { describeWarning } from '../../../src-shared/refusals.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, RefusedError } from '../../api/client.ts'
import { isSeen, NOT_SEEN } from '../settling/proposing.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { describeDone } from './done-text.ts'
import { receiptCommand, sentRows } from './posting.ts'
import type { Done, ReceiptCommand } from './posting.ts'
import { placeReceiptRefusal } from './refusal.ts'
import type { ReceiptState } from './use-receipt-entry.ts'

export type ReceiptPosting = {
  /** Posts what is typed, whole or not at all. Null when it was held back or refused; the screen then says why. */
  readonly post: () => Promise<Done | null>
  readonly isPosting: boolean
}

export function useReceiptPosting(state: ReceiptState): ReceiptPosting {
  const client = useQueryClient()
  const format = useFormat()
  const { say } = useNotices()
  const [isPosting, setIsPosting] = useState(false)

  async function post(): Promise<Done | null> {
    const { entry, rows, currency } = state
    if (isPosting || !state.check()) return null
    if (!isSeen(state.proposing)) {
      say(NOT_SEEN)
      return null
    }
    const sent = sentRows(rows)
    const command = receiptCommand(entry, sent, state.summary.rounding, state.following)
    if (command === null) return null
    setIsPosting(true)
    try {
      const receipt = await run(command)
      const done = { receipt, used: sent.credits }
      say(
        describeDone(done, (amount) => format.amount(amount, currency)),
        { tone: 'ok' },
      )
      for (const warning of receipt?.warnings ?? []) say(describeWarning(warning), { tone: 'warn' })
      return done
    } catch (error: unknown) {
      if (!(error instanceof RefusedError)) throw error
      state.showRefusal(placeReceiptRefusal(error, sent))
      return null
    } finally {
      setIsPosting(false)
      void client.invalidateQueries()
    }
  }

  return { post, isPosting }
}

async function run(command: ReceiptCommand): Promise<Done['receipt']> {
  if (command.name === 'receipts.post') return api.receipts.post(command.input)
  await api.applications.applyCredits(command.input)
  return null
}
