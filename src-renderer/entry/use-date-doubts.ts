import { useState } from 'react'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { FAR_TEXT, farFrom } from '../../src-shared/domain/dates/far-date.ts'
import { useConventions, useFormat } from '../ui/conventions.tsx'
import type { Format } from '../ui/conventions.tsx'
import { NO_ERRORS } from './field-errors.ts'
import type { FieldErrors } from './field-errors.ts'

/** The dates of an entry, by their fields. */
export type EntryDates = Readonly<Record<string, CalendarDate | null>>

/** What is asked of dates far from the day worked on, beside their fields. */
export const dateDoubts = (dates: EntryDates, workDate: CalendarDate, format: Pick<Format, 'date'>): FieldErrors =>
  Object.fromEntries(
    Object.entries(dates).flatMap(([field, date]) => {
      const side = date === null ? null : farFrom(workDate, date)
      if (date === null || side === null) return []
      return [[field, `${format.date(date)} is ${FAR_TEXT[side]} your work date. Correct it, or confirm it once more.`]]
    }),
  )

export type DateDoubts = {
  /** The questions asked of dates that have not been changed since. */
  readonly shown: FieldErrors
  /** Asks about each far date that was not asked about before; false where there is none. */
  readonly ask: () => boolean
}

/** Asks once about each date far from the day worked on. Who sends the entry again means it. */
export function useDateDoubts(dates: EntryDates): DateDoubts {
  const { workDate } = useConventions()
  const format = useFormat()
  const [asked, setAsked] = useState(NO_ERRORS)
  const doubts = dateDoubts(dates, workDate, format)
  const isAsked = ([field, text]: readonly [string, string]): boolean => asked[field] === text
  return {
    shown: Object.fromEntries(Object.entries(doubts).filter(isAsked)),
    ask: () => {
      if (Object.entries(doubts).every(isAsked)) return false
      setAsked(doubts)
      return true
    },
  }
}
