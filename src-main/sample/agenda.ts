import { addDays, dayOfWeek, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'

/** Something that happens on the day it was planned for. */
export type Happening = (day: CalendarDate) => Promise<void>

/** What is to happen when. Things of one day happen in the order in which they were planned. */
export class Agenda {
  readonly #byDay = new Map<CalendarDate, Happening[]>()
  readonly #last: CalendarDate

  /** Nothing is planned after `last`. */
  constructor(last: CalendarDate) {
    this.#last = last
  }

  plan(day: CalendarDate, happening: Happening): void {
    const workday = nextWorkday(day)
    if (workday > this.#last) return
    const list = this.#byDay.get(workday)
    if (list) list.push(happening)
    else this.#byDay.set(workday, [happening])
  }

  /** Lives through one day, with what that day plans for itself. */
  async live(day: CalendarDate): Promise<void> {
    const list = this.#byDay.get(day) ?? []
    for (let index = 0; index < list.length; index++) await list[index]?.(day)
    this.#byDay.delete(day)
  }
}

const SATURDAY = 6

/** The day itself, or the Monday after a weekend. */
export function nextWorkday(day: CalendarDate): CalendarDate {
  const weekday = dayOfWeek(day)
  return weekday < SATURDAY ? day : addDays(day, 8 - weekday)
}
