import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { InstalmentPart, PaymentTerms } from '../../../src-shared/company/rules/terms/terms.ts'

/** Terms in few words, for tables. */

export const day = calendarDate
export const percent = (n: number): number => Math.round(n * 1_000_000)
export const plain = { discount: null, graceDays: 0 }
export const net = (days: number): PaymentTerms => ({ kind: 'net', days, ...plain })
export const endOfMonth = (months: number, days: number): PaymentTerms => ({
  kind: 'end_of_month',
  months,
  days,
  ...plain,
})
export const proximo = (dayOfMonth: number, cutoffDay: number): PaymentTerms => ({
  kind: 'proximo',
  dayOfMonth,
  cutoffDay,
  ...plain,
})
export const instalments = (...parts: [number, number][]): PaymentTerms => ({
  kind: 'instalments',
  parts: parts.map(([part, dueAfterDays]): InstalmentPart => ({ percent: percent(part), dueAfterDays })),
  ...plain,
})
export const daysThenEnd = (afterDays: number, months: number, days: number): PaymentTerms => ({
  kind: 'end_of_month',
  afterDays,
  months,
  days,
  ...plain,
})
export const dayAfter = (dayOfMonth: number, afterDays: number): PaymentTerms => ({
  kind: 'day_of_month',
  dayOfMonth,
  afterDays,
  ...plain,
})
export const amounts = (
  ...parts: (readonly [share: number | 'rest' | `${number}%`, months: number, days: number])[]
): PaymentTerms => ({
  kind: 'instalments',
  parts: parts.map(([share, dueAfterMonths, dueAfterDays]): InstalmentPart => {
    const due = { dueAfterMonths, dueAfterDays }
    if (share === 'rest') return { rest: true, ...due }
    return typeof share === 'number'
      ? { amount: share, ...due }
      : { percent: percent(Number.parseFloat(share)), ...due }
  }),
  ...plain,
})
export const withDiscount = (terms: PaymentTerms, part: number, days: number): PaymentTerms => ({
  ...terms,
  discount: { percent: percent(part), days },
})
