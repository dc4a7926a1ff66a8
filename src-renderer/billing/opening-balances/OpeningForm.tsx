import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { sumFigures } from '../../entry/posting/currency-sums.tsx'
import { PostingPage } from '../../entry/posting/PostingPage.tsx'
import { placedBy } from '../../entry/field-errors.ts'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import { useQuoteFor } from '../../entry/quotes.ts'
import { useTableRates } from '../../entry/table-rates.ts'
import { draftOf } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import { Card } from '../../ui/Page.tsx'
import { checkOpening, countTyped, isBlankRow, newOpeningRow, openingFieldOf, openingInput, sumsOf } from './entry.ts'
import type { OpeningEntry, OpeningRow } from './entry.ts'
import { openingColumns } from './opening-columns.ts'

export type OpeningFormProps = { readonly start: Started<OpeningEntry>; readonly setup: EntrySetup }

type Posted = OutputOf<'openingBalances.post'>

const keyOf = (row: OpeningRow): string => row.key

/** Where the currency of a customer is remembered once it was looked up or kept in a draft. */
const currenciesOf = ({ rows }: OpeningEntry): Map<string, string> =>
  new Map(rows.flatMap(({ customer, currency }) => (customer === null ? [] : [[customer.key, currency] as const])))

/** A line for each item, and their sums. */
export function OpeningForm({ start, setup }: OpeningFormProps) {
  const { baseCurrency } = setup.profile
  const format = useFormat()
  const [entry, setEntry] = useState(start.entry)
  const [currencies] = useState(() => currenciesOf(start.entry))
  const { rows } = entry
  const withRate = rows.some(({ currency }) => currency !== baseCurrency)
  const rates = useTableRates(rows, baseCurrency)
  const quoteFor = useQuoteFor(baseCurrency)
  const { data: used } = useLedgerQuery('rates.currencies', {})
  const choices = [...new Set([...(used ?? []), ...rows.map(({ currency }) => currency)])].join()
  const columns = useMemo(
    () => openingColumns({ format, baseCurrency, currencies, withRate, choices: choices.split(','), rates, quoteFor }),
    [format, baseCurrency, currencies, withRate, choices, rates, quoteFor],
  )
  const posting = useForm<OpeningEntry, Posted>({
    entry,
    problems: checkOpening(entry),
    place: placedBy((path) => openingFieldOf(path, rows)),
    send: () => api.openingBalances.post(complete(openingInput(entry))),
  })
  const count = countTyped(rows)
  const sums = sumsOf(rows, baseCurrency)

  return (
    <PostingPage
      title="Opening balances"
      sub="What was open in the old books, under its own numbers; for many items, Import reads a CSV file"
      posting={posting}
      isResumed={start.isResumed}
      draft={draftOf('opening_balances', entry, {
        title: `Opening balances, ${itemsText(count)}`,
        isBlank: count === 0,
      })}
      describe={({ documents }) => `${itemsText(documents.length)} posted as opening balances.`}
      figures={[
        { label: 'Items', value: String(count) },
        ...sumFigures(sums, ({ owed, credits }) => ({ Owed: owed, Credits: credits })),
      ]}
    >
      <Card fill>
        <EntryGrid
          label="Opening balances"
          layoutId="opening-balances"
          rows={rows}
          columns={columns}
          rowKey={keyOf}
          newRow={() => newOpeningRow(baseCurrency)}
          isBlank={isBlankRow}
          errors={posting.errors}
          autoFocus
          onChange={(next) => setEntry((before) => ({ ...before, rows: next }))}
        />
      </Card>
    </PostingPage>
  )
}

const itemsText = (count: number): string => (count === 1 ? '1 item' : `${count} items`)
