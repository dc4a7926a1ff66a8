import { useMemo, useState } from 'react'
import type { OpenItem } from '../../../src-shared/contract/openItems.ts'
import { LAST_DATE } from '../../../src-shared/domain/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { createKeptRows } from '../kept-rows.ts'
import { settleRows } from './settle-row.ts'
import type { SettleRow, Taken } from './settle-row.ts'

const NO_ITEMS: readonly OpenItem[] = []

export type OpenItemRows = {
  readonly rows: readonly SettleRow[]
  /** False until the customer's items are read. */
  readonly isRead: boolean
}

/**
 * What a customer owes (`debits`) or has left to use (`credits`), open when all is counted: what is settled later cannot be
 * settled again, and what is dated later can be settled now.
 */
export function useOpenItemRows(
  customer: PickerOption | null,
  side: 'debits' | 'credits',
  taken: Taken,
  date: CalendarDate | null,
): OpenItemRows {
  const { workDate } = useConventions()
  const [keep] = useState(() => createKeptRows<OpenItem, SettleRow>())
  const { data } = useLedgerQuery(
    'openItems.forCustomer',
    { customerId: Number(customer?.key ?? 0), asOf: LAST_DATE },
    { enabled: customer !== null, keepPrevious: false },
  )
  const items = (customer === null ? undefined : data) ?? NO_ITEMS
  const day = date ?? workDate
  const rows = useMemo(
    () =>
      settleRows(
        items.filter(({ open }) => (side === 'debits' ? open > 0 : open < 0)),
        taken,
        day,
        keep,
      ),
    [items, side, taken, day, keep],
  )
  return { rows, isRead: customer !== null && data !== undefined }
}
