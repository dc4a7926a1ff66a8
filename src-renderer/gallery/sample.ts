import { calendarDate } from '../../src-shared/domain/calendar.ts'
import type { CalendarDate } from '../../src-shared/domain/calendar.ts'
import type { PickerOption } from '../ui/fields/picker-choice.ts'

export const workDate = calendarDate('2025-06-30')
export const day = (text: string): CalendarDate => calendarDate(`2025-${text}`)

export const customers: readonly PickerOption[] = [
  { key: '1', code: 'BRIGH02', name: 'Brightwater Hotels', detail: '10,330.00' },
  { key: '2', code: 'CEDAR01', name: 'Cedar & Sons Builders', detail: '18,310.00' },
  { key: '3', code: 'DELTA04', name: 'Delta Clinics Group', detail: '22,400.00' },
  { key: '4', code: 'FOXGL01', name: 'Foxglove Stationers', detail: '2,830.00' },
  { key: '5', code: 'HILLT03', name: 'Hilltop School District', detail: '23,300.00' },
  { key: '6', code: 'NORTH01', name: 'Northgate Foods Ltd', detail: '12,060.45' },
  { key: '7', code: 'NORTH02', name: 'North Shore Marine', detail: '0.00' },
  { key: '8', code: 'QUAYS01', name: 'Quayside Brewing Co', detail: '10,710.00' },
]

export const products: readonly PickerOption[] = [
  { key: 'a', code: 'BOX-S', name: 'Carton small, 200 x 150 x 90', detail: '1.15' },
  { key: 'b', code: 'BOX-M', name: 'Carton medium, 300 x 220 x 160', detail: '1.85' },
  { key: 'c', code: 'PAPER', name: 'Kraft paper, roll 70 cm', detail: '24.00' },
  { key: 'd', code: 'TAPE', name: 'Packing tape 50 mm', detail: '2.20' },
]

/** Searches as the ledger would, after a moment. */
export function searchIn(options: readonly PickerOption[]) {
  return async (text: string): Promise<readonly PickerOption[]> => {
    await new Promise((resolve) => setTimeout(resolve, 15))
    const words = text.toLowerCase().split(/\s+/)
    return options.filter(({ code, name }) =>
      words.every(
        (word) =>
          `${code} ${name}`
            .toLowerCase()
            .split(/[\s-]+/)
            .some((part) => part.startsWith(word)) || code.toLowerCase().startsWith(word),
      ),
    )
  }
}
