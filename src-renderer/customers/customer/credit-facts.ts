import type { CreditHistory, HighestBalance } from '../../../src-shared/customers/contract/customers.ts'
import type { Format } from '../../ui/conventions.tsx'

export type CreditFact = { readonly label: string; readonly value: string; readonly hint?: string }

/** The figures of a credit history, in words. */
export function creditFacts(history: CreditHistory, format: Format): readonly CreditFact[] {
  const { currency, lastPayment, returnedPayments, lastReturned } = history
  const figure = (amount: number): string => format.amount(amount, currency)
  const highest = (label: string, of: HighestBalance | null): CreditFact =>
    of === null ? { label, value: 'nothing owed' } : { label, value: figure(of.amount), hint: format.date(of.date) }
  return [
    highest('Highest balance', history.highest),
    highest('Highest of 12 months', history.highestLastYear),
    days('Days to pay', history.daysToPay),
    days('Days late', history.daysLate),
    lastPayment === null
      ? { label: 'Last payment', value: 'none yet' }
      : { label: 'Last payment', value: figure(lastPayment.amount), hint: format.date(lastPayment.date) },
    lastReturned === null
      ? { label: 'Returned payments', value: 'none' }
      : { label: 'Returned payments', value: String(returnedPayments), hint: `last on ${format.date(lastReturned)}` },
    { label: 'Sales this year', value: figure(history.salesThisYear) },
    { label: 'Sales last year', value: figure(history.salesLastYear) },
  ]
}

const days = (label: string, average: number | null): CreditFact =>
  average === null
    ? { label, value: 'not known yet' }
    : { label, value: String(average), hint: '12 months, by amount paid' }
