import { useMemo } from 'react'
import type { ExchangeRateRow } from '../../../src-shared/company/contract/rates.ts'
import {
  quoteFor,
  quoteLabel,
  quoteOf,
  quotedDecimal,
  quotes,
  RATE_TEXT_MAX,
} from '../../../src-shared/domain/amounts/exchange-rate.ts'
import type { Quote } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { RefusedError } from '../../api/client.ts'
import { useLedgerPages } from '../../api/pages.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import {
  digitsTyped,
  exchangeRateOf,
  otherWayText,
  quoteTyped,
  rateDigits,
  rateWritten,
  typedAs,
} from '../../entry/exchange-rate.ts'
import { dateColumn } from '../../lists/columns.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { blankRate, checkRate, foreignCurrencies, likelyCurrency, rateEntry, storedRateOf } from './rate-entry.ts'
import type { RateEntry } from './rate-entry.ts'
import { SetupFormCard } from './SetupFormCard.tsx'
import { SetupList } from './SetupList.tsx'
import { fieldsNamed, useSetupForm } from './use-setup-form.ts'
import type { SetupForm } from './use-setup-form.ts'

const PAGE_ROWS = 500
const keyOf = ({ currency, date }: ExchangeRateRow): string => `${currency} ${date}`

/** The table of rates: Enter on one brings it into the form, to be changed or removed. */
export function RatesSetup({ baseCurrency }: { readonly baseCurrency: string }) {
  const list = useLedgerPages('rates.list', { limit: PAGE_ROWS }, { readAhead: PAGE_ROWS * 10 })
  if (list.isPending) return null
  return <LoadedRates baseCurrency={baseCurrency} list={list} />
}

type LoadedRatesProps = {
  readonly baseCurrency: string
  readonly list: ReturnType<typeof useLedgerPages<'rates.list'>>
}

function LoadedRates({ baseCurrency, list }: LoadedRatesProps) {
  const { workDate, decimal } = useConventions()
  const format = useFormat()
  const set = useCommand('rates.set')
  const { say } = useNotices()
  const form = useSetupForm<RateEntry>({
    keepAs: 'rates',
    start: blankRate(likelyCurrency(list.rows, baseCurrency), workDate),
    check: checkRate,
    fieldOf: fieldsNamed('currency', 'date', 'rate'),
    send: async (entry) => {
      const { currency, date } = entry
      const rate = exchangeRateOf(entry.rate)
      // `checkRate` let neither be empty.
      if (date === null || rate === null) return
      await set.run({ currency, date, rate, version: storedRateOf(list.rows, entry)?.version ?? null })
      say(`The rate of ${currency} is ${digitsTyped(entry.rate).trim()} from ${format.date(date)}.`, { tone: 'ok' })
      form.replace(blankRate(currency, date))
    },
  })
  const columns = useMemo(
    (): readonly GridColumn<ExchangeRateRow>[] => [
      dateColumn({ id: 'date', title: 'From', width: 130 }, format, (row) => row.date),
      { id: 'currency', kind: 'code', title: 'Currency', width: 100, value: (row) => row.currency },
      {
        id: 'rate',
        kind: 'number',
        title: 'Rate',
        width: 130,
        align: 'end',
        value: (row) => Number(quotedDecimal(row.rate)),
        figure: (row) => quotedDecimal(row.rate),
        text: (row) => rateDigits(row.rate, decimal),
      },
      {
        id: 'quoted',
        kind: 'text',
        title: 'Quoted as',
        width: 140,
        value: (row) => quoteLabel(quoteOf(row.rate), row.currency, baseCurrency),
      },
      {
        id: 'other',
        kind: 'text',
        title: 'The other way round, about',
        width: 190,
        grow: 1,
        value: (row) =>
          otherWayText(rateWritten(row.rate, decimal), { currency: row.currency, baseCurrency }, decimal) ?? '',
      },
    ],
    [format, baseCurrency, decimal],
  )
  return (
    <SetupList
      record={{ kind: 'rates', id: 1 }}
      label="Exchange rates"
      layoutId="exchange-rates"
      rows={list.rows}
      columns={columns}
      rowKey={keyOf}
      onEndReached={list.more}
      onOpen={(row) => form.replace(rateEntry(row, decimal))}
      empty={
        <EmptyState title="No rates yet">
          What one unit of a customer’s currency is worth in {baseCurrency}: entry screens then fill it in.
        </EmptyState>
      }
      banner={list.error !== null && <Banner tone="bad">{list.error.message}</Banner>}
    >
      <RateForm
        form={form}
        stored={form.entry.rate === '' ? undefined : storedRateOf(list.rows, form.entry)}
        baseCurrency={baseCurrency}
      />
    </SetupList>
  )
}

type RateFormProps = {
  readonly form: SetupForm<RateEntry>
  readonly stored: ExchangeRateRow | undefined
  readonly baseCurrency: string
}

function RateForm({ form, stored, baseCurrency }: RateFormProps) {
  const { entry, change, errors } = form
  const format = useFormat()
  const { decimal } = useConventions()
  const remove = useCommand('rates.remove')
  const choose = useCommand('rates.setQuote')
  const { say } = useNotices()
  const { data: chosen = [] } = useLedgerQuery('rates.quotes', {})
  const { currency } = entry
  const quote = quoteTyped(entry.rate) ?? quoteFor(chosen, currency, baseCurrency)
  const labelOf = (which: Quote): string => quoteLabel(which, currency, baseCurrency)

  async function quoteAs(next: Quote): Promise<void> {
    const version = chosen.find((one) => one.currency === currency)?.version ?? null
    try {
      await choose.run({ currency, quote: next, version })
    } catch (error: unknown) {
      // The banner says it.
      if (error instanceof RefusedError) return
      throw error
    }
    say(`Rates of ${currency} are entered as ${labelOf(next)} from now on.`, { tone: 'ok' })
    change({ rate: typedAs(digitsTyped(entry.rate), next) })
  }

  async function removeStored({ currency: removed, date, version }: ExchangeRateRow): Promise<void> {
    try {
      await remove.run({ currency: removed, date, version })
    } catch (error: unknown) {
      // The banner says it.
      if (error instanceof RefusedError) return
      throw error
    }
    say(`The rate of ${removed} from ${format.date(date)} is removed.`, { tone: 'ok' })
    form.replace(blankRate(removed, date))
  }

  return (
    <SetupFormCard
      title={stored === undefined ? 'New rate' : 'Change a rate'}
      form={form}
      saveLabel={stored === undefined ? 'Add rate' : 'Save rate'}
      actions={stored !== undefined && <Button onPress={() => void removeStored(stored)}>Remove</Button>}
    >
      {remove.error !== null && <Banner tone="bad">{remove.error.message}</Banner>}
      {choose.error !== null && <Banner tone="bad">{choose.error.message}</Banner>}
      <FieldRow columns="minmax(0, 1fr) minmax(0, 1.2fr)">
        <SelectField
          label="Currency"
          name="currency"
          value={entry.currency}
          onChange={(next) =>
            change({ currency: next, rate: typedAs(digitsTyped(entry.rate), quoteFor(chosen, next, baseCurrency)) })
          }
          options={foreignCurrencies(baseCurrency).map((code) => ({ value: code, label: code }))}
          error={errors['currency']}
        />
        <DateField
          label="From"
          name="date"
          value={entry.date}
          onChange={(date) => change({ date })}
          error={errors['date']}
          quick
          required
        />
      </FieldRow>
      <TextField
        label={labelOf(quote)}
        name="rate"
        value={digitsTyped(entry.rate)}
        onChange={(typed) => change({ rate: typedAs(typed, quote) })}
        error={errors['rate']}
        hint={otherWayText(entry.rate, { currency, baseCurrency }, decimal) ?? undefined}
        maxLength={RATE_TEXT_MAX}
        isNumber
        quick
        required
      />
      <SelectField
        label="Quoted as"
        name="quote"
        value={quote}
        onChange={(next) => void quoteAs(next)}
        options={quotes.map((which) => ({ value: which, label: labelOf(which) }))}
      />
    </SetupFormCard>
  )
}
