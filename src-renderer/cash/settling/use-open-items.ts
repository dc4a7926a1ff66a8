import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import type { OpenItem, RelatedCustomer } from '../../../src-shared/ledger/contract/openItems.ts'
import { LAST_DATE } from '../../../src-shared/domain/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { createKeptRows } from '../../entry/kept-rows.ts'
import { settleRows } from './settle-row.ts'
import type { Chosen, SettleRow } from './settle-row.ts'

const NOTHING_OPEN: OutputOf<'openItems.forPayer'> = { customers: [], items: [] }

export type OpenItemRows = {
  readonly rows: readonly SettleRow[]
  /** Whose they are: what is owed by all with the same payer can be settled together. */
  readonly customers: readonly RelatedCustomer[]
  /** False until the customer's items are read. */
  readonly isRead: boolean
}

/**
 * What a customer, or all with the same payer, owe in a currency (`debits`), or what the customer itself has left to use (`credits`),
 * open when all is counted: what is settled later cannot be settled again, and what is dated later can be settled now.
 */
export function useOpenItemRows(
  customer: PickerOption | null,
  side: 'debits' | 'credits',
  { taken, deductions }: Chosen,
  date: CalendarDate | null,
  currency: string,
): OpenItemRows {
  const { workDate } = useConventions()
  const [keep] = useState(() => createKeptRows<OpenItem, SettleRow>())
  const customerId = Number(customer?.key ?? 0)
  const { data } = useLedgerQuery(
    'openItems.forPayer',
    { customerId, asOf: LAST_DATE },
    { enabled: customer !== null, keepPrevious: false },
  )
  const { customers, items } = (customer === null ? undefined : data) ?? NOTHING_OPEN
  const isDebits = side === 'debits'
  const day = date ?? workDate
  const rows = useMemo(
    () =>
      settleRows(
        items.filter(
          (item) =>
            item.currency === currency && (isDebits ? item.open > 0 : item.open < 0 && item.customerId === customerId),
        ),
        deductions === undefined ? { taken } : { taken, deductions },
        day,
        keep,
      ),
    [items, isDebits, customerId, currency, taken, deductions, day, keep],
  )
  return {
    rows,
    customers: isDebits ? customers : NOTHING_OPEN.customers,
    isRead: customer !== null && data !== undefined,
  }
}
