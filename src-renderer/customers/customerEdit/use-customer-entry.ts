import { useState } from 'react'
import { RefusedError } from '../../api/client.ts'
import { useCommand } from '../../api/queries.tsx'
import { NO_ERRORS, placeRefusal, stillWrong } from '../../entry/field-errors.ts'
import type { FieldErrors, PlacedRefusal } from '../../entry/field-errors.ts'
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
  readonly banner: string | null
  readonly notice: string | null
  readonly attempt: number
  readonly isSaving: boolean
  /** Saves what is typed; its customer's id, or null when it was held back or refused, which the screen then says. */
  readonly save: () => Promise<number | null>
}

type Said = { readonly entry: CustomerEntry; readonly refusal: PlacedRefusal }

export function useCustomerEntry(start: StartedCustomer, customerId: number | undefined): CustomerEntryState {
  const { workDate } = useConventions()
  const [entry, setEntry] = useState(start.entry)
  const [stored, setStored] = useState({ base: start.base, version: start.version })
  const [notice, setNotice] = useState(start.notice)
  const [found, setFound] = useState<FieldErrors>(NO_ERRORS)
  const [said, setSaid] = useState<Said | null>(null)
  const [attempt, setAttempt] = useState(0)
  const create = useCommand('customers.create')
  const update = useCommand('customers.update')
  const code = useCode(entry)
  const isSaving = create.isPending || update.isPending
  const refusal = said?.entry === entry ? said.refusal : null

  function holdBack(): void {
    setAttempt((count) => count + 1)
  }

  /** Someone else saved the customer: what was typed goes on top of that, to be looked over and saved again. */
  async function takeNewer(id: number, changes: string): Promise<void> {
    const newer = await storedCustomer(id, workDate)
    const rebased = rebaseEntry(stored.base, entry, newer.base)
    setStored(newer)
    setEntry(rebased.entry)
    setNotice(describeRebase(rebased, changes))
  }

  async function save(): Promise<number | null> {
    if (isSaving) return null
    const errors = checkCustomer(entry, code)
    const input = customerInput(entry, code)
    if (Object.keys(errors).length > 0 || input === null) {
      setFound(errors)
      holdBack()
      return null
    }
    try {
      if (customerId === undefined || stored.version === null) return (await create.run(input)).id
      await update.run({ ...input, id: customerId, version: stored.version, archived: entry.archived })
      return customerId
    } catch (error: unknown) {
      if (!(error instanceof RefusedError)) throw error
      if (error.refused.code === 'stale_version' && customerId !== undefined) {
        await takeNewer(customerId, String(error.refused.params.changes))
      } else setSaid({ entry, refusal: placeRefusal(error, (path) => customerFieldOf(path, entry)) })
      holdBack()
      return null
    }
  }

  return {
    entry,
    base: stored.base,
    change: (changes) => setEntry((before) => ({ ...before, ...changes })),
    startAfresh: () => {
      setEntry(stored.base)
      setNotice(null)
      setFound(NO_ERRORS)
    },
    code,
    errors: { ...stillWrong(found, checkCustomer(entry, code)), ...refusal?.errors },
    banner: refusal?.banner ?? null,
    notice,
    attempt,
    isSaving,
    save,
  }
}
