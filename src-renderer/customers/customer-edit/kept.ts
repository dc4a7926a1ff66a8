import { customerDraft } from './entry.ts'
import type { CustomerEntry } from './entry.ts'

/** An entry left unsaved, and what it began from. */
export type KeptEntry = { readonly base: CustomerEntry; readonly entry: CustomerEntry }

/** The preference under which an entry left unsaved is kept, so that Esc loses nothing. */
export const keptKey = (customerId: number | undefined): string => `customer-entry.${customerId ?? 'new'}`

/** What was kept; null when nothing was. */
export function keptEntryOf(kept: unknown): KeptEntry | null {
  if (typeof kept !== 'object' || kept === null || !('base' in kept) || !('entry' in kept)) return null
  return { base: customerDraft.parse(kept.base), entry: customerDraft.parse(kept.entry) }
}
