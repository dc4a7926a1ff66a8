import type { KeyboardEvent, Ref } from 'react'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { classNames } from '../class-names.ts'
import { useConventions, useFormat } from '../conventions.tsx'
import { useFieldParts } from './field.ts'
import type { ControlAttributes, InputFieldProps } from './field.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { readAmount } from './read-text.ts'
import { useTypedText } from './typed-text.ts'
import type { TypedText } from './typed-text.ts'
import css from './field.module.css'

/**
 * The decimal key of the number pad writes the company's decimal sign, whatever the keyboard's own layout says:
 * `type` gets the whole text with the sign at the caret.
 */
export function typeDecimalKey(
  event: KeyboardEvent<HTMLInputElement>,
  decimal: string,
  type: (text: string) => void,
): void {
  if (event.code !== 'NumpadDecimal' || event.key === decimal || event.key === 'Delete') return
  event.preventDefault()
  const input = event.currentTarget
  input.setRangeText(decimal, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
  type(input.value)
}

export type AmountEntry = {
  readonly value: MinorUnits | null
  readonly onChange: (value: MinorUnits | null) => void
  readonly currency: string
  readonly onProblem?: ((problem: string | null) => void) | undefined
}

/** The typing side of an amount: sums, worked out when the field is left or on Enter. */
export function useAmountText({ value, onChange, currency, onProblem }: AmountEntry): TypedText {
  const conventions = useConventions()
  const format = useFormat()
  return useTypedText<MinorUnits>({
    value,
    onChange,
    onProblem,
    show: (amount) => format.amount(amount, currency),
    read: (text) => readAmount(text, currency, conventions),
    isLive: true,
  })
}

export type AmountInputProps = {
  readonly typed: TypedText
  readonly control: ControlAttributes
  readonly inputRef?: Ref<HTMLInputElement> | undefined
}

/** The bare input of an amount or another number, for a field and for a grid's cell. */
export function NumberInput({ typed, control, inputRef }: AmountInputProps) {
  const { decimal } = useConventions()
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') typed.commit()
    typeDecimalKey(event, decimal, typed.type)
  }
  return (
    <input
      {...control}
      {...typed.inputProps}
      ref={inputRef}
      className={classNames(css.input, css.number)}
      inputMode="decimal"
      autoComplete="off"
      onKeyDown={onKeyDown}
    />
  )
}

export type AmountFieldProps = InputFieldProps & AmountEntry & { readonly hideCurrency?: boolean }

/** An amount in minor units of its currency. `12*3+5` is worked out; null while the text makes no sense. */
export function AmountField({ hideCurrency = false, ...props }: AmountFieldProps) {
  const typed = useAmountText(props)
  const { ids, control } = useFieldParts(props, typed.problem)
  return (
    <FieldFrame field={props} ids={ids} problem={typed.problem}>
      <span className={css.box}>
        {!hideCurrency && <span className={css.affix}>{props.currency}</span>}
        <NumberInput typed={typed} control={control} inputRef={props.inputRef} />
      </span>
    </FieldFrame>
  )
}
