import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { api } from '../../api/client.ts'
import { blankCustomer, entryOf, isSameEntry } from './entry.ts'
import type { CustomerEntry } from './entry.ts'
import { unsavedEntryOf, unsavedKey } from './unsaved-entry.ts'
import { describeRebase, rebaseEntry } from './rebase.ts'

/** A customer to begin typing with. */
export type StartedCustomer = {
  /** What stands in the ledger, or a blank one. */
  readonly base: CustomerEntry
  /** Null for a new customer. */
  readonly version: number | null
  readonly entry: CustomerEntry
  /** What the customer owes in besides the own currency. */
  readonly otherCurrencies: readonly string[]
  /** What is said of an entry left unsaved earlier; null when none was. */
  readonly notice: string | null
}

export const RESUMED = 'This was typed before and is not saved yet.'

/** Reads the customer, or begins a new one, and takes up what was left unsaved. */
export async function startCustomer(customerId: number | undefined, asOf: CalendarDate): Promise<StartedCustomer> {
  const { base, version, otherCurrencies } =
    customerId === undefined ? await newCustomer() : await storedCustomer(customerId, asOf)
  const stored = unsavedEntryOf(await api.preferences.get({ key: unsavedKey(customerId) }), base.currency)
  if (stored === null) return { base, version, otherCurrencies, entry: base, notice: null }
  if (version === null || isSameEntry(stored.base, base))
    return { base, version, otherCurrencies, entry: stored.entry, notice: RESUMED }
  const rebased = rebaseEntry(stored.base, stored.entry, base)
  return { base, version, otherCurrencies, entry: rebased.entry, notice: `${RESUMED} ${describeRebase(rebased)}` }
}

async function newCustomer() {
  const [profile, terms] = await Promise.all([api.company.profile({}), api.terms.list({})])
  return { base: blankCustomer(profile.baseCurrency, terms[0]?.id ?? null), version: null, otherCurrencies: [] }
}

export async function storedCustomer(id: number, asOf: CalendarDate) {
  const card = await api.customers.get({ id, asOf })
  const otherCurrencies = card.others.map(({ currency }) => currency)
  return { base: entryOf(card), version: card.customer.version, otherCurrencies }
}
