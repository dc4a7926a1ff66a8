import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { addMonthsWithin, startOfMonth } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../src-shared/domain/dates/date-text.ts'
import { classNames } from '../class-names.ts'
import { useConventions, useFormat, weekdayOf } from '../conventions.tsx'
import { calendarKey, weeksOf } from './calendar-month.ts'
import css from './CalendarGrid.module.css'

export type CalendarGridProps = {
  readonly value: CalendarDate | null
  readonly onPick: (date: CalendarDate) => void
}

/** One month. Arrows and the date keys move, Enter picks. */
export function CalendarGrid({ value, onPick }: CalendarGridProps) {
  const { workDate, weekStart } = useConventions()
  const format = useFormat()
  const [day, setDay] = useState(value ?? workDate)
  const current = useRef<HTMLButtonElement>(null)
  const weeks = weeksOf(day, weekStart)

  useEffect(() => current.current?.focus(), [day])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const moved = calendarKey(event.key, day, workDate, weekStart)
    if (moved === null) return
    event.preventDefault()
    setDay(moved)
  }

  return (
    <div className={css.calendar}>
      <div className={css.head}>
        <MonthButton label="Previous month" sign="‹" onPress={() => setDay(addMonthsWithin(day, -1))} />
        <span aria-live="polite">{monthTitle(day)}</span>
        <MonthButton label="Next month" sign="›" onPress={() => setDay(addMonthsWithin(day, 1))} />
      </div>
      <div role="grid" aria-label={monthTitle(day)} onKeyDown={onKeyDown}>
        <div role="row" className={css.week}>
          {weeks[0]?.map((date) => (
            <span key={date} role="columnheader" className={css.weekday}>
              {weekdayOf(date).slice(0, 2)}
            </span>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week[0]} role="row" className={css.week}>
            {week.map((date) => (
              <span key={date} role="gridcell" aria-selected={date === value}>
                <button
                  ref={date === day ? current : null}
                  type="button"
                  tabIndex={date === day ? 0 : -1}
                  aria-label={format.dateWithDay(date)}
                  aria-current={date === workDate ? 'date' : undefined}
                  className={classNames(
                    css.day,
                    startOfMonth(date) !== startOfMonth(day) && css.outside,
                    date === workDate && css.today,
                    date === value && css.picked,
                  )}
                  onClick={() => onPick(date)}
                >
                  {Number(date.slice(8))}
                </button>
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

type MonthButtonProps = { readonly label: string; readonly sign: string; readonly onPress: () => void }

function MonthButton({ label, sign, onPress }: MonthButtonProps) {
  return (
    <button type="button" tabIndex={-1} className={css.step} aria-label={label} onClick={onPress}>
      {sign}
    </button>
  )
}

/** "Jun 2025" */
function monthTitle(day: CalendarDate): string {
  return formatDate(startOfMonth(day), 'text').slice(2)
}
