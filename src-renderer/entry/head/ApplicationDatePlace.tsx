import { useState } from 'react'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import type { Bound } from './bind-fields.ts'
import { Place } from './EntryHead.tsx'

/**
 * The day on which money is applied, where that is later than its own. Seldom wanted: it stands in nobody's way until the
 * items that need it are asked for, and stays while it is changed.
 */
export function ApplicationDatePlace(field: Bound<CalendarDate | null>) {
  const [isShown, setIsShown] = useState(false)
  if (!isShown && (field.value !== null || field.error !== undefined)) setIsShown(true)
  if (!isShown) return null
  return (
    <Place width={1.2}>
      <DateField label="Applied on, if later" {...field} />
    </Place>
  )
}
