import { scheduleProblem } from '../../../src-shared/billing/rules/schedule.ts'
import type { Schedule, ScheduleEnd } from '../../../src-shared/billing/rules/schedule.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { ScheduleEntry } from './entry.ts'

export type ScheduleReading =
  { readonly ok: true; readonly schedule: Schedule } | { readonly ok: false; readonly errors: FieldErrors }

/** What is typed, as the ledger takes it, or what is wrong with it, by field. */
export function readSchedule(entry: ScheduleEntry): ScheduleReading {
  const { unit, firstDate } = entry
  const every = wholeOf(entry.every)
  const end = readEnd(entry)
  const errors: Record<string, string> = {}
  if (every === null) errors['every'] = 'Enter how many apart: 1 or more.'
  if (firstDate === null) errors['firstDate'] = 'Enter the day it is due first.'
  if (end === null && entry.endKind === 'on') errors['endDate'] = 'Enter the last day, or let it never end.'
  if (end === null && entry.endKind === 'after') errors['times'] = 'Enter how many times: 1 or more.'
  if (every === null || firstDate === null || end === null) return { ok: false, errors }
  const dayOfMonth = unit === 'month' || unit === 'year' ? entry.dayOfMonth : null
  const schedule = { every, unit, firstDate, dayOfMonth, end }
  const problem = scheduleProblem(schedule)
  if (problem?.kind === 'ends_before_first') {
    return { ok: false, errors: { endDate: 'It ends before it is due first. Enter a later day.' } }
  }
  return { ok: true, schedule }
}

function readEnd({ endKind, endDate, times }: ScheduleEntry): ScheduleEnd | null {
  switch (endKind) {
    case 'never':
      return { kind: 'never' }
    case 'on':
      return endDate === null ? null : { kind: 'on', date: endDate }
    case 'after': {
      const whole = wholeOf(times)
      return whole === null ? null : { kind: 'after', times: whole }
    }
  }
}

/** A whole number from 1; null for anything else. */
const wholeOf = (text: string): number | null => {
  const typed = text.trim()
  return /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : null
}
