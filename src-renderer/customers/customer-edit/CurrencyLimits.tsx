import { useMemo, useState } from 'react'
import { useLedgerQuery } from '../../api/queries.tsx'
import { Button } from '../../ui/Button.tsx'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { Card } from '../../ui/Page.tsx'
import { newLimit } from './entry.ts'
import type { LimitRow } from './entry.ts'
import type { CustomerEntryState } from './use-customer-entry.ts'
import css from './customer-edit.module.css'

export type CurrencyLimitsProps = {
  readonly state: CustomerEntryState
  /** What the customer owes in besides the own currency. */
  readonly otherCurrencies: readonly string[]
}

/**
 * The most the customer may owe in one currency, besides the limit of all. It stays out of the way of a customer billed in
 * one currency until it is asked for, and a company of one currency never sees it.
 */
export function CurrencyLimits({ state: { entry, change, errors }, otherCurrencies }: CurrencyLimitsProps) {
  const { data: used = [] } = useLedgerQuery('rates.currencies', {})
  const [isShown, setIsShown] = useState(false)
  const rows = entry.currencyLimits
  const choices = [...new Set([...otherCurrencies, ...used, entry.currency, ...rows.map((row) => row.currency)])].join()
  const columns = useMemo(() => limitColumns(choices.split(',')), [choices])
  const next = nextCurrency(choices.split(','), rows, entry.currency)
  const [first] = useState(() => newLimit(''))
  if (!isShown && rows.length === 0 && otherCurrencies.length === 0) {
    if (used.length < 2) return null
    return (
      <div className={css.ask}>
        <Button variant="quiet" onPress={() => setIsShown(true)}>
          Limit the credit in one currency
        </Button>
      </div>
    )
  }
  return (
    <div className={css.limits}>
      <Card title="Credit limits by currency, besides the limit of all together" fill>
        <EntryGrid
          label="Credit limits by currency"
          layoutId="customer-currency-limits"
          rows={rows.length === 0 ? [{ ...first, currency: next }] : rows}
          columns={columns}
          rowKey={keyOf}
          newRow={() => newLimit(next)}
          isBlank={isBlank}
          errors={errors}
          errorPath="currencyLimits"
          autoFocus={isShown && rows.length === 0}
          startColumn="limit"
          onChange={(currencyLimits) => change({ currencyLimits })}
        />
      </Card>
    </div>
  )
}

const keyOf = (row: LimitRow): string => row.key
const isBlank = ({ limit }: LimitRow): boolean => limit === null

/** One without a limit yet, the customer's own last. */
const nextCurrency = (choices: readonly string[], rows: readonly LimitRow[], own: string): string => {
  const free = choices.filter((currency) => !rows.some((row) => row.currency === currency))
  return free.find((currency) => currency !== own) ?? free[0] ?? own
}

const limitColumns = (choices: readonly string[]): readonly EntryColumn<LimitRow>[] => [
  {
    kind: 'select',
    id: 'currency',
    title: 'Currency',
    width: 110,
    options: choices.map((currency) => ({ value: currency, label: currency })),
    value: (row) => row.currency,
    change: (row, currency) => ({ ...row, currency }),
  },
  {
    kind: 'amount',
    id: 'limit',
    title: 'Credit limit',
    width: 150,
    align: 'end',
    currency: (row) => row.currency,
    value: (row) => row.limit,
    change: (row, limit) => ({ ...row, limit }),
  },
]
