import { describeSchedule, scheduleUnits } from '../../../src-shared/billing/rules/schedule.ts'
import type { ScheduleEnd, ScheduleUnit } from '../../../src-shared/billing/rules/schedule.ts'
import { bindFields } from '../../entry/head/bind-fields.ts'
import type { BindField } from '../../entry/head/bind-fields.ts'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { daysOfMonthFor, withFirstDate } from '../schedule/entry.ts'
import type { ScheduleEntry } from '../schedule/entry.ts'
import { readSchedule } from '../schedule/schedule-input.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { IdSelectField } from '../../ui/fields/IdSelectField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { RecurringState } from './use-recurring-entry.ts'
import css from './recurring-edit.module.css'

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
  const { updateSchedule } = state
  const { schedule } = state.entry
  const field = bindFields(schedule, updateSchedule, state.form.errors)
  const isMonthly = schedule.unit === 'month' || schedule.unit === 'year'
  const reading = readSchedule(schedule)
  return (
    <EntryHead>
      <HeadRow>
        <Place width="72px">
          <TextField label="Every" {...field('every')} maxLength={3} isNumber quick required />
        </Place>
        <Place width="120px">
          <SelectField label="Unit" {...field('unit')} options={unitOptions} />
        </Place>
        <Place width="168px">
          <DateField
            label="First on"
            {...field('firstDate')}
            onChange={(firstDate) => updateSchedule((before) => withFirstDate(before, firstDate))}
            quick
            required
          />
        </Place>
        <Place width={1}>{isMonthly && <DayOfMonth schedule={schedule} field={field} />}</Place>
        <Place width="180px">
          <SelectField label="End" {...field('endKind')} options={endOptions} />
        </Place>
        <Place width="168px">
          <EndField kind={schedule.endKind} field={field} />
        </Place>
      </HeadRow>
      <p className={css.words}>
        {reading.ok ? `${describeSchedule(reading.schedule)}.` : 'When it is due is said here once it is entered.'} In
        descriptions, memo and reference, {'{month}'}, {'{year}'}, {'{from}'} and {'{to}'} are filled in.
      </p>
    </EntryHead>
  )
}

type PartProps = { readonly field: BindField<ScheduleEntry> }

/** Only at a month's end there is a choice: the 28th of February may stand for the 28th to the last day. */
function DayOfMonth({ schedule, field }: PartProps & { readonly schedule: ScheduleEntry }) {
  const days = schedule.firstDate === null ? [] : daysOfMonthFor(schedule.firstDate)
  const [own = null] = days
  return (
    <IdSelectField
      label="In each month on"
      {...field('dayOfMonth')}
      value={schedule.dayOfMonth ?? own}
      options={days.map((day) => ({ id: day, label: day === 31 ? 'Last day of the month' : `Day ${day}` }))}
    />
  )
}

function EndField({ kind, field }: PartProps & { readonly kind: ScheduleEntry['endKind'] }) {
  switch (kind) {
    case 'never':
      return null
    case 'on':
      return <DateField label="Last day" {...field('endDate')} quick />
    case 'after':
      return <TextField label="Times" {...field('times')} maxLength={3} quick />
  }
}
