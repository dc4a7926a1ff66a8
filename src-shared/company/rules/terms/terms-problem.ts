import { AMOUNT_MAX, formatDecimal6, HUNDRED_PERCENT } from '../../../domain/amounts/money.ts'
import type { Millionths, MinorUnits } from '../../../domain/amounts/money.ts'
import type { EarlyDiscount, InstalmentPart, PaymentTerms } from './terms.ts'

/** Why terms cannot be used; `path` names the field. */
export type TermsProblem = { readonly path: string } & (
  | { readonly kind: 'days_out_of_range'; readonly max: number }
  | { readonly kind: 'day_of_month_out_of_range' }
  | { readonly kind: 'percent_out_of_range' }
  | { readonly kind: 'amount_out_of_range' }
  | { readonly kind: 'discount_after_due' }
  | { readonly kind: 'no_instalments' }
  | { readonly kind: 'instalments_not_100_percent'; readonly percent: Millionths }
  | { readonly kind: 'instalments_leave_no_rest'; readonly percent: Millionths }
  | { readonly kind: 'instalments_lack_rest' }
  | { readonly kind: 'instalments_rest_twice' }
)

export const TERMS_DAYS_MAX = 3650
export const TERMS_MONTHS_MAX = 24
/** Ten years, as of days. */
export const INSTALMENT_MONTHS_MAX = 120

/** Everything wrong with the terms, in the order of their fields; empty when they can be used. */
export function validateTerms(terms: PaymentTerms): readonly TermsProblem[] {
  return [...validateKind(terms), ...validateDiscount(terms), ...checkDays('graceDays', terms.graceDays)]
}

function validateKind(terms: PaymentTerms): readonly TermsProblem[] {
  switch (terms.kind) {
    case 'net':
      return checkDays('days', terms.days)
    case 'end_of_month':
      return [
        ...checkDays('afterDays', terms.afterDays ?? 0),
        ...checkDays('months', terms.months, TERMS_MONTHS_MAX),
        ...checkDays('days', terms.days),
      ]
    case 'proximo':
      return [...checkDayOfMonth('dayOfMonth', terms.dayOfMonth), ...checkDayOfMonth('cutoffDay', terms.cutoffDay)]
    case 'day_of_month':
      return [...checkDayOfMonth('dayOfMonth', terms.dayOfMonth), ...checkDays('afterDays', terms.afterDays)]
    case 'instalments':
      return validateInstalments(terms.parts)
  }
}

function validateInstalments(parts: readonly InstalmentPart[]): readonly TermsProblem[] {
  if (parts.length === 0) return [{ kind: 'no_instalments', path: 'parts' }]
  return [...parts.flatMap((part, index) => validatePart(part, `parts.${index}`)), ...validateWhole(parts)]
}

const validatePart = (part: InstalmentPart, path: string): readonly TermsProblem[] => [
  ...('percent' in part ? checkPercent(`${path}.percent`, part.percent) : []),
  ...('amount' in part ? checkAmountOfTerms(`${path}.amount`, part.amount) : []),
  ...checkDays(`${path}.dueAfterMonths`, part.dueAfterMonths ?? 0, INSTALMENT_MONTHS_MAX),
  ...checkDays(`${path}.dueAfterDays`, part.dueAfterDays),
]

/** Whatever the total, the parts have to come to it: by 100 percent, or by one part that takes the rest. */
function validateWhole(parts: readonly InstalmentPart[]): readonly TermsProblem[] {
  const percent = parts.reduce((total, part) => ('percent' in part ? total + part.percent : total), 0)
  const rests = parts.filter((part) => 'rest' in part).length
  if (rests > 1) return [{ kind: 'instalments_rest_twice', path: 'parts' }]
  if (rests === 1) {
    return percent < HUNDRED_PERCENT ? [] : [{ kind: 'instalments_leave_no_rest', path: 'parts', percent }]
  }
  if (parts.some((part) => 'amount' in part)) return [{ kind: 'instalments_lack_rest', path: 'parts' }]
  return percent === HUNDRED_PERCENT ? [] : [{ kind: 'instalments_not_100_percent', path: 'parts', percent }]
}

function validateDiscount(terms: PaymentTerms): readonly TermsProblem[] {
  const { discount } = terms
  if (discount === null) return []
  const lateForNet = terms.kind === 'net' && 'days' in discount && discount.days > terms.days
  return [
    ...('percent' in discount
      ? checkPercent('discount.percent', discount.percent)
      : checkAmountOfTerms('discount.amount', discount.amount)),
    ...validateUntil(discount),
    ...(lateForNet ? [{ kind: 'discount_after_due', path: 'discount.days' } as const] : []),
  ]
}

function validateUntil(discount: EarlyDiscount): readonly TermsProblem[] {
  if ('days' in discount) return checkDays('discount.days', discount.days)
  return [
    ...checkDayOfMonth('discount.dayOfMonth', discount.dayOfMonth),
    ...('cutoffDay' in discount
      ? checkDayOfMonth('discount.cutoffDay', discount.cutoffDay)
      : checkDays('discount.afterDays', discount.afterDays)),
  ]
}

const checkDays = (path: string, days: number, max = TERMS_DAYS_MAX): readonly TermsProblem[] =>
  Number.isInteger(days) && days >= 0 && days <= max ? [] : [{ kind: 'days_out_of_range', path, max }]

const checkDayOfMonth = (path: string, day: number): readonly TermsProblem[] =>
  Number.isInteger(day) && day >= 1 && day <= 31 ? [] : [{ kind: 'day_of_month_out_of_range', path }]

const checkPercent = (path: string, percent: Millionths): readonly TermsProblem[] =>
  Number.isInteger(percent) && percent > 0 && percent <= HUNDRED_PERCENT ? [] : [{ kind: 'percent_out_of_range', path }]

const checkAmountOfTerms = (path: string, amount: MinorUnits): readonly TermsProblem[] =>
  Number.isInteger(amount) && amount > 0 && amount <= AMOUNT_MAX ? [] : [{ kind: 'amount_out_of_range', path }]

/** What is wrong with the terms and what to do, without a full stop: it follows "These terms cannot be used:". */
export function describeTermsProblem(problem: TermsProblem): string {
  switch (problem.kind) {
    case 'days_out_of_range':
      return `enter a whole number from 0 to ${problem.max}`
    case 'day_of_month_out_of_range':
      return 'enter a day of the month from 1 to 31'
    case 'percent_out_of_range':
      return 'enter a percentage above 0, at most 100'
    case 'amount_out_of_range':
      return 'enter an amount above 0'
    case 'discount_after_due':
      return 'the discount runs longer than the invoice: enter fewer discount days'
    case 'no_instalments':
      return 'enter at least one instalment'
    case 'instalments_not_100_percent':
      return `the instalments add up to ${formatDecimal6(problem.percent)}%, make them 100%`
    case 'instalments_leave_no_rest':
      return `the instalments add up to ${formatDecimal6(problem.percent)}% and leave no rest: make them less than 100%`
    case 'instalments_lack_rest':
      return 'enter one instalment that takes the rest, since amounts do not add up to every total'
    case 'instalments_rest_twice':
      return 'let only one instalment take the rest'
  }
}
