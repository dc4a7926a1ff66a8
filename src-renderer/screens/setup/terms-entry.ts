import { validateTerms } from '../../../src-shared/domain/terms.ts'
import type { PaymentTerms } from '../../../src-shared/domain/terms.ts'
import { describeTerms, describeTermsProblem } from '../../../src-shared/domain/terms-text.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { wholeNumber } from './whole.ts'

export type InstalmentRow = { readonly key: string; readonly percent: number | null; readonly days: string }

/** Terms as they are typed; whole numbers stay text until they are read. */
export type TermsEntry = {
  readonly code: string
  /** Blank takes the terms in words. */
  readonly name: string
  readonly kind: PaymentTerms['kind']
  readonly days: string
  readonly months: string
  readonly dayOfMonth: string
  readonly cutoffDay: string
  readonly parts: readonly InstalmentRow[]
  /** Percent in millionths; null is no discount. */
  readonly discountPercent: number | null
  readonly discountDays: string
  readonly graceDays: string
}

export const newInstalment = (): InstalmentRow => ({ key: crypto.randomUUID(), percent: null, days: '' })

export const isBlankInstalment = ({ percent, days }: InstalmentRow): boolean => percent === null && days.trim() === ''

export const blankTerms = (): TermsEntry => ({
  code: '',
  name: '',
  kind: 'net',
  days: '30',
  months: '1',
  dayOfMonth: '10',
  cutoffDay: '31',
  parts: [newInstalment()],
  discountPercent: null,
  discountDays: '',
  graceDays: '0',
})

/** What is no whole number becomes NaN, which the domain's own checks refuse with their words. */
const whole = (text: string): number => wholeNumber(text) ?? Number.NaN

/** The rule typed so far. It is whole only once `checkTerms` finds nothing wrong. */
export function rule(entry: TermsEntry): PaymentTerms {
  const every = {
    discount: hasDiscount(entry)
      ? { percent: entry.discountPercent ?? Number.NaN, days: whole(entry.discountDays) }
      : null,
    graceDays: whole(entry.graceDays),
  }
  switch (entry.kind) {
    case 'net':
      return { kind: 'net', days: whole(entry.days), ...every }
    case 'end_of_month':
      return { kind: 'end_of_month', months: whole(entry.months), days: whole(entry.days), ...every }
    case 'proximo':
      return { kind: 'proximo', dayOfMonth: whole(entry.dayOfMonth), cutoffDay: whole(entry.cutoffDay), ...every }
    case 'instalments': {
      const parts = entry.parts
        .filter((part) => !isBlankInstalment(part))
        .map((part) => ({ percent: part.percent ?? Number.NaN, dueAfterDays: whole(part.days) }))
      return { kind: 'instalments', parts, ...every }
    }
  }
}

const hasDiscount = ({ discountPercent, discountDays }: TermsEntry): boolean =>
  discountPercent !== null || discountDays.trim() !== ''

/** The terms in words as they stand; null while something in them makes no sense. */
export function termsInWords(entry: TermsEntry): string | null {
  const typed = rule(entry)
  if (validateTerms(typed).length > 0) return null
  const words = describeTerms(typed)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What keeps the terms from being saved; the rules and their words are the domain's. */
export function checkTerms(entry: TermsEntry): FieldErrors {
  const errors: Record<string, string> = {}
  if (entry.code.trim() === '') errors['code'] = 'Enter a short code.'
  for (const problem of validateTerms(rule(entry))) {
    const words = describeTermsProblem(problem)
    errors[termsFieldOf(`rule.${problem.path}`, entry) ?? 'code'] ??=
      `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  }
  return errors
}

const fields: Readonly<Record<string, string>> = {
  code: 'code',
  name: 'name',
  'rule.days': 'days',
  'rule.months': 'months',
  'rule.dayOfMonth': 'dayOfMonth',
  'rule.cutoffDay': 'cutoffDay',
  'rule.discount.percent': 'discountPercent',
  'rule.discount.days': 'discountDays',
  'rule.graceDays': 'graceDays',
  'rule.parts': 'parts.0.percent',
}

/** The form's path for one of the contract, where blank instalments were not sent. */
export function termsFieldOf(path: string, entry: TermsEntry): string | null {
  const part = /^rule\.parts\.(\d+)\.(percent|dueAfterDays)$/.exec(path)
  if (part === null) return fields[path] ?? null
  const sent = [...entry.parts.entries()].filter(([, row]) => !isBlankInstalment(row))
  const index = sent[Number(part[1])]?.[0]
  return index === undefined ? null : `parts.${index}.${part[2] === 'percent' ? 'percent' : 'days'}`
}
