import type { InputOf } from '../../../src-shared/contract.ts'
import { checkLines } from '../entry/check.ts'
import { linesToPost } from '../entry/input.ts'
import type { BillingTerms, EntryTotals } from '../entry/totals.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { RecurringEntry } from '../schedule/entry.ts'
import { readSchedule } from '../schedule/schedule-input.ts'

/** What keeps the entry from being saved, all at once; the ledger has the last word. */
export function checkRecurring(entry: RecurringEntry, totals: EntryTotals): FieldErrors {
  const errors: Record<string, string> = {}
  if (entry.customer === null) errors['customerId'] = 'Choose the customer: type a code or any word of the name.'
  if (entry.name.trim() === '') errors['name'] = 'Name it, so that the list can tell it from others.'
  const schedule = readSchedule(entry.schedule)
  if (totals.ok && totals.isDiscountBeyond) {
    errors['documentDiscount'] = 'More than the lines add up to. Enter a smaller one.'
  }
  return { ...errors, ...(schedule.ok ? {} : schedule.errors), ...checkLines(entry.lines) }
}

export type RecurringToSave = {
  readonly input: InputOf<'recurring.save'>
  /** The entry's line of each line saved: blank ones are left out. */
  readonly entryLines: readonly number[]
}

/** Null while something is missing (checkRecurring says so). */
export function recurringToSave(entry: RecurringEntry, terms: BillingTerms): RecurringToSave | null {
  const schedule = readSchedule(entry.schedule)
  if (entry.customer === null || !schedule.ok) return null
  const { lines, entryLines } = linesToPost(entry.lines, terms)
  const {
    commandUid,
    draftUid,
    existing,
    name,
    currency,
    termsId,
    reference,
    memo,
    pricesIncludeTax,
    documentDiscount,
  } = entry
  const { toleranceMost } = entry
  const template = { currency, termsId, reference, memo, pricesIncludeTax, documentDiscount, toleranceMost, lines }
  return {
    entryLines,
    input: {
      commandUid,
      draftUid,
      existing,
      name,
      customerId: Number(entry.customer.key),
      schedule: schedule.schedule,
      ...template,
    },
  }
}

const HEAD = new Set(['customerId', 'name', 'currency', 'termsId', 'reference', 'memo', 'toleranceMost'])
const SCHEDULE: Readonly<Record<string, string>> = {
  'schedule.firstDate': 'firstDate',
  'schedule.dayOfMonth': 'dayOfMonth',
  'schedule.every': 'every',
  'schedule.end.date': 'endDate',
  'schedule.end.times': 'times',
}

/** The screen's field for a path the ledger refused; null when it shows none. */
export function recurringFieldOf(path: string, entryLines: readonly number[]): string | null {
  if (HEAD.has(path)) return path
  const ofSchedule = SCHEDULE[path]
  if (ofSchedule !== undefined) return ofSchedule
  const [head, index, field] = path.split('.')
  if (head === 'documentDiscount') return head
  const entryLine = head === 'lines' ? entryLines[Number(index)] : undefined
  return entryLine === undefined ? null : `lines.${entryLine}.${field ?? 'description'}`
}
