import { customerDraft } from './entry.ts'
import type { CustomerEntry } from './entry.ts'

/** An entry left unsaved, and what it began from. */
export type KeptEntry = { readonly base: CustomerEntry; readonly entry: CustomerEntry }

/** The preference under which an entry left unsaved is kept, so that Esc loses nothing. */
export const keptKey = (customerId: number | undefined): string => `customer-entry.${customerId ?? 'new'}`

/** What was kept; null when nothing was. Where it names no currency the ledger knows, the customer is billed in `usual`. */
export function keptEntryOf(kept: unknown, usual: string): KeptEntry | null {
  if (typeof kept !== 'object' || kept === null || !('base' in kept) || !('entry' in kept)) return null
  return { base: inCurrency(kept.base, usual), entry: inCurrency(kept.entry, usual) }
}

function inCurrency(kept: unknown, usual: string): CustomerEntry {
  const entry = customerDraft.parse(kept)
  const currencyLimits = entry.currencyLimits.filter(({ currency }) => currency !== '')
  return { ...entry, currency: entry.currency || usual, currencyLimits }
}
