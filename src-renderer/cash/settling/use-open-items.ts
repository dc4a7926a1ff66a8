import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import type { OpenItem, RelatedCustomer } from '../../../src-shared/ledger/contract/open-items.ts'
import { LAST_DATE } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { exchangeRate, isRateText } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import { createRowCache } from '../../entry/row-cache.ts'
import { useCrossRates } from './cross-rates.ts'
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

/** What settles the items: its currency, and the rate typed for it. */
export type SettlingMoney = { readonly currency: string; readonly rate: string; readonly baseCurrency: string }

/**
 * What a customer, or all with the same payer, owe (`debits`), in any currency; or what the customer itself has left to use in
 * one (`credits`); open when all is counted: what is settled later cannot be settled again, and what is dated later can be settled now.
 */
export function useOpenItemRows(
  customer: PickerOption | null,
  side: 'debits' | 'credits',
  { applied, settles, rates, deductions }: Chosen,
  date: CalendarDate | null,
  { currency, rate, baseCurrency }: SettlingMoney,
): OpenItemRows {
  const { workDate } = useConventions()
  const [keep] = useState(() => createRowCache<OpenItem, SettleRow>())
  const customerId = Number(customer?.key ?? 0)
  const { data } = useLedgerQuery(
    'openItems.forPayer',
    { customerId, asOf: LAST_DATE },
    { enabled: customer !== null, keepPrevious: false },
  )
  const { customers, items } = (customer === null ? undefined : data) ?? NOTHING_OPEN
  const isDebits = side === 'debits'
  const day = date ?? workDate
  const shown = useMemo(
    () =>
      items.filter((item) =>
        isDebits ? item.open > 0 : item.open < 0 && item.customerId === customerId && item.currency === currency,
      ),
    [items, isDebits, customerId, currency],
  )
  const typedRate = exchangeRateOf(rate)
  const moneyRate = typedRate !== null && isRateText(typedRate) ? exchangeRate(typedRate) : null
  const currencies = shown.map((item) => item.currency)
  const crossRates = useCrossRates(currencies, { currency, rate: moneyRate }, baseCurrency, day)
  const rows = useMemo(
    () =>
      settleRows(
        shown,
        {
          applied,
          ...(settles === undefined ? {} : { settles }),
          ...(rates === undefined ? {} : { rates }),
          ...(deductions === undefined ? {} : { deductions }),
        },
        day,
        keep,
        { money: currency, crossRates },
      ),
    [shown, applied, settles, rates, deductions, day, keep, currency, crossRates],
  )
  return {
    rows,
    customers: isDebits ? customers : NOTHING_OPEN.customers,
    isRead: customer !== null && data !== undefined,
  }
}
