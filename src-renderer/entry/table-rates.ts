import { useQueries } from '@tanstack/react-query'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { ledgerQuery } from '../api/queries.tsx'
import { useConventions } from '../ui/conventions.tsx'
import { rateWritten } from './exchange-rate.ts'

/** What a rate of the table is asked by; a day not entered yet has none. */
export type RateRequest = { readonly currency: string; readonly date: CalendarDate | null }

/** Rates of the table as this company writes them, by currency and day. */
export type TableRates = Readonly<Record<string, string>>

const keyOf = ({ currency, date }: RateRequest): string => `${currency} ${date ?? ''}`

/** The rate that counts while none is typed; empty while it is not known, and for the company's own currency. */
export const tableRate = (rates: TableRates, request: RateRequest): string => rates[keyOf(request)] ?? ''

/** The rates of many days and currencies at once, for the rows of a grid. */
export function useTableRates(request: readonly RateRequest[], baseCurrency: string): TableRates {
  const { decimal } = useConventions()
  const foreign = [...new Map(request.map((one) => [keyOf(one), one])).values()].flatMap(({ currency, date }) =>
    date === null || currency === baseCurrency ? [] : [{ currency, date }],
  )
  return useQueries({
    queries: foreign.map((one) => ledgerQuery('rates.on', one)),
    combine: (answers) =>
      Object.fromEntries(
        foreign.flatMap((one, index) => {
          const rate = answers[index]?.data?.rate
          return rate === undefined ? [] : [[keyOf(one), rateWritten(rate, decimal)]]
        }),
      ),
  })
}
