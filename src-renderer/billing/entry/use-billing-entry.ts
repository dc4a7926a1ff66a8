import { dueDate } from '../../../src-shared/company/rules/terms.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { placedBy } from '../../entry/field-errors.ts'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Form } from '../../entry/use-form.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { appliedOf } from './applying.ts'
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
  readonly form: Form<PostedBilling>
}

export function useBillingEntry(kind: BillingKind, start: BillingEntry, setup: EntrySetup): BillingState {
  const bill = useBill(start, setup)
  const { entry, terms, paymentTerms, totals } = bill
  const settleable = useSettleable(kind, entry, terms.currency)
  const toPost = linesToPost(entry.lines, terms)
  const form = useForm<BillingEntry, PostedBilling>({
    entry,
    problems: checkBilling(entry, { kind, totals, settleable }),
    notYet: notYetOf(bill, 'Post'),
    send: () => post(kind, bill, settleable, toPost.lines),
    place: placedBy((path) => billingFieldOf(path, toPost.entryLines)),
  })
  const follows =
    paymentTerms === null || entry.documentDate === null ? null : dueDate(paymentTerms.rule, entry.documentDate)
  return { ...bill, kind, dueDate: entry.dueDate ?? follows, settleable, form }
}

/** Sends the lines as a document of the entry's kind. */
function post(
  kind: BillingKind,
  { entry, paymentTerms, totals }: Bill<BillingEntry>,
  settleable: readonly Settleable[],
  lines: LinesToPost['lines'],
): Promise<PostedBilling> {
  if (kind === 'credit_note') {
    const applied = appliedOf(entry.applyToId, totals.ok ? totals.totals.total : 0, settleable)
    return api.creditNotes.post(complete(creditNoteToPost(entry, lines, applied)))
  }
  const input = complete(invoiceToPost(entry, lines, paymentTerms?.id ?? null))
  return kind === 'invoice' ? api.invoices.post(input) : api.debitNotes.post(input)
}
