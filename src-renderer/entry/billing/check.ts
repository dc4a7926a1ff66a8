import type { FieldErrors } from '../field-errors.ts'
import type { BillingEntry } from './entry.ts'
import { isBlankLine, isDiscountWithin } from './line.ts'
import type { EntryLine } from './line.ts'

/** What keeps the entry from being posted, all at once; the ledger has the last word. */
export function checkBilling(entry: BillingEntry, isForeign: boolean): FieldErrors {
  const errors: Record<string, string> = {}
  if (entry.customer === null) errors['customerId'] = 'Choose the customer: type a code or any word of the name.'
  if (entry.documentDate === null) errors['documentDate'] = 'Enter the invoice date.'
  if (entry.documentDate !== null && entry.dueDate !== null && entry.dueDate < entry.documentDate) {
    errors['dueDate'] = 'Before the invoice date: enter a later one, or clear it to follow the terms.'
  }
  if (isForeign && entry.rate.trim() === '') errors['rate'] = 'Enter the exchange rate.'
  if (entry.lines.every(isBlankLine))
    errors['lines.0.description'] = 'Enter a line: a product, or a description and a price.'
  for (const [index, line] of entry.lines.entries()) {
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
