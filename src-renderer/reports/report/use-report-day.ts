import { useState } from 'react'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'

/** The day a report is asked for: as it is typed, null while that makes no sense, and the last that did. */
export type ReportDay = {
  readonly typed: CalendarDate | null
  readonly day: CalendarDate
  readonly change: (date: CalendarDate | null) => void
}

export function useReportDay(first: CalendarDate): ReportDay {
  const [typed, setTyped] = useState<CalendarDate | null>(first)
  const [day, setDay] = useState(first)
  return {
    typed,
    day,
    change: (date) => {
      setTyped(date)
      if (date !== null) setDay(date)
    },
  }
}
