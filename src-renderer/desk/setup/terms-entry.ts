import type { EarlyDiscount, InstalmentPart, PaymentTerms } from '../../../src-shared/company/rules/terms/terms.ts'
import { describeTermsProblem, validateTerms } from '../../../src-shared/company/rules/terms/terms-problem.ts'
import { describeTerms } from '../../../src-shared/company/rules/terms/terms-text.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { wholeNumber } from './whole.ts'

/** A line with neither a percentage nor an amount takes the rest. */
export type InstalmentRow = {
  readonly key: string
  readonly percent: number | null
  readonly amount: number | null
  readonly months: string
  readonly days: string
}

/** Until when a discount is earned. */
export type DiscountUntil = 'days' | 'proximo' | 'day_of_month'

/** Terms as they are typed; whole numbers stay text until they are read. */
export type TermsEntry = {
  readonly code: string
  /** Blank takes the terms in words. */
  readonly name: string
  readonly kind: PaymentTerms['kind']
  readonly afterDays: string
  readonly days: string
  readonly months: string
  readonly dayOfMonth: string
  readonly cutoffDay: string
  readonly parts: readonly InstalmentRow[]
  /** Percent in millionths; null is no discount. */
  readonly discountPercent: number | null
  /** Minor units of the company's currency; null is no flat discount. */
  readonly discountAmount: number | null
  readonly discountUntil: DiscountUntil
  readonly discountDays: string
  readonly discountDayOfMonth: string
  readonly discountCutoffDay: string
  readonly discountAfterDays: string
  readonly graceDays: string
}

export const newInstalment = (): InstalmentRow => ({
  key: crypto.randomUUID(),
  percent: null,
  amount: null,
  months: '',
  days: '',
})

export const isBlankInstalment = ({ percent, amount, months, days }: InstalmentRow): boolean =>
  percent === null && amount === null && months.trim() === '' && days.trim() === ''

export const blankTerms = (): TermsEntry => ({
  code: '',
  name: '',
  kind: 'net',
  afterDays: '0',
  days: '30',
  months: '1',
  dayOfMonth: '10',
  cutoffDay: '31',
  parts: [newInstalment()],
  discountPercent: null,
  discountAmount: null,
  discountUntil: 'days',
  discountDays: '',
  discountDayOfMonth: '10',
  discountCutoffDay: '31',
  discountAfterDays: '0',
  graceDays: '0',
})

/** What is no whole number becomes NaN, which the domain's own checks refuse with their words. */
const whole = (text: string): number => wholeNumber(text) ?? Number.NaN

/** The rule typed so far. It is whole only once `checkTerms` finds nothing wrong. */
export function rule(entry: TermsEntry): PaymentTerms {
  const every = { discount: discountOf(entry), graceDays: whole(entry.graceDays) }
  switch (entry.kind) {
    case 'net':
      return { kind: 'net', days: whole(entry.days), ...every }
    case 'end_of_month':
      return {
        kind: 'end_of_month',
        afterDays: whole(entry.afterDays),
        months: whole(entry.months),
        days: whole(entry.days),
        ...every,
      }
    case 'proximo':
      return { kind: 'proximo', dayOfMonth: whole(entry.dayOfMonth), cutoffDay: whole(entry.cutoffDay), ...every }
    case 'day_of_month':
      return { kind: 'day_of_month', dayOfMonth: whole(entry.dayOfMonth), afterDays: whole(entry.afterDays), ...every }
    case 'instalments':
      return {
        kind: 'instalments',
        parts: entry.parts.filter((part) => !isBlankInstalment(part)).map(partOf),
        ...every,
      }
  }
}

/** Blank months or days are none; with both blank the part is due at once. */
const wholeOrNone = (text: string): number => (text.trim() === '' ? 0 : whole(text))

function partOf({ percent, amount, months, days }: InstalmentRow): InstalmentPart {
  const due = { dueAfterMonths: wholeOrNone(months), dueAfterDays: wholeOrNone(days) }
  if (percent !== null) return { percent, ...due }
  return amount === null ? { rest: true, ...due } : { amount, ...due }
}

/** None while neither what it is nor the days of the usual sort are typed. */
function discountOf(entry: TermsEntry): EarlyDiscount | null {
  const { discountPercent, discountAmount } = entry
  if (discountPercent === null && discountAmount === null && entry.discountDays.trim() === '') return null
  const reward =
    discountPercent === null && discountAmount !== null
      ? { amount: discountAmount }
      : { percent: discountPercent ?? Number.NaN }
  switch (entry.discountUntil) {
    case 'days':
      return { ...reward, days: whole(entry.discountDays) }
    case 'proximo':
      return { ...reward, dayOfMonth: whole(entry.discountDayOfMonth), cutoffDay: whole(entry.discountCutoffDay) }
    case 'day_of_month':
      return { ...reward, dayOfMonth: whole(entry.discountDayOfMonth), afterDays: whole(entry.discountAfterDays) }
  }
}

/** The terms in words as they stand; null while something in them makes no sense. `currency` is the company's. */
export function termsInWords(entry: TermsEntry, currency: string): string | null {
  const typed = rule(entry)
  if (typedTwice(entry).length > 0 || validateTerms(typed).length > 0) return null
  return sentence(describeTerms(typed, currency))
}

export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A percentage and an amount at once, by field. */
const typedTwice = ({ discountPercent, discountAmount, kind, parts }: TermsEntry): readonly string[] => [
  ...(discountPercent !== null && discountAmount !== null ? ['discountAmount'] : []),
  ...(kind === 'instalments'
    ? parts.flatMap(({ percent, amount }, index) =>
        percent !== null && amount !== null ? [`parts.${index}.amount`] : [],
      )
    : []),
]

/** What keeps the terms from being saved; the rules and their words are the domain's. */
export function checkTerms(entry: TermsEntry): FieldErrors {
  const errors: Record<string, string> = {}
  if (entry.code.trim() === '') errors['code'] = 'Enter a short code.'
  for (const field of typedTwice(entry)) errors[field] = 'Enter a percentage or an amount, not both.'
  for (const problem of validateTerms(rule(entry))) {
    errors[termsFieldOf(`rule.${problem.path}`, entry) ?? 'code'] ??= `${sentence(describeTermsProblem(problem))}.`
  }
  return errors
}

const fields: Readonly<Record<string, string>> = {
  code: 'code',
  name: 'name',
  'rule.afterDays': 'afterDays',
  'rule.days': 'days',
  'rule.months': 'months',
  'rule.dayOfMonth': 'dayOfMonth',
  'rule.cutoffDay': 'cutoffDay',
  'rule.discount': 'discountPercent',
  'rule.discount.percent': 'discountPercent',
  'rule.discount.amount': 'discountAmount',
  'rule.discount.days': 'discountDays',
  'rule.discount.dayOfMonth': 'discountDayOfMonth',
  'rule.discount.cutoffDay': 'discountCutoffDay',
  'rule.discount.afterDays': 'discountAfterDays',
  'rule.graceDays': 'graceDays',
  'rule.parts': 'parts.0.percent',
}

/** The form's path for one of the contract, where blank instalments were not sent. */
export function termsFieldOf(path: string, entry: TermsEntry): string | null {
  const part = /^rule\.parts\.(\d+)\.(percent|amount|dueAfterMonths|dueAfterDays)$/.exec(path)
  if (part === null) return fields[path] ?? null
  const sent = [...entry.parts.entries()].filter(([, row]) => !isBlankInstalment(row))
  const index = sent[Number(part[1])]?.[0]
  return index === undefined ? null : `parts.${index}.${columnOf[part[2] ?? ''] ?? 'percent'}`
}

const columnOf: Readonly<Record<string, string>> = {
  percent: 'percent',
  amount: 'amount',
  dueAfterMonths: 'months',
  dueAfterDays: 'days',
}
