import { useState } from 'react'
import type { RateInForce } from '../../../src-shared/company/contract/rates.ts'
import type { RevaluedCurrency } from '../../../src-shared/currency/contract/revaluation.ts'
import { quoteLabel, RATE_TEXT_MAX } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { digitsTyped, otherWayText, quoteTyped, rateQuestion, rateWritten, typedAs } from '../../entry/exchange-rate.ts'
import { useQuoteFor } from '../../entry/quotes.ts'
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
  const quoteFor = useQuoteFor(baseCurrency)
  const fromTable = rate === null ? '' : rateWritten(rate.rate, decimal)
  const entered = typed ?? fromTable
  const quote = quoteTyped(entered) ?? quoteFor(currency)
  const other = otherWayText(entered, { currency, baseCurrency }, decimal)
  return (
    <div
      onBlur={() => {
        // What is asked about stays to be typed again.
        if (typed !== null && rateQuestion(typed) !== undefined) return
        if (typed !== null) onSave(typed)
        setTyped(null)
      }}
    >
      <TextField
        label={quoteLabel(quote, currency, baseCurrency)}
        name={`rate.${currency}`}
        value={digitsTyped(entered)}
        onChange={(text) => setTyped(typedAs(text, quote))}
        error={rateQuestion(entered) ?? error}
        hint={other === null ? sourceOf(rate, format) : `${sourceOf(rate, format)} · ${other}`}
        maxLength={RATE_TEXT_MAX}
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
