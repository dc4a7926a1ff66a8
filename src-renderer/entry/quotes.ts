import { useMemo } from 'react'
import { quoteFor, type Quote } from '../../src-shared/domain/amounts/exchange-rate.ts'
import { useLedgerQuery } from '../api/queries.tsx'

/** The direction in which rates of a currency are entered: the company's choice, or as markets quote it. */
export function useQuoteFor(baseCurrency: string): (currency: string) => Quote {
  const { data } = useLedgerQuery('rates.quotes', {})
  return useMemo(() => (currency) => quoteFor(data ?? [], currency, baseCurrency), [data, baseCurrency])
}
