import { useState } from 'react'
import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import { RefusedError } from '../../api/client.ts'
import { useCommand } from '../../api/queries.tsx'
import { billingTermsOf, entryTotals } from '../entry/totals.ts'
import type { BillingTerms, EntryTotals } from '../entry/totals.ts'
import { placeRefusal } from '../../entry/field-errors.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import type { RecurringEntry, ScheduleEntry } from '../schedule/entry.ts'
import { useCustomerCard } from '../../entry/use-customer-card.ts'
import { useEntryErrors } from '../../entry/use-entry-errors.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { offersDiscount } from '../entry/line.ts'
import { checkRecurring, recurringFieldOf, recurringToSave } from './input.ts'

/** A recurring invoice being typed and what follows from it. */
export type RecurringState = {
  readonly entry: RecurringEntry
  readonly change: (changes: Partial<RecurringEntry>) => void
  readonly update: Update<RecurringEntry>
  readonly updateSchedule: Update<ScheduleEntry>
  readonly card: CustomerCard | null
  readonly terms: BillingTerms
  readonly isForeign: boolean
  /** Whether it can be said which lines earn an early discount. */
  readonly offersDiscount: boolean
  readonly totals: EntryTotals
  readonly errors: FieldErrors
  readonly banner: string | null
  /** Goes up each time saving was held back: the focus then goes to the first error. */
  readonly attempt: number
  readonly isSaving: boolean
  /** True once saved; else the screen says why not. */
  readonly save: () => Promise<boolean>
}

export function useRecurringEntry(start: RecurringEntry, setup: EntrySetup): RecurringState {
  const { say } = useNotices()
  const [entry, setEntry] = useState(start)
  const card = useCustomerCard(entry.customer)
  const saving = useCommand('recurring.save')
  const terms = billingTermsOf(entry.currency, card, setup)
  const totals = entryTotals(entry, terms)
  const paymentTerms = setup.terms.find(({ id }) => id === (entry.termsId ?? card?.customer.termsId))
  const { errors, banner, attempt, mayBeSent, refuse } = useEntryErrors(entry, checkRecurring(entry, totals))
  const change = (changes: Partial<RecurringEntry>): void => setEntry((before) => ({ ...before, ...changes }))

  async function save(): Promise<boolean> {
    if (saving.isPending) return false
    const prepared = recurringToSave(entry, terms)
    if (!mayBeSent() || prepared === null) return false
    if (card === null) {
      say('The customer is still being read. Save again in a moment.')
      return false
    }
    try {
      await saving.run(prepared.input)
      say(`${entry.name.trim()} is saved.`, { tone: 'ok' })
      return true
    } catch (error: unknown) {
      if (!(error instanceof RefusedError)) throw error
      refuse(placeRefusal(error, (path) => recurringFieldOf(path, prepared.entryLines)))
      return false
    }
  }

  return {
    entry,
    change,
    update: setEntry,
    updateSchedule: (changed) => setEntry((before) => ({ ...before, schedule: changed(before.schedule) })),
    card,
    terms,
    isForeign: terms.currency !== setup.profile.baseCurrency,
    offersDiscount: offersDiscount(paymentTerms?.rule, entry.lines),
    totals,
    errors,
    banner,
    attempt,
    isSaving: saving.isPending,
    save,
  }
}
