import { useState } from 'react'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { DateField } from '../ui/fields/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'

export type WorkDateDialogProps = {
  readonly workDate: CalendarDate
  readonly onClose: () => void
  readonly onChange: (date: CalendarDate) => void
}

/** The day that new entries start with: today, unless a clerk catches up on another day's work. */
export function WorkDateDialog({ workDate, onClose, onChange }: WorkDateDialogProps) {
  const [date, setDate] = useState<CalendarDate | null>(workDate)
  return (
    <FormDialog
      title="Work date"
      lead="New entries start with this day; lists and reports count as of it."
      submitLabel="Use this date"
      canSubmit={date !== null}
      onSubmit={() => {
        if (date !== null) onChange(date)
        onClose()
      }}
      onClose={onClose}
    >
      <DateField label="Date" value={date} onChange={setDate} autoFocus />
    </FormDialog>
  )
}
