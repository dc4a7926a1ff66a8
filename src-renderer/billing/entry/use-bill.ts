import { useState } from 'react'
import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import type { TermsRow } from '../../../src-shared/company/contract/setup.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { useCustomerCard } from '../../entry/use-customer-card.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import type { BillEntry } from './entry.ts'
import { offersDiscount } from './line.ts'
import { billingTermsOf, entryTotals } from './totals.ts'
import type { BillingTerms, EntryTotals } from './totals.ts'

/** A bill being typed, once or recurring, and what follows from it. */
export type Bill<Entry> = {
  readonly entry: Entry
  readonly update: Update<Entry>
  readonly setup: EntrySetup
  readonly card: CustomerCard | null
  readonly terms: BillingTerms
  /** The entry's terms, or the customer's while none are chosen. */
  readonly paymentTerms: TermsRow | null
  readonly isForeign: boolean
  /** Whether it can be said which lines earn an early discount. */
  readonly offersDiscount: boolean
  readonly totals: EntryTotals
}

export function useBill<Entry extends BillEntry>(start: Entry, setup: EntrySetup): Bill<Entry> {
  const [entry, update] = useState(start)
  const card = useCustomerCard(entry.customer, entry.draftUid)
  const terms = billingTermsOf(entry.currency, card, setup)
  const paymentTerms = setup.terms.find(({ id }) => id === (entry.termsId ?? card?.customer.termsId)) ?? null
  return {
    entry,
    update,
    setup,
    card,
    terms,
    paymentTerms,
    isForeign: terms.currency !== setup.profile.baseCurrency,
    offersDiscount: offersDiscount(paymentTerms?.rule, entry.lines),
    totals: entryTotals(entry, terms),
  }
}

/** Said instead of posting: terms, tax and currency are the customer's. */
export const notYetOf = ({ card }: Pick<Bill<never>, 'card'>, verb: 'Post' | 'Save'): string | null =>
  card === null ? `The customer is still being read. ${verb} again in a moment.` : null
