import type { OpenItem } from '../../../src-shared/ledger/contract/open-items.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Crossing } from '../../cash/settling/crossing.ts'
import { isGone } from './applying.ts'
import type { BillingEntry } from './entry.ts'
import { asksForPayment, nounOf } from './kinds.ts'
import type { BillingKind } from './kinds.ts'
import { isBlankLine, isDiscountWithin } from './line.ts'
import type { EntryLine } from './line.ts'
import type { EntryTotals } from './totals.ts'

export type Checked = {
  readonly kind: BillingKind
  readonly totals: EntryTotals
  readonly settleable: readonly OpenItem[]
  /** Those in the document's currency; all where left out. */
  readonly settleableWithin?: readonly OpenItem[]
  /** What is done with an item in another currency, where one is chosen. */
  readonly crossing?: Crossing | null
}

/** What keeps the entry from being posted, all at once; the ledger has the last word. */
export function checkBilling(
  entry: BillingEntry,
  { kind, totals, settleable, settleableWithin = settleable, crossing = null }: Checked,
): FieldErrors {
  const errors: Record<string, string> = {}
  if (entry.customer === null) errors['customerId'] = 'Choose the customer: type a code or any word of the name.'
  if (entry.documentDate === null) errors['documentDate'] = `Enter the ${nounOf(kind)} date.`
  const { documentDate, dueDate } = entry
  if (asksForPayment(kind) && documentDate !== null && dueDate !== null && dueDate < documentDate) {
    errors['dueDate'] = `Before the ${nounOf(kind)} date: enter a later one, or clear it to follow the terms.`
  }
  if (totals.ok && totals.isDiscountBeyond) {
    errors['documentDiscount'] = 'More than the lines add up to. Enter a smaller one.'
  }
  if (isGone(entry.applyToId, entry.applyToId === 'oldest' ? settleableWithin : settleable)) {
    errors['applyToId'] =
      entry.applyToId === 'oldest'
        ? 'Nothing is open. Leave the credit unapplied.'
        : 'It is not open any more. Choose another one, or leave the credit unapplied.'
  }
  if (totals.ok) Object.assign(errors, checkCrossing(entry, settleable, crossing))
  return { ...errors, ...checkLines(entry.lines) }
}

/** Between two currencies the amount of the credit and what it settles are both said. */
function checkCrossing(
  { applyToId }: BillingEntry,
  items: readonly OpenItem[],
  crossing: Crossing | null,
): FieldErrors {
  if (crossing === null) return {}
  const { settles, paid, currency } = crossing
  const open = items.find(({ documentId }) => documentId === applyToId)?.open ?? 0
  if (settles > open) return { applyToSettles: 'More than is open.' }
  return settles > 0 && paid > 0 ? {} : { applyToSettles: `Enter what it settles in ${currency}, or the rate.` }
}

/** Of lines as such; at least one must say something. */
export function checkLines(lines: readonly EntryLine[]): FieldErrors {
  const errors: Record<string, string> = {}
  if (lines.every(isBlankLine)) errors['lines.0.description'] = 'Enter a line: a product, or a description and a price.'
  for (const [index, line] of lines.entries()) {
    if (isBlankLine(line)) continue
    for (const [field, text] of checkLine(line)) errors[`lines.${index}.${field}`] = text
  }
  return errors
}

function checkLine(line: EntryLine): readonly (readonly [field: string, text: string])[] {
  const errors: [string, string][] = []
  if (line.description.trim() === '') errors.push(['description', 'Describe what was sold.'])
  if (line.quantity === null) errors.push(['quantity', 'Enter the quantity.'])
  if (line.unitPrice === null) errors.push(['unitPrice', 'Enter the price of one.'])
  if (line.discountPercent !== null && !isDiscountWithin(line.discountPercent)) {
    errors.push(['discountPercent', 'Enter a percentage from 0 to 100.'])
  }
  return errors
}
