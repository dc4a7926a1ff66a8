import { createContext, use, useMemo } from 'react'
import type { ReactNode } from 'react'
import { dayOfWeek } from '../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate, DayOfWeek } from '../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../src-shared/domain/dates/date-text.ts'
import { formatAmount, formatDecimal6 } from '../../src-shared/domain/amounts/money.ts'
import { formatUnitPrice } from '../../src-shared/domain/amounts/unit-price.ts'
import type { UnitPrice } from '../../src-shared/domain/amounts/unit-price.ts'
import type { DigitGrouping, Millionths, MinorUnits } from '../../src-shared/domain/amounts/money.ts'

/** How this company writes dates and amounts. */
export type Conventions = {
  /** The day new entries start with, and what `t` means in a date field. */
  readonly workDate: CalendarDate
  readonly dateOrder: 'mdy' | 'dmy' | 'ymd'
  readonly dateStyle: 'iso' | 'mdy' | 'dmy' | 'text'
  readonly decimal: '.' | ','
  readonly group: string
  readonly negative: 'minus' | 'parentheses'
  readonly grouping: DigitGrouping
  readonly weekStart: DayOfWeek
}

const ConventionsContext = createContext<Conventions | null>(null)

export function ConventionsProvider({
  value,
  children,
}: {
  readonly value: Conventions
  readonly children: ReactNode
}) {
  return <ConventionsContext value={value}>{children}</ConventionsContext>
}

export function useConventions(): Conventions {
  const conventions = use(ConventionsContext)
  if (conventions === null) throw new Error('Fields and figures need a <ConventionsProvider> around the window.')
  return conventions
}

export type Format = {
  /** Minor units as text, without the currency's name. */
  readonly amount: (amount: MinorUnits, currency: string) => string
  /** The same, with nothing for zero: an empty bucket. */
  readonly blankZero: (amount: MinorUnits, currency: string) => string
  /** With at least so many digits after the point: 3.40. */
  readonly decimal: (value: Millionths, digitsMin?: number) => string
  readonly price: (value: UnitPrice, digitsMin?: number) => string
  readonly date: (date: CalendarDate) => string
  /** "Mon 30 Jun 2025" */
  readonly dateWithDay: (date: CalendarDate) => string
}

/** Texts for amounts and dates, as this company writes them. */
export function useFormat(): Format {
  const conventions = useConventions()
  return useMemo(() => formatFor(conventions), [conventions])
}

export function formatFor({ decimal, group, negative, grouping, dateStyle }: Conventions): Format {
  const style = { decimal, group, negative, grouping }
  const date = (day: CalendarDate): string => formatDate(day, dateStyle)
  return {
    amount: (amount, currency) => formatAmount(amount, currency, style),
    blankZero: (amount, currency) => formatAmount(amount, currency, { ...style, blankZero: true }),
    decimal: (value, digitsMin = 0) => padDecimal(formatDecimal6(value, decimal), decimal, digitsMin),
    price: (value, digitsMin = 0) => padDecimal(formatUnitPrice(value, decimal), decimal, digitsMin),
    date,
    dateWithDay: (day) => `${weekdayOf(day)} ${date(day)}`,
  }
}

function padDecimal(text: string, decimal: '.' | ',', digitsMin: number): string {
  if (digitsMin === 0) return text
  const [whole = '', fraction = ''] = text.split(decimal)
  return whole + decimal + fraction.padEnd(digitsMin, '0')
}

const weekdays: Record<DayOfWeek, string> = { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' }

/** The day of the week in three letters. */
export function weekdayOf(date: CalendarDate): string {
  return weekdays[dayOfWeek(date)]
}
