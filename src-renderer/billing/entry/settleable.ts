import { useMemo } from 'react'
import type { OpenItem } from '../../../src-shared/ledger/contract/open-items.ts'
import { LAST_DATE } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { asksForPayment } from './kinds.ts'
import type { BillingKind } from './kinds.ts'

/** An item that a credit note may settle. */
export type Settleable = OpenItem & {
  /** The first day on which all of it can be settled, where it was settled on the credit note's day and is open again. */
  readonly openFrom?: CalendarDate
}

type Entered = { readonly customer: PickerOption | null; readonly documentDate: CalendarDate | null }

const NOTHING: readonly Settleable[] = []

/** What the customer owes and a credit note of a day may settle as it is posted, by due date; other currencies than its own last. */
export function useSettleable(
  kind: BillingKind,
  { customer, documentDate }: Entered,
  currency: string,
): readonly Settleable[] {
  const enabled = customer !== null && !asksForPayment(kind)
  const customerId = Number(customer?.key ?? 1)
  const { data } = useLedgerQuery(
    'openItems.forCustomer',
    { customerId, asOf: LAST_DATE },
    { enabled, keepPrevious: false },
  )
  const { data: leftOut } = useLedgerQuery(
    'receipts.leftOut',
    { customerId, date: documentDate ?? LAST_DATE, currency },
    { enabled: enabled && documentDate !== null, keepPrevious: false },
  )
  return useMemo(() => {
    if (!enabled || data === undefined) return NOTHING
    const from = new Map((leftOut ?? []).map((item) => [item.documentId, item.from]))
    return data
      .filter((item) => item.open > 0)
      .toSorted((a, b) => Number(a.currency !== currency) - Number(b.currency !== currency))
      .map((item) => {
        const openFrom = from.get(item.documentId)
        return openFrom === undefined ? item : { ...item, openFrom }
      })
  }, [enabled, data, leftOut, currency])
}
