import { useState } from 'react'
import type { CalendarDate } from '../../src-shared/domain/calendar.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DateField } from '../ui/fields/DateField.tsx'

export type WorkDateDialogProps = {
  readonly isOpen: boolean
  readonly workDate: CalendarDate
  readonly onClose: () => void
  readonly onChange: (date: CalendarDate) => void
}

/** The day that new entries start with: today, unless a clerk catches up on another day's work. */
export function WorkDateDialog({ isOpen, workDate, onClose, onChange }: WorkDateDialogProps) {
  const [date, setDate] = useState<CalendarDate | null>(workDate)
  const take = (): void => {
    if (date === null) return
    onChange(date)
    onClose()
  }
  return (
    <Dialog
      title="Work date"
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={take} isDisabled={date === null}>
          Use this date
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <DateField label="Work date" value={date} onChange={setDate} hint="New entries start with it." autoFocus />
      </form>
    </Dialog>
  )
}
