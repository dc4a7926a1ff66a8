import type { CalendarDate, DayOfWeek } from '../../../src-shared/domain/dates/calendar.ts'
import { applyDateKey } from '../../../src-shared/domain/dates/date-keys.ts'
import { parseDateText } from '../../../src-shared/domain/dates/date-text.ts'
import type { Reading } from './typed-text.ts'
import { reading } from './read-text.ts'

export type DateRules = {
  readonly workDate: CalendarDate
  readonly dateOrder: 'mdy' | 'dmy' | 'ymd'
  readonly weekStart: DayOfWeek
}

/** A date field between two keys. */
export type DateEntry = {
  readonly value: CalendarDate | null
  /** What was typed since the value came; null when nothing was. */
  readonly draft: string | null
  /** The sign key pressed last, if any, and the date before it: digits that follow mean so many days from there. */
  readonly sign: DateSign | null
}

export type DateSign = { readonly key: '+' | '-'; readonly from: CalendarDate }

export type DateKeyEffect =
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly sign: DateSign | null }
  | { readonly kind: 'offset'; readonly text: string; readonly from: CalendarDate }

/**
 * What a key does in a date field; null when it is an ordinary character. `+` and `-` move by a day, and followed at once by
 * digits by that many days: `+30`. Letters and signs are keys only while nothing else is typed, so `2025-06-30` and
 * `30 May` can be written out; `[` and `]` belong to no date and always move by a month.
 */
export function dateKeyEffect(key: string, entry: DateEntry, rules: DateRules): DateKeyEffect | null {
  const isUntouched = entry.draft === null || entry.draft === ''
  if (isUntouched && entry.sign !== null && /^\d$/.test(key)) {
    return { kind: 'offset', text: entry.sign.key + key, from: entry.sign.from }
  }
  if (!isUntouched && key !== '[' && key !== ']') return null
  const typed = isUntouched ? null : readDate(entry.draft ?? '', rules)
  const from = (typed?.ok === true ? typed.value : entry.value) ?? rules.workDate
  const date = applyDateKey(key, from, rules.workDate, rules.weekStart)
  if (date === null) return null
  return { kind: 'date', date, sign: key === '+' || key === '-' ? { key, from: entry.sign?.from ?? from } : null }
}

/** Reads what was typed. `+30` counts from `offsetFrom`, the date the field held, or else from the work date. */
export function readDate(text: string, rules: DateRules, offsetFrom?: CalendarDate | null): Reading<CalendarDate> {
  if (text.trim() === '') return { ok: true, value: null }
  const isOffset = /^[+-]\d+$/.test(text.trim())
  const workDate = isOffset ? (offsetFrom ?? rules.workDate) : rules.workDate
  return reading(parseDateText(text, { workDate, order: rules.dateOrder, weekStart: rules.weekStart }))
}
