import type { CompanySettings } from '../../src-shared/company/contract/company.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import type { Conventions } from '../ui/conventions.tsx'

/** How the open company writes dates and amounts; before one is open, the defaults of a new one. */
export const conventionsOf = (settings: CompanySettings | null, workDate: CalendarDate): Conventions => ({
  workDate,
  dateOrder: settings?.dateOrder ?? 'mdy',
  dateStyle: settings?.dateOrder === 'ymd' ? 'iso' : 'text',
  decimal: settings?.decimalMark ?? '.',
  group: settings?.decimalMark === ',' ? '.' : ',',
  negative: settings?.negativeStyle ?? 'minus',
  grouping: settings?.digitGrouping ?? 'thousands',
  weekStart: 1,
})
