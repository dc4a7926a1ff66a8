import type { ReactNode } from 'react'
import type { Millionths, UnitPrice } from '../../../src-shared/domain/amounts/money.ts'
import { useConventions, useFormat } from '../conventions.tsx'
import { NumberInput } from './AmountField.tsx'
import { useFieldParts } from './field.ts'
import type { InputFieldProps } from './field.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { readDecimal, readPrice } from './read-text.ts'
import type { DecimalOf } from './read-text.ts'
import { useTypedText } from './typed-text.ts'
import type { TypedText } from './typed-text.ts'
import css from './field.module.css'

export type DecimalEntry = {
  readonly value: Millionths | null
  readonly onChange: (value: Millionths | null) => void
  readonly onProblem?: ((problem: string | null) => void) | undefined
  readonly of: DecimalOf
}

export function useDecimalText({ value, onChange, onProblem, of }: DecimalEntry): TypedText {
  const conventions = useConventions()
  const format = useFormat()
  return useTypedText<Millionths>({
    value,
    onChange,
    onProblem,
    show: (decimal) => format.decimal(decimal),
    read: (text) => readDecimal(text, of, conventions),
    isLive: true,
  })
}

export type PriceEntry = {
  readonly value: UnitPrice | null
  readonly currency: string
  readonly onChange: (value: UnitPrice | null) => void
  readonly onProblem?: ((problem: string | null) => void) | undefined
  /** Digits after the point at least: 3.40. */
  readonly digitsMin?: number | undefined
}

export function usePriceText({ value, currency, onChange, onProblem, digitsMin }: PriceEntry): TypedText {
  const conventions = useConventions()
  const format = useFormat()
  return useTypedText<UnitPrice>({
    value,
    onChange,
    onProblem,
    show: (price) => format.price(price, digitsMin),
    read: (text) => readPrice(text, currency, conventions),
    isLive: true,
  })
}

export type PercentFieldProps = InputFieldProps & Omit<DecimalEntry, 'of'> & { readonly suffix?: ReactNode }

/** A percentage, in millionths. */
export function PercentField({ suffix, ...props }: PercentFieldProps) {
  const typed = useDecimalText({ ...props, of: 'percent' })
  const { ids, control } = useFieldParts(props, typed.problem)
  return (
    <FieldFrame field={props} ids={ids} problem={typed.problem}>
      <span className={css.box}>
        <NumberInput typed={typed} control={control} inputRef={props.inputRef} />
        {suffix !== undefined && <span className={css.affix}>{suffix}</span>}
      </span>
    </FieldFrame>
  )
}

export type PriceFieldProps = InputFieldProps & PriceEntry

/** The price of one. */
export function PriceField(props: PriceFieldProps) {
  const typed = usePriceText(props)
  const { ids, control } = useFieldParts(props, typed.problem)
  return (
    <FieldFrame field={props} ids={ids} problem={typed.problem}>
      <span className={css.box}>
        <NumberInput typed={typed} control={control} inputRef={props.inputRef} />
      </span>
    </FieldFrame>
  )
}
