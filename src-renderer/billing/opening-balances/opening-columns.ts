import type { Quote } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { api } from '../../api/client.ts'
import { optionOfMatch } from '../../entry/head/customer-options.ts'
import { digitsTyped, quoteInWords, quoteTyped, typedAs } from '../../entry/exchange-rate.ts'
import type { TableRates } from '../../entry/table-rates.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { rateShown, withCurrency, withCustomer, withRate } from './entry.ts'
import type { OpeningRow } from './entry.ts'

export type OpeningColumnsOptions = {
  readonly format: Format
  readonly baseCurrency: string
  /** The currencies of customers looked up so far, by their id. */
  readonly currencies: Map<string, string>
  readonly withRate: boolean
  /** What an item may be in; with one alone nothing is asked. */
  readonly choices: readonly string[]
  readonly rates: TableRates
  readonly quoteFor: (currency: string) => Quote
}

type Column = EntryColumn<OpeningRow>

/** What the old books say of an open item. */
export function openingColumns(options: OpeningColumnsOptions): readonly Column[] {
  const { choices } = options
  return [
    customerColumn(options),
    ...datedColumns,
    ...(choices.length > 1 ? [currencyColumn(choices)] : []),
    amountColumn,
    ...(options.withRate ? rateColumns(options) : []),
  ]
}

function customerColumn({ format, baseCurrency, currencies }: OpeningColumnsOptions): Column {
  async function search(text: string, signal: AbortSignal): Promise<readonly PickerOption[]> {
    const call = api.start('customers.search', { text })
    signal.addEventListener('abort', call.cancel, { once: true })
    const matches = await call.promise
    for (const { id, currency } of matches) currencies.set(String(id), currency)
    return matches.map((match) => optionOfMatch(match, format))
  }
  return {
    kind: 'picker',
    id: 'customer',
    field: 'customerId',
    title: 'Customer',
    noun: 'customer',
    width: 220,
    grow: 2,
    quick: true,
    value: (row) => row.customer,
    change: (row, customer) =>
      withCustomer(
        row,
        customer,
        currencies.get(customer?.key ?? '') ?? (customer === null ? row.currency : baseCurrency),
      ),
    search,
    shown: ({ code, name }) => `${code}   ${name}`,
  }
}

const datedColumns: readonly Column[] = [
  {
    kind: 'text',
    id: 'number',
    title: 'Number',
    width: 130,
    quick: true,
    value: (row) => row.number,
    change: (row, number) => ({ ...row, number }),
  },
  {
    kind: 'date',
    id: 'date',
    field: 'documentDate',
    title: 'Date',
    width: 150,
    quick: true,
    value: (row) => row.date,
    change: (row, date) => ({ ...row, date }),
  },
  {
    kind: 'date',
    id: 'due',
    field: 'dueDate',
    title: 'Due (terms if empty)',
    width: 150,
    value: (row) => row.due,
    change: (row, due) => ({ ...row, due }),
  },
  {
    kind: 'text',
    id: 'reference',
    title: 'Reference',
    width: 110,
    grow: 1,
    value: (row) => row.reference,
    change: (row, reference) => ({ ...row, reference }),
  },
]

const currencyColumn = (choices: readonly string[]): Column => ({
  kind: 'select',
  id: 'currency',
  title: 'In',
  width: 72,
  options: choices.map((code) => ({ value: code, label: code })),
  value: (row) => row.currency,
  change: withCurrency,
})

const amountColumn: Column = {
  kind: 'amount',
  id: 'amount',
  title: 'Open',
  width: 130,
  align: 'end',
  isPinned: true,
  quick: true,
  currency: (row) => row.currency,
  value: (row) => row.amount,
  change: (row, amount) => ({ ...row, amount }),
}

function rateColumns({ baseCurrency, rates, quoteFor }: OpeningColumnsOptions): readonly Column[] {
  const quoteOf = (row: OpeningRow): Quote => quoteTyped(rateShown(row, rates)) ?? quoteFor(row.currency)
  return [
    {
      kind: 'text',
      id: 'rate',
      title: 'Rate',
      width: 96,
      align: 'end',
      editable: (row) => row.currency !== baseCurrency,
      value: (row) => digitsTyped(rateShown(row, rates)),
      change: (row, typed) => withRate(row, typedAs(typed, quoteOf(row)), rates),
    },
    {
      kind: 'static',
      id: 'quoted',
      title: 'Quoted as',
      width: 120,
      text: (row) => quoteInWords(quoteOf(row), row.currency, baseCurrency),
    },
  ]
}
