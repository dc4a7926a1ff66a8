import { describeWarning } from '../../../src-shared/refusals.ts'
import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { RefusedError } from '../../api/client.ts'
import { useCommand } from '../../api/queries.tsx'
import { placeRefusal } from '../../entry/field-errors.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { appliedOf } from './applying.ts'
import { billingFieldOf, creditNoteToPost, invoiceToPost, linesToPost } from './input.ts'
import type { LinesToPost } from './input.ts'
import type { BillingState } from './use-billing-entry.ts'

export type PostedBilling = OutputOf<'invoices.post'>

export type BillingPosting = {
  /** Posts what is typed. Null when it was held back or refused; the screen then says why. */
  readonly post: () => Promise<PostedBilling | null>
  readonly isPosting: boolean
}

export function useBillingPosting(state: BillingState): BillingPosting {
  const send = useSend(state)
  const format = useFormat()
  const { say } = useNotices()
  const [isPosting, setIsPosting] = useState(false)

  async function post(): Promise<PostedBilling | null> {
    if (isPosting || !state.check()) return null
    if (state.card === null) {
      say('The customer is still being read. Post again in a moment.')
      return null
    }
    const { lines, entryLines } = linesToPost(state.entry.lines, state.terms)
    setIsPosting(true)
    try {
      const posted = await send(lines)
      if (posted === null) return null
      say(`${posted.number} posted, ${format.amount(Math.abs(posted.total), state.terms.currency)}.`, { tone: 'ok' })
      for (const warning of posted.warnings) say(describeWarning(warning), { tone: 'warn' })
      return posted
    } catch (error: unknown) {
      if (!(error instanceof RefusedError)) throw error
      state.showRefusal(placeRefusal(error, (path) => billingFieldOf(path, entryLines)))
      return null
    } finally {
      setIsPosting(false)
    }
  }

  return { post, isPosting }
}

/** Sends the lines as a document of the entry's kind; null while it is not complete. */
function useSend(state: BillingState): (lines: LinesToPost['lines']) => Promise<PostedBilling | null> {
  const invoice = useCommand('invoices.post')
  const debitNote = useCommand('debitNotes.post')
  const creditNote = useCommand('creditNotes.post')
  const { kind, entry, paymentTerms, totals, settleable } = state
  return async (lines) => {
    if (kind === 'credit_note') {
      const applied = appliedOf(entry.applyToId, totals.ok ? totals.totals.total : 0, settleable)
      const input = creditNoteToPost(entry, lines, applied)
      return input === null ? null : creditNote.run(input)
    }
    const input = invoiceToPost(entry, lines, paymentTerms?.id ?? null)
    if (input === null) return null
    return kind === 'invoice' ? invoice.run(input) : debitNote.run(input)
  }
}
