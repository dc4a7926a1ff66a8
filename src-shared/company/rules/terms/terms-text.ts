import { formatAmount, formatDecimal6 } from '../../../domain/amounts/money.ts'
import type { MinorUnits } from '../../../domain/amounts/money.ts'
import type { EarlyDiscount, InstalmentPart, PaymentTerms } from './terms.ts'

/**
 * Terms as clerks write them: "2% 10, net 30".
 * @param currency the company's, which amounts of terms are in
 */
export function describeTerms(terms: PaymentTerms, currency: string): string {
  const amountText = (amount: MinorUnits): string => `${currency} ${formatAmount(amount, currency)}`
  const due = describeDue(terms, amountText)
  return terms.discount === null ? due : `${describeDiscount(terms.discount, amountText)}, ${due}`
}

type AmountText = (amount: MinorUnits) => string

function describeDiscount(discount: EarlyDiscount, amountText: AmountText): string {
  const reward = 'percent' in discount ? `${formatDecimal6(discount.percent)}%` : `${amountText(discount.amount)} off`
  if ('days' in discount)
    return 'percent' in discount ? `${reward} ${discount.days}` : `${reward} within ${count(discount.days, 'day')}`
  return `${reward} until the ${'cutoffDay' in discount ? describeNextMonth(discount) : describeAfter(discount)}`
}

function describeDue(terms: PaymentTerms, amountText: AmountText): string {
  switch (terms.kind) {
    case 'net':
      return terms.days === 0 ? 'due on receipt' : `net ${terms.days}`
    case 'end_of_month': {
      const { afterDays = 0, months, days } = terms
      const first = afterDays === 0 ? '' : `${count(afterDays, 'day')}, then the `
      return first + describeEndOfMonth(months) + (days === 0 ? '' : ` plus ${count(days, 'day')}`)
    }
    case 'proximo':
      return describeNextMonth(terms)
    case 'day_of_month':
      return `the ${describeAfter(terms)}`
    case 'instalments':
      return `${count(terms.parts.length, 'instalment')}: ${terms.parts.map((part) => describePart(part, amountText)).join(', ')}`
  }
}

function describeEndOfMonth(months: number): string {
  if (months === 0) return 'end of month'
  return months === 1 ? 'end of next month' : `end of month ${months} months on`
}

const describeNextMonth = ({
  dayOfMonth,
  cutoffDay,
}: {
  readonly dayOfMonth: number
  readonly cutoffDay: number
}): string => `${ordinal(dayOfMonth)} of next month${describeCutoff(cutoffDay)}`

const describeCutoff = (cutoffDay: number): string =>
  cutoffDay >= 31 ? '' : `, a month later when dated after the ${ordinal(cutoffDay)}`

const describeAfter = ({
  dayOfMonth,
  afterDays,
}: {
  readonly dayOfMonth: number
  readonly afterDays: number
}): string =>
  `${afterDays === 0 ? 'next' : 'first'} ${ordinal(dayOfMonth)} of a month${afterDays === 0 ? '' : ` after ${count(afterDays, 'day')}`}`

const describePart = (part: InstalmentPart, amountText: AmountText): string =>
  `${describeShare(part, amountText)} ${describeWhen(part)}`

function describeShare(part: InstalmentPart, amountText: AmountText): string {
  if ('rest' in part) return 'the rest'
  return 'percent' in part ? `${formatDecimal6(part.percent)}%` : amountText(part.amount)
}

function describeWhen({ dueAfterMonths = 0, dueAfterDays }: InstalmentPart): string {
  const spans = [
    ...(dueAfterMonths === 0 ? [] : [count(dueAfterMonths, 'month')]),
    ...(dueAfterDays === 0 ? [] : [count(dueAfterDays, 'day')]),
  ]
  return spans.length === 0 ? 'at once' : `after ${spans.join(' and ')}`
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

function ordinal(day: number): string {
  const teen = day >= 11 && day <= 13
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${suffix}`
}
