import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract/index.ts'
import { RefusedError } from '../../api/client.ts'
import { useCommand } from '../../api/queries.tsx'
import { placeRefusal } from '../field-errors.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { billingFieldOf, billingToPost } from './input.ts'
import type { BillingState } from './use-billing-entry.ts'

export type PostedBilling = OutputOf<'invoices.post'>

export type BillingPosting = {
  /** Posts what is typed. Null when it was held back or refused; the screen then says why. */
  readonly post: () => Promise<PostedBilling | null>
  readonly isPosting: boolean
}

export function useBillingPosting(state: BillingState): BillingPosting {
  const command = useCommand('invoices.post')
  const format = useFormat()
  const { say } = useNotices()
  const [isPosting, setIsPosting] = useState(false)

  async function post(): Promise<PostedBilling | null> {
    if (isPosting || !state.check()) return null
    if (state.card === null) {
      say('The customer is still being read. Post again in a moment.')
      return null
    }
    const toPost = billingToPost(state.entry, state.terms, state.paymentTerms?.id ?? null)
    if (toPost === null) return null
    setIsPosting(true)
    try {
      const posted = await command.run(toPost.input)
      say(`${posted.number} posted, ${format.amount(posted.total, state.terms.currency)}.`, { tone: 'ok' })
      for (const warning of posted.warnings) say(warning, { tone: 'warn' })
      return posted
    } catch (error: unknown) {
      if (!(error instanceof RefusedError)) throw error
      state.showRefusal(placeRefusal(error, (path) => billingFieldOf(path, toPost.entryLines)))
      return null
    } finally {
      setIsPosting(false)
    }
  }

  return { post, isPosting }
}
