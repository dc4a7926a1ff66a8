import { useState } from 'react'
import type { RateInForce } from '../../../src-shared/contract/rates.ts'
import type { RevaluedCurrency } from '../../../src-shared/contract/revaluation.ts'
import { rateWritten } from '../../entry/exchange-rate.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'

export type DayRateProps = {
  readonly of: RevaluedCurrency
  readonly baseCurrency: string
  readonly error: string | undefined
  readonly onSave: (typed: string) => void
}

/** The rate of one currency on the day: the table's, until another is typed; it is kept when the field is left. */
export function DayRate({ of, baseCurrency, error, onSave }: DayRateProps) {
  const { decimal } = useConventions()
  const format = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  const { currency, rate } = of
  const fromTable = rate === null ? '' : rateWritten(rate.rate, decimal)
  return (
    <div
      onBlur={() => {
        if (typed !== null) onSave(typed)
        setTyped(null)
      }}
    >
      <TextField
        label={`${baseCurrency} for one ${currency}`}
        name={`rate.${currency}`}
        value={typed ?? fromTable}
        onChange={setTyped}
        error={error}
        hint={sourceOf(rate, format)}
        maxLength={18}
        isNumber
        quick
      />
    </div>
  )
}

const sourceOf = (rate: RateInForce | null, format: Format): string => {
  if (rate === null) return 'No rate yet'
  return rate.isOld ? `Of ${format.date(rate.date)}, over a week old` : `Rate of ${format.date(rate.date)}`
}
