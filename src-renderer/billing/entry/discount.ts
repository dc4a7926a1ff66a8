import { HUNDRED_PERCENT } from '../../../src-shared/domain/amounts/money.ts'
import type { DocumentDiscount } from '../../../src-shared/ledger/rules/document-totals/document-discount.ts'
import type { Conventions, Format } from '../../ui/conventions.tsx'
import { readAmount, readDecimal } from '../../ui/fields/read-text.ts'
import type { Reading } from '../../ui/fields/typed-text.ts'

/** `10%` is a percentage, `25.00` an amount. Nothing typed, and nothing at all, is no discount. */
export function readDiscount(text: string, currency: string, conventions: Conventions): Reading<DocumentDiscount> {
  const typed = text.trim()
  if (!typed.endsWith('%')) {
    const amount = readAmount(typed, currency, conventions)
    if (!amount.ok) return amount
    if (amount.value !== null && amount.value < 0) return BELOW_NOTHING
    return { ok: true, value: amount.value === null ? null : discountUnlessZero('amount', amount.value) }
  }
  const percent = readDecimal(typed.slice(0, -1), 'percent', conventions)
  if (!percent.ok) return percent
  if (percent.value === null) return { ok: false, problem: 'Enter a percentage such as 10%.' }
  if (percent.value < 0) return BELOW_NOTHING
  if (percent.value > HUNDRED_PERCENT) return { ok: false, problem: 'Enter at most 100%.' }
  return { ok: true, value: discountUnlessZero('percent', percent.value) }
}

const BELOW_NOTHING = { ok: false, problem: 'A discount is not negative. Enter it without a minus.' } as const

const discountUnlessZero = (kind: DocumentDiscount['kind'], figure: number): DocumentDiscount | null =>
  figure === 0 ? null : kind === 'percent' ? { kind, percent: figure } : { kind, amount: figure }

/** As it stands in its field. */
export const discountText = (discount: DocumentDiscount, currency: string, format: Format): string =>
  discount.kind === 'percent' ? `${format.decimal(discount.percent)}%` : format.amount(discount.amount, currency)
