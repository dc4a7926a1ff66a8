import { api, RefusedError } from '../../api/client.ts'
import type { CallInput } from '../../api/client.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { useConventions } from '../../ui/conventions.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import type { BillingEntry } from '../entry/entry.ts'
import { recurringOfBilling } from './entry.ts'

type Json = CallInput<'drafts.save'>['body']

/** Makes a recurring invoice of the one being entered, as a draft to give a schedule to; the invoice stays as it is. */
export function useMemorise(entry: BillingEntry, { enabled }: { readonly enabled: boolean }): void {
  const { workDate } = useConventions()
  const navigator = useNavigator()
  const { say } = useNotices()

  async function memorise(): Promise<void> {
    const made = recurringOfBilling(entry, workDate)
    const { draftUid: uid, customer, name } = made
    const customerId = customer === null ? null : Number(customer.key)
    const body = JSON.parse(JSON.stringify(made)) as Json
    try {
      await api.drafts.save({ uid, kind: 'recurring', customerId, title: name || 'No customer yet', body })
      navigator.go({ screen: 'recurringEdit', draftUid: uid })
    } catch (error: unknown) {
      if (!(error instanceof RefusedError)) throw error
      say(error.message, { tone: 'bad' })
    }
  }

  useAction('document.memorise', () => void memorise(), { enabled })
}
