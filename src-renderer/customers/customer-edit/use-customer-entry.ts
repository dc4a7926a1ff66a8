import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { RefusedError } from '../../api/client.ts'
import { placeRefusal } from '../../entry/field-errors.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Form } from '../../entry/use-form.ts'
import { useConventions } from '../../ui/conventions.tsx'
import type { CustomerEntry } from './entry.ts'
import { checkCustomer, customerFieldOf, customerInput } from './input.ts'
import { describeRebase, rebaseEntry } from './rebase.ts'
import { storedCustomer } from './start.ts'
import type { StartedCustomer } from './start.ts'
import { useCode } from './use-code.ts'

export type CustomerEntryState = {
  readonly entry: CustomerEntry
  readonly base: CustomerEntry
  readonly change: (changes: Partial<CustomerEntry>) => void
  /** Back to what stands in the ledger, or to a blank customer. */
  readonly startAfresh: () => void
  readonly code: string
  readonly errors: FieldErrors
  readonly notice: string | null
  /** Sending it answers the customer's id. */
  readonly form: Form<number>
}

export function useCustomerEntry(start: StartedCustomer, customerId: number | undefined): CustomerEntryState {
  const { workDate } = useConventions()
  const [entry, setEntry] = useState(start.entry)
  const [stored, setStored] = useState({ base: start.base, version: start.version })
  const [notice, setNotice] = useState(start.notice)
  const code = useCode(entry)

  /** Someone else saved the customer: what was typed goes on top of that, to be looked over and saved again. */
  async function takeNewer({ refused }: RefusedError): Promise<null> {
    const newer = await storedCustomer(Number(customerId), workDate)
    const rebased = rebaseEntry(stored.base, entry, newer.base)
    setStored(newer)
    setEntry(rebased.entry)
    const changes = refused.code === 'stale_version' ? refused.params.changes : ''
    setNotice(describeRebase(rebased, changes))
    return null
  }

  const form = useForm<CustomerEntry, number>({
    entry,
    problems: checkCustomer(entry, code),
    send: async () => {
      const input = complete(customerInput(entry, code))
      if (customerId === undefined || stored.version === null) return (await api.customers.create(input)).id
      await api.customers.update({ ...input, id: customerId, version: stored.version, archived: entry.archived })
      return customerId
    },
    place: (error, now) => placeRefusal(error, (path) => customerFieldOf(path, now)),
    ...(customerId === undefined ? {} : { afterStale: takeNewer }),
  })

  return {
    entry,
    base: stored.base,
    change: (changes) => setEntry((before) => ({ ...before, ...changes })),
    startAfresh: () => {
      setEntry(stored.base)
      setNotice(null)
      form.startOver()
    },
    code,
    errors: form.errors,
    notice,
    form,
  }
}
