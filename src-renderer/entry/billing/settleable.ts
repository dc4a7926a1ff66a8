import type { OpenItem } from '../../../src-shared/contract/openItems.ts'
import { LAST_DATE } from '../../../src-shared/domain/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { asksForPayment } from './kinds.ts'
import type { BillingKind } from './kinds.ts'

const NOTHING: readonly OpenItem[] = []

/** What the customer owes in a currency and a credit note may settle as it is posted, by due date. */
export function useSettleable(kind: BillingKind, customer: PickerOption | null, currency: string): readonly OpenItem[] {
  const enabled = customer !== null && !asksForPayment(kind)
  const customerId = Number(customer?.key ?? 1)
  const { data } = useLedgerQuery(
    'openItems.forCustomer',
    { customerId, asOf: LAST_DATE },
    { enabled, keepPrevious: false },
  )
  return enabled && data !== undefined ? data.filter((item) => item.open > 0 && item.currency === currency) : NOTHING
}
