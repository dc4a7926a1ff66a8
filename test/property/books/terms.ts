import type { Item } from './item.ts'
import { half, shares } from './rounding.ts'

/** Terms as the model reckons them, on days counted from 1 January 2025 with the machine's own calendar. */

export type Terms = (typeof TERMS_KINDS)[number]
export const TERMS_KINDS = ['net', 'parts', 'early', 'rest', 'fifteenth', 'monthEnd'] as const

/** Cents of the company's currency that the second part of `rest` asks for, and what paying early takes off. */
export const FIXED_PART = 60
export const FIXED_OFF = 15

const START = Date.UTC(2025, 0, 1)
const A_DAY = 24 * 60 * 60 * 1000

export const calendarOf = (day: number): Date => new Date(START + day * A_DAY)

/** The day of a month so many months on from a day's; a month too short for it ends with its last. */
export const inMonth = (day: number, monthsOn: number, wanted: number): number => {
  const date = calendarOf(day)
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsOn + 1, 0))
  const at = Date.UTC(
    lastOfMonth.getUTCFullYear(),
    lastOfMonth.getUTCMonth(),
    Math.min(wanted, lastOfMonth.getUTCDate()),
  )
  return (at - START) / A_DAY
}

const aMonthOn = (day: number): number => inMonth(day, 1, calendarOf(day).getUTCDate())

const firstAfter = (day: number, wanted: number): number => {
  let on = day
  while (calendarOf(on).getUTCDate() !== wanted) on += 1
  return on
}

/** When the last of it is due, by the terms alone. */
export const lastDue = (terms: Terms, day: number): number => {
  switch (terms) {
    case 'net':
    case 'early':
      return day + 30
    case 'parts':
      return day + 60
    case 'rest':
      return aMonthOn(day) + 20
    case 'fifteenth':
      return firstAfter(day + 31, 15)
    case 'monthEnd':
      return inMonth(day + 30, 0, 31)
  }
}

/** Cents of the company's currency in another, at tenths of it for one. */
const converted = (cents: number, tenths: number): number => half(cents * 10, tenths)

/** What falls due when. */
export const partsOf = (terms: Terms, day: number, total: number, tenths: number): Item['parts'] => {
  if (terms === 'parts') return shares(total, [50, 30, 20]).map((amount, index) => ({ due: day + index * 30, amount }))
  const whole = { due: lastDue(terms, day), amount: total }
  if (terms !== 'rest') return [whole]
  const first = Math.min(total, half(total * 25, 100))
  const second = Math.min(total - first, converted(FIXED_PART, tenths))
  const parts = [
    { due: day, amount: first },
    { due: aMonthOn(day), amount: second },
    { due: whole.due, amount: total - first - second },
  ].filter(({ amount }) => amount > 0)
  return parts.length === 0 ? [whole] : parts
}

export const offersDiscount = (terms: Terms): boolean => terms === 'early' || terms === 'fifteenth' || terms === 'rest'

/** What paying early takes off of what earns it. */
export const offerOf = (terms: Terms, total: number, tenths: number): number => {
  if (terms === 'early' || terms === 'fifteenth') return half(total * 2, 100)
  return terms === 'rest' ? Math.min(total, converted(FIXED_OFF, tenths)) : 0
}

/** The last day on which that is earned: ten days, the first 10th after five days, the 10th of the next month. */
export const offeredUntil = (terms: Terms, day: number): number => {
  if (terms === 'rest') return firstAfter(day + 5, 10)
  if (terms === 'fifteenth') return inMonth(day, calendarOf(day).getUTCDate() > 25 ? 2 : 1, 10)
  return day + 10
}
