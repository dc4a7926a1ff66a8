import { dueDate } from '../../../src-shared/company/rules/terms/terms.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { placedBy } from '../../entry/field-errors.ts'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Form } from '../../entry/use-form.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useCrossRates } from '../../cash/settling/cross-rates.ts'
import type { Crossing } from '../../cash/settling/crossing.ts'
import { exchangeRate, isRateText } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import { useConventions } from '../../ui/conventions.tsx'
import { appliedOf, crossingOf } from './applying.ts'
import type { Applied } from './applying.ts'
import { checkBilling } from './check.ts'
import type { BillingEntry } from './entry.ts'
import { billingFieldOf, creditNoteToPost, invoiceToPost, linesToPost } from './input.ts'
import type { LinesToPost } from './input.ts'
import type { BillingKind } from './kinds.ts'
import { useSettleable, type Settleable } from './settleable.ts'
import { notYetOf, useBill } from './use-bill.ts'
import type { Bill } from './use-bill.ts'

export type PostedBilling = OutputOf<'invoices.post'>

/** A document being typed and what follows from it. */
export type BillingState = Bill<BillingEntry> & {
  readonly kind: BillingKind
  /** The date entered, or the one that follows from the terms. */
  readonly dueDate: CalendarDate | null
  /** What a credit note can settle at once. */
  readonly settleable: readonly Settleable[]
  /** Those in the currency of the credit note. */
  readonly settleableWithin: readonly Settleable[]
  /** What a credit note does with the item chosen, where it is in another currency. */
  readonly crossing: Crossing | null
  readonly applied: Applied
  readonly form: Form<PostedBilling>
}

export function useBillingEntry(kind: BillingKind, start: BillingEntry, setup: EntrySetup): BillingState {
  const bill = useBill(start, setup)
  const { entry, terms, paymentTerms, totals } = bill
  const settleable = useSettleable(kind, entry, terms.currency)
  const applying = useApplying(bill, settleable)
  const toPost = linesToPost(entry.lines, terms)
  const form = useForm<BillingEntry, PostedBilling>({
    entry,
    problems: checkBilling(entry, { kind, totals, settleable, ...applying }),
    dates: { documentDate: entry.documentDate },
    notYet: notYetOf(bill, 'Post'),
    send: () => post(kind, bill, applying.applied, toPost.lines),
    place: placedBy((path) => billingFieldOf(path, toPost.entryLines)),
  })
  const follows =
    paymentTerms === null || entry.documentDate === null ? null : dueDate(paymentTerms.rule, entry.documentDate)
  return { ...bill, kind, dueDate: entry.dueDate ?? follows, settleable, ...applying, form }
}

/** What a credit note settles: items of other currencies at the rate of the day, or as typed. */
function useApplying({ entry, terms, totals, setup }: Bill<BillingEntry>, settleable: readonly Settleable[]) {
  const { workDate } = useConventions()
  const { currency } = terms
  const typedRate = exchangeRateOf(entry.rate)
  const rate = typedRate !== null && isRateText(typedRate) ? exchangeRate(typedRate) : null
  const crossRates = useCrossRates(
    settleable.map((item) => item.currency),
    { currency, rate },
    setup.profile.baseCurrency,
    entry.documentDate ?? workDate,
  )
  const total = totals.ok ? totals.totals.total : 0
  const crossing = crossingOf(entry, total, settleable, { currency, crossRates })
  const settleableWithin = settleable.filter((item) => item.currency === currency)
  const among = entry.applyToId === 'oldest' ? settleableWithin : settleable
  return { settleableWithin, crossing, applied: appliedOf(entry.applyToId, total, among, crossing) }
}

/** Sends the lines as a document of the entry's kind. */
function post(
  kind: BillingKind,
  { entry, paymentTerms }: Bill<BillingEntry>,
  applied: Applied,
  lines: LinesToPost['lines'],
): Promise<PostedBilling> {
  if (kind === 'credit_note') {
    return api.creditNotes.post(complete(creditNoteToPost(entry, lines, applied)))
  }
  const input = complete(invoiceToPost(entry, lines, paymentTerms?.id ?? null))
  return kind === 'invoice' ? api.invoices.post(input) : api.debitNotes.post(input)
}
