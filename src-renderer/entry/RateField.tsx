import { useState } from 'react'
import type { RateInForce } from '../../src-shared/contract/rates.ts'
import type { CalendarDate } from '../../src-shared/domain/calendar.ts'
import { useLedgerQuery } from '../api/queries.tsx'
import { useConventions, useFormat } from '../ui/conventions.tsx'
import type { Format } from '../ui/conventions.tsx'
import { TextField } from '../ui/fields/TextField.tsx'
import { rateWritten } from './exchange-rate.ts'

export type RateFieldProps = {
  readonly currency: string
  readonly baseCurrency: string
  /** Of the document: the table's rate of that day is taken while none is typed. */
  readonly date: CalendarDate | null
  /** What was typed; empty takes the table's rate, which the field shows. */
  readonly value: string
  readonly onChange: (rate: string) => void
  readonly error: string | undefined
}

/** The exchange rate of an entry: filled from the table of rates, until the clerk types another. */
export function RateField({ currency, baseCurrency, date, value, onChange, error }: RateFieldProps) {
  const { workDate, decimal } = useConventions()
  const format = useFormat()
  // Emptied to be typed anew; left empty, the table's rate comes back.
  const [isEmptied, setIsEmptied] = useState(false)
  const asked = { currency, date: date ?? workDate }
  const { data: inForce = null } = useLedgerQuery('rates.on', asked, { keepPrevious: false })
  const fromTable = inForce === null || isEmptied ? '' : rateWritten(inForce.rate, decimal)
  return (
    <div onBlur={() => setIsEmptied(false)}>
      <TextField
        label={`${baseCurrency} for one ${currency}`}
        name="rate"
        value={value === '' ? fromTable : value}
        onChange={(typed) => {
          setIsEmptied(typed === '')
          onChange(typed)
        }}
        error={error}
        hint={value === '' && inForce !== null ? sourceOf(inForce, format) : undefined}
        quick
      />
    </div>
  )
}

const sourceOf = ({ date, isOld }: RateInForce, format: Format): string =>
  isOld ? `Of ${format.date(date)}, over a week old` : `Rate of ${format.date(date)}`
