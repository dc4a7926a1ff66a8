import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { placedBy } from '../../entry/field-errors.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Form } from '../../entry/use-form.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { notYetOf, useBill } from '../entry/use-bill.ts'
import type { Bill } from '../entry/use-bill.ts'
import type { RecurringEntry, ScheduleEntry } from '../schedule/entry.ts'
import { checkRecurring, recurringFieldOf, recurringToSave } from './input.ts'

type Saved = OutputOf<'recurring.save'>

/** A recurring invoice being typed and what follows from it. */
export type RecurringState = Bill<RecurringEntry> & {
  readonly updateSchedule: Update<ScheduleEntry>
  readonly form: Form<Saved>
}

export function useRecurringEntry(start: RecurringEntry, setup: EntrySetup): RecurringState {
  const bill = useBill(start, setup)
  const { entry, update, terms, totals } = bill
  const toSave = recurringToSave(entry, terms)
  const form = useForm<RecurringEntry, Saved>({
    entry,
    problems: checkRecurring(entry, totals),
    notYet: notYetOf(bill, 'Save'),
    send: () => api.recurring.save(complete(toSave).input),
    place: placedBy((path) => recurringFieldOf(path, toSave?.entryLines ?? [])),
  })
  return {
    ...bill,
    form,
    updateSchedule: (changed) => update((before) => ({ ...before, schedule: changed(before.schedule) })),
  }
}
