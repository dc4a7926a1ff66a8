import { useState } from 'react'
import type { RevaluedCurrency } from '../../../src-shared/contract/revaluation.ts'
import { rateWritten } from '../../entry/exchange-rate.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
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
  const age = rate === null ? 'No rate yet' : `Rate of ${format.date(rate.date)}`
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
        hint={rate?.isOld === true ? `${age}: more than a week old` : age}
        maxLength={18}
        quick
      />
    </div>
  )
}
