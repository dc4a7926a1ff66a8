import type { CustomerCard } from '../../src-shared/customers/contract/customers.ts'
import { useLedgerQuery } from '../api/queries.tsx'
import { useConventions } from '../ui/conventions.tsx'
import type { PickerOption } from '../ui/fields/picker-choice.ts'

/**
 * The customer of an entry with balance and habits as of the work date; null until one is picked and read. The entry's own
 * draft counts in the entry, not on the card.
 */
export function useCustomerCard(customer: PickerOption | null, exceptDraft: string | null = null): CustomerCard | null {
  const { workDate } = useConventions()
  const id = Number(customer?.key ?? 0)
  const enabled = customer !== null
  const card = useLedgerQuery('customers.get', { id, asOf: workDate, exceptDraft }, { enabled, keepPrevious: false })
  return enabled ? (card.data ?? null) : null
}
