import type { OpenItem } from '../../../src-shared/ledger/contract/openItems.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
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
}

/** What keeps the entry from being posted, all at once; the ledger has the last word. */
export function checkBilling(entry: BillingEntry, { kind, totals, settleable }: Checked): FieldErrors {
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
  if (isGone(entry.applyToId, settleable)) {
    errors['applyToId'] =
      entry.applyToId === 'oldest'
        ? 'Nothing is open. Leave the credit unapplied.'
        : 'It is not open any more. Choose another one, or leave the credit unapplied.'
  }
  return { ...errors, ...checkLines(entry.lines) }
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
