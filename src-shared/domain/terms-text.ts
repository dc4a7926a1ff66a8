import { formatDecimal6 } from './money.ts'
import type { InstalmentPart, PaymentTerms, TermsProblem } from './terms.ts'

/** Terms as clerks write them: "2% 10, net 30". */
export function describeTerms(terms: PaymentTerms): string {
  const due = describeDue(terms)
  if (terms.discount === null) return due
  return `${formatDecimal6(terms.discount.percent)}% ${terms.discount.days}, ${due}`
}

function describeDue(terms: PaymentTerms): string {
  switch (terms.kind) {
    case 'net':
      return terms.days === 0 ? 'due on receipt' : `net ${terms.days}`
    case 'end_of_month':
      return describeEndOfMonth(terms.months) + (terms.days === 0 ? '' : ` plus ${count(terms.days, 'day')}`)
    case 'proximo':
      return `${ordinal(terms.dayOfMonth)} of next month${describeCutoff(terms.cutoffDay)}`
    case 'instalments':
      return `${count(terms.parts.length, 'instalment')}: ${terms.parts.map(describePart).join(', ')}`
  }
}

function describeEndOfMonth(months: number): string {
  if (months === 0) return 'end of month'
  return months === 1 ? 'end of next month' : `end of month ${months} months on`
}

const describeCutoff = (cutoffDay: number): string =>
  cutoffDay >= 31 ? '' : `, a month later when dated after the ${ordinal(cutoffDay)}`

const describePart = ({ percent, dueAfterDays }: InstalmentPart): string =>
  `${formatDecimal6(percent)}% ${dueAfterDays === 0 ? 'at once' : `after ${count(dueAfterDays, 'day')}`}`

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

function ordinal(day: number): string {
  const teen = day >= 11 && day <= 13
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${suffix}`
}

/** What is wrong with the terms and what to do, without a full stop: it follows "These terms cannot be used:". */
export function describeTermsProblem(problem: TermsProblem): string {
  switch (problem.kind) {
    case 'days_out_of_range':
      return `enter a whole number from 0 to ${problem.max}`
    case 'day_of_month_out_of_range':
      return 'enter a day of the month from 1 to 31'
    case 'percent_out_of_range':
      return 'enter a percentage above 0, at most 100'
    case 'discount_after_due':
      return 'the discount runs longer than the invoice: enter fewer discount days'
    case 'no_instalments':
      return 'enter at least one instalment'
    case 'instalments_not_100_percent':
      return `the instalments add up to ${formatDecimal6(problem.percent)}%, make them 100%`
  }
}
