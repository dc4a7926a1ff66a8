import type { Creditable } from '../../../src-shared/billing/contract/credit-notes.ts'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import type { InputOf } from '../../../src-shared/contract.ts'
import { describeRefusal } from '../../../src-shared/refusals.ts'
import type { Draft } from '../../../src-shared/ledger/contract/drafts.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { isWithinLeft } from '../../../src-shared/ledger/rules/crediting/crediting.ts'
import type { WantedCredit } from '../../../src-shared/ledger/rules/crediting/crediting.ts'
import { decideInvoiceCredit, leftToCredit } from '../../../src-shared/ledger/rules/crediting/invoice-credit.ts'
import { partsTotal } from '../../../src-shared/ledger/rules/settlement/reductions.ts'
import { defineDraft, draftField, draftPart } from '../../entry/draft-schema.ts'
import type { EntryOf } from '../../entry/draft-schema.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Format } from '../../ui/conventions.tsx'

/** A credit note for lines of an invoice, as it is typed. */
export const creditDraft = defineDraft({
  invoiceId: draftField.count,
  documentDate: draftField.date,
  reference: draftField.text,
  memo: draftField.text,
  apply: draftField.flag,
  /** By line number, with the sign of the invoice's line; null is nothing typed, or a text that makes no sense. */
  quantities: draftField.by(draftField.whole),
})

export type InvoiceCreditEntry = EntryOf<typeof creditDraft>

/** Takes back all that is left, and settles the invoice with it. */
export const wholeCredit = (
  commandUid: string,
  invoiceId: number,
  documentDate: CalendarDate,
  { lines }: Creditable,
): InvoiceCreditEntry => ({
  ...creditDraft.blank(commandUid),
  invoiceId,
  documentDate,
  apply: true,
  quantities: Object.fromEntries(lines.map(({ lineNo, left }) => [String(lineNo), left])),
})

const invoiceNamed = draftPart({ invoiceId: draftField.whole })

/** The invoice that a draft of a credit note is for; null when it names none and is entered as lines of its own. */
export const invoiceOfDraft = ({ body }: Draft): number | null => invoiceNamed.parse(body).invoiceId

/** Nothing typed worth keeping as a draft: all that is left, as it was offered. */
export const isUntouched = (entry: InvoiceCreditEntry, { lines }: Creditable): boolean =>
  entry.reference.trim() === '' &&
  entry.memo.trim() === '' &&
  entry.apply &&
  lines.every(({ lineNo, left }) => entry.quantities[lineNo] === left)

/** The lines that are credited, in the invoice's order. */
export const wantedOf = ({ quantities }: InvoiceCreditEntry, { lines }: Creditable): readonly WantedCredit[] =>
  lines.flatMap(({ lineNo }) => {
    const quantity = quantities[lineNo] ?? 0
    return quantity === 0 ? [] : [{ lineNo, quantity }]
  })

/** Nothing of a line is left, but of what was given away and undone since: only all that is left can be credited. */
const isAmountOnly = (creditable: Creditable): boolean =>
  creditable.lines.every(({ left }) => left === 0) && partsTotal(leftToCredit(creditable)) > 0

/** The lines as the ledger is asked for them. */
export const wantedLines = (entry: InvoiceCreditEntry, creditable: Creditable): readonly WantedCredit[] | null =>
  isAmountOnly(creditable) ? null : wantedOf(entry, creditable)

/** What keeps it from being posted, all at once; the ledger has the last word. */
export function checkCredit(
  entry: InvoiceCreditEntry,
  invoice: Pick<DocumentView, 'documentDate' | 'number' | 'currency'>,
  creditable: Creditable,
  format: Format,
): FieldErrors {
  const errors: Record<string, string> = {}
  if (entry.documentDate === null) errors['documentDate'] = 'Enter the credit note date.'
  else if (entry.documentDate < invoice.documentDate) {
    errors['documentDate'] = `${invoice.number} is dated ${format.date(invoice.documentDate)}: enter that day or later.`
  }
  for (const [index, { lineNo, left }] of creditable.lines.entries()) {
    const quantity = entry.quantities[lineNo] ?? 0
    if (quantity === 0 || isWithinLeft(quantity, left)) continue
    errors[`lines.${index}.quantity`] =
      left === 0 ? 'Nothing of it is left to credit.' : `Only ${format.decimal(left)} is left to credit.`
  }
  if (wantedOf(entry, creditable).length === 0 && !isAmountOnly(creditable)) {
    errors['lines.0.quantity'] = creditable.lines.every(({ left }) => left === 0)
      ? `Everything on ${invoice.number} has been credited already.`
      : 'Enter how much of a line is credited.'
  }
  if (Object.keys(errors).length === 0) Object.assign(errors, beyondDocument(entry, invoice, creditable, format))
  return errors
}

/** More than the invoice billed, in total or of a tax: said at the first line that is credited. */
function beyondDocument(
  entry: InvoiceCreditEntry,
  { number, currency }: Pick<DocumentView, 'number' | 'currency'>,
  creditable: Creditable,
  format: Format,
): FieldErrors {
  const wanted = wantedLines(entry, creditable)
  const decision = decideInvoiceCredit(creditable, wanted)
  if (decision.ok) return {}
  const { refusal } = decision
  const at = Math.max(
    0,
    creditable.lines.findIndex(({ lineNo }) => lineNo === wanted?.[0]?.lineNo),
  )
  const shown = (amount: number): string => format.amount(amount, currency)
  switch (refusal.code) {
    case 'credit_exceeds_document': {
      const params = { number, total: shown(refusal.total), left: shown(refusal.left) }
      return { [`lines.${at}.quantity`]: describeRefusal({ code: refusal.code, params }) }
    }
    case 'credit_exceeds_tax': {
      const taxCode = creditable.taxes.find(({ taxCodeId }) => taxCodeId === refusal.taxCodeId)?.taxCode ?? ''
      const params = { number, taxCode, tax: shown(refusal.tax), left: shown(refusal.left) }
      return { [`lines.${at}.quantity`]: describeRefusal({ code: refusal.code, params }) }
    }
    case 'credit_total_negative':
      return { [`lines.${at}.quantity`]: describeRefusal({ code: refusal.code, params: {} }) }
    case 'line_not_found':
    case 'exceeds_uncredited':
    case 'nothing_to_credit':
      return {}
  }
}

/** What the ledger is asked to post; null without a date (checkCredit says so). */
export const creditToPost = (
  entry: InvoiceCreditEntry,
  wanted: readonly WantedCredit[] | null,
): InputOf<'creditNotes.postFromInvoice'> | null =>
  entry.documentDate === null
    ? null
    : {
        commandUid: entry.commandUid,
        draftUid: entry.draftUid,
        invoiceId: entry.invoiceId,
        documentDate: entry.documentDate,
        reference: entry.reference,
        memo: entry.memo,
        apply: entry.apply,
        lines: wanted === null ? null : [...wanted],
      }

const headFields = new Set(['documentDate', 'reference', 'memo'])

/** The screen's field for a path the ledger refused; null when it shows none. */
export function creditFieldOf(
  path: string,
  wanted: readonly WantedCredit[] | null,
  { lines }: Creditable,
): string | null {
  if (headFields.has(path)) return path
  const [head, position] = path.split('.')
  if (head !== 'lines' || position === undefined) return null
  const lineNo = wanted?.[Number(position)]?.lineNo
  const index = lines.findIndex((line) => line.lineNo === lineNo)
  return index < 0 ? null : `lines.${index}.quantity`
}
