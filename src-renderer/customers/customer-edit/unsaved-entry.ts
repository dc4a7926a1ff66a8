import { customerDraft } from './entry.ts'
import type { CustomerEntry } from './entry.ts'

/** An entry left unsaved, and what it began from. */
export type UnsavedEntry = { readonly base: CustomerEntry; readonly entry: CustomerEntry }

/** The preference under which an entry left unsaved is kept, so that Esc loses nothing. */
export const unsavedKey = (customerId: number | undefined): string => `customer-entry.${customerId ?? 'new'}`

/** What was kept; null when nothing was. Where it names no currency the ledger knows, the customer is billed in `usual`. */
export function unsavedEntryOf(stored: unknown, usual: string): UnsavedEntry | null {
  if (typeof stored !== 'object' || stored === null || !('base' in stored) || !('entry' in stored)) return null
  return { base: inCurrency(stored.base, usual), entry: inCurrency(stored.entry, usual) }
}

function inCurrency(stored: unknown, usual: string): CustomerEntry {
  const entry = customerDraft.parse(stored)
  const currencyLimits = entry.currencyLimits.filter(({ currency }) => currency !== '')
  return { ...entry, currency: entry.currency || usual, currencyLimits }
}
