import { useState } from 'react'
import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import type { TermsRow } from '../../../src-shared/company/contract/setup.ts'
import { dueDate } from '../../../src-shared/company/rules/terms.ts'
import type { FieldErrors, PlacedRefusal } from '../../entry/field-errors.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { useCustomerCard } from '../../entry/use-customer-card.ts'
import { useEntryErrors } from '../../entry/use-entry-errors.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { useSettleable, type Settleable } from './settleable.ts'
import { checkBilling } from './check.ts'
import type { BillingEntry } from './entry.ts'
import type { BillingKind } from './kinds.ts'
import { billingTermsOf, entryTotals } from './totals.ts'
import type { EntryTotals, BillingTerms } from './totals.ts'

/** A document being typed and what follows from it. */
export type BillingState = {
  readonly kind: BillingKind
  readonly entry: BillingEntry
  readonly change: (changes: Partial<BillingEntry>) => void
  readonly update: Update<BillingEntry>
  readonly card: CustomerCard | null
  readonly terms: BillingTerms
  /** The entry's terms, or the customer's while none are chosen. */
  readonly paymentTerms: TermsRow | null
  /** The date entered, or the one that follows from the terms. */
  readonly dueDate: CalendarDate | null
  readonly isForeign: boolean
  /** What a credit note can settle at once. */
  readonly settleable: readonly Settleable[]
  readonly totals: EntryTotals
  readonly errors: FieldErrors
  /** A refusal that no field shows. */
  readonly banner: string | null
  /** Goes up each time posting was held back: the focus then goes to the first error. */
  readonly attempt: number
  /** Whether the entry may be sent; its errors are shown when it may not. */
  readonly check: () => boolean
  readonly showRefusal: (refusal: PlacedRefusal) => void
}

export function useBillingEntry(kind: BillingKind, start: BillingEntry, setup: EntrySetup): BillingState {
  const [entry, setEntry] = useState(start)
  const card = useCustomerCard(entry.customer, entry.draftUid)
  const terms = billingTermsOf(entry.currency, card, setup)
  const isForeign = terms.currency !== setup.profile.baseCurrency
  const paymentTerms = setup.terms.find(({ id }) => id === (entry.termsId ?? card?.customer.termsId)) ?? null
  const totals = entryTotals(entry, terms)
  const settleable = useSettleable(kind, entry, terms.currency)
  const { errors, banner, attempt, mayBeSent, refuse } = useEntryErrors(
    entry,
    checkBilling(entry, { kind, totals, settleable }),
  )

  return {
    kind,
    entry,
    change: (changes) => setEntry((before) => ({ ...before, ...changes })),
    update: setEntry,
    card,
    terms,
    paymentTerms,
    dueDate:
      entry.dueDate ??
      (paymentTerms === null || entry.documentDate === null ? null : dueDate(paymentTerms.rule, entry.documentDate)),
    isForeign,
    settleable,
    totals,
    errors,
    banner,
    attempt,
    check: mayBeSent,
    showRefusal: refuse,
  }
}
