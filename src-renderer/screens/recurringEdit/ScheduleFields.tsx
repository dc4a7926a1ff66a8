import { describeSchedule, scheduleUnits } from '../../../src-shared/domain/schedule.ts'
import type { ScheduleEnd, ScheduleUnit } from '../../../src-shared/domain/schedule.ts'
import { daysOfMonthFor, withFirstDate } from '../../entry/recurring/entry.ts'
import type { ScheduleEntry } from '../../entry/recurring/entry.ts'
import { readSchedule } from '../../entry/recurring/schedule-input.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { RecurringState } from './use-recurring-entry.ts'
import entryCss from '../../entry/entry.module.css'
import css from './recurringEdit.module.css'

const unitOptions = scheduleUnits.map((value) => ({ value, label: `${value}s` })) satisfies readonly {
  value: ScheduleUnit
  label: string
}[]

const endOptions = [
  { value: 'never', label: 'Goes on' },
  { value: 'on', label: 'Ends on a day' },
  { value: 'after', label: 'Ends after so many' },
] as const satisfies readonly { value: ScheduleEnd['kind']; label: string }[]

/** When it is due, and until when; said again in words below. */
export function ScheduleFields({ state }: { readonly state: RecurringState }) {
  const { errors, changeSchedule } = state
  const { schedule } = state.entry
  const isMonthly = schedule.unit === 'month' || schedule.unit === 'year'
  const reading = readSchedule(schedule)
  return (
    <div className={entryCss.fields}>
      <FieldRow columns="72px 120px 168px minmax(0, 1fr) 180px 168px">
        <TextField
          label="Every"
          name="every"
          value={schedule.every}
          onChange={(every) => changeSchedule({ every })}
          error={errors['every']}
          maxLength={3}
          quick
          required
        />
        <SelectField
          label="Unit"
          name="unit"
          value={schedule.unit}
          onChange={(unit) => changeSchedule({ unit })}
          options={unitOptions}
        />
        <DateField
          label="First on"
          name="firstDate"
          value={schedule.firstDate}
          onChange={(firstDate) => changeSchedule(withFirstDate(schedule, firstDate))}
          error={errors['firstDate']}
          quick
          required
        />
        {isMonthly ? <DayOfMonth schedule={schedule} state={state} /> : <span />}
        <SelectField
          label="End"
          name="endKind"
          value={schedule.endKind}
          onChange={(endKind) => changeSchedule({ endKind })}
          options={endOptions}
        />
        <EndField schedule={schedule} state={state} />
      </FieldRow>
      <p className={css.words}>
        {reading.ok ? `${describeSchedule(reading.schedule)}.` : 'When it is due is said here once it is entered.'} In
        descriptions, memo and reference, {'{month}'}, {'{year}'}, {'{from}'} and {'{to}'} are filled in.
      </p>
    </div>
  )
}

type PartProps = { readonly schedule: ScheduleEntry; readonly state: RecurringState }

/** Only at a month's end there is a choice: the 28th of February may stand for the 28th to the last day. */
function DayOfMonth({ schedule, state: { changeSchedule, errors } }: PartProps) {
  const days = schedule.firstDate === null ? [] : daysOfMonthFor(schedule.firstDate)
  const [own] = days
  const options = days.map((day) => ({
    value: String(day),
    label: day === 31 ? 'Last day of the month' : `Day ${day}`,
  }))
  return (
    <SelectField
      label="In each month on"
      name="dayOfMonth"
      value={String(schedule.dayOfMonth ?? own ?? '')}
      onChange={(value) => changeSchedule({ dayOfMonth: Number(value) })}
      options={options}
      error={errors['dayOfMonth']}
    />
  )
}

function EndField({ schedule, state: { changeSchedule, errors } }: PartProps) {
  switch (schedule.endKind) {
    case 'never':
      return null
    case 'on':
      return (
        <DateField
          label="Last day"
          name="endDate"
          value={schedule.endDate}
          onChange={(endDate) => changeSchedule({ endDate })}
          error={errors['endDate']}
          quick
        />
      )
    case 'after':
      return (
        <TextField
          label="Times"
          name="times"
          value={schedule.times}
          onChange={(times) => changeSchedule({ times })}
          error={errors['times']}
          maxLength={3}
          quick
        />
      )
  }
}
