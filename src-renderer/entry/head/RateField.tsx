import { useState } from 'react'
import type { RateInForce } from '../../../src-shared/company/contract/rates.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import {
  otherQuote,
  quoteLabel,
  type ExchangeRate,
  type Quote,
} from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { digitsTyped, otherWayText, quoteTyped, rateQuestion, rateWritten, typedAs } from '../exchange-rate.ts'
import { useQuoteFor } from '../quotes.ts'
import { Place } from './EntryHead.tsx'
import type { Bound } from './bind-fields.ts'

/** A rate that counts while none is typed, and where it is from. */
export type UsualRate = { readonly rate: ExchangeRate; readonly source: string }

export type RateFieldProps = Bound<string> & {
  readonly currency: string
  readonly baseCurrency: string
  /** Of the document: the table's rate of that day counts while none is typed. */
  readonly date: CalendarDate | null
  /** Counts in place of the table's. */
  readonly usual?: UsualRate
}

/**
 * The exchange rate of an entry, in the direction people quote it: filled with the one that counts, until the clerk types
 * another. "1/" in front turns the direction.
 */
export function RateField({ currency, baseCurrency, date, usual, ...field }: RateFieldProps) {
  const { workDate, decimal } = useConventions()
  const quoteFor = useQuoteFor(baseCurrency)
  const format = useFormat()
  // Emptied to be typed anew; left empty, the usual rate comes back.
  const [isEmptied, setIsEmptied] = useState(false)
  // Turned by "1/" while no digit is typed yet.
  const [turned, setTurned] = useState<Quote | null>(null)
  const request = { currency, date: date ?? workDate }
  const isAsked = usual === undefined
  const { data: inForce = null } = useLedgerQuery('rates.on', request, { keepPrevious: false, enabled: isAsked })
  const filled = usual ?? usualOf(inForce, format)
  const shown = filled === null || isEmptied ? '' : rateWritten(filled.rate, decimal)
  const { value, onChange } = field
  const entered = value === '' ? shown : value
  const quote = quoteTyped(entered) ?? turned ?? quoteFor(currency)
  const hint = [value === '' ? filled?.source : undefined, otherWayText(entered, { currency, baseCurrency }, decimal)]
  return (
    <div
      onBlur={() => {
        setIsEmptied(false)
        setTurned(null)
      }}
    >
      <TextField
        label={quoteLabel(quote, currency, baseCurrency)}
        {...field}
        value={digitsTyped(entered)}
        error={rateQuestion(entered) ?? field.error}
        onChange={(typed) => {
          const next = typedAs(typed, quote)
          setIsEmptied(next === '')
          setTurned(next === '' ? (typed === '' ? turned : otherQuote(quote)) : null)
          onChange(next)
        }}
        hint={hint.filter((text) => text != null).join(' · ') || undefined}
        isNumber
        quick
      />
    </div>
  )
}

/** The field in its place where the currency is a foreign one; nothing else has a rate. */
export function RatePlace({ width = 1, ...field }: RateFieldProps & { readonly width?: number | `${number}px` }) {
  if (field.currency === field.baseCurrency) return null
  return (
    <Place width={width}>
      <RateField {...field} />
    </Place>
  )
}

function usualOf(inForce: RateInForce | null, format: Format): UsualRate | null {
  if (inForce === null) return null
  const { rate, date, isOld } = inForce
  return { rate, source: isOld ? `Of ${format.date(date)}, over a week old` : `Rate of ${format.date(date)}` }
}
