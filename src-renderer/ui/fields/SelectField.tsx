import type { Ref } from 'react'
import { classNames } from '../class-names.ts'
import { useFieldParts } from './field.ts'
import type { ControlAttributes, FieldProps } from './field.ts'
import { FieldFrame } from './FieldFrame.tsx'
import css from './field.module.css'

export type SelectOption<Value extends string> = { readonly value: Value; readonly label: string }

export type SelectInputProps<Value extends string> = {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly SelectOption<Value>[]
  readonly control: ControlAttributes
  readonly inputRef?: Ref<HTMLSelectElement> | undefined
}

/** The bare list, for a field and for a grid's cell. The desktop's own: letters pick, Alt+Down opens, Enter moves on. */
export function SelectInput<Value extends string>({
  value,
  onChange,
  options,
  control: { readOnly, ...control },
  inputRef,
}: SelectInputProps<Value>) {
  return (
    <>
      <select
        {...control}
        ref={inputRef}
        className={classNames(css.input, css.select)}
        disabled={control.disabled === true || readOnly === true}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <span className={css.chevron} aria-hidden="true" />
    </>
  )
}

export type SelectFieldProps<Value extends string> = FieldProps & {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly SelectOption<Value>[]
  readonly inputRef?: Ref<HTMLSelectElement>
}

/** One of a few fixed choices. For customers, products and other long lists use Picker. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { ids, control } = useFieldParts(props)
  return (
    <FieldFrame field={props} ids={ids}>
      <span className={css.box}>
        <SelectInput
          value={props.value}
          onChange={props.onChange}
          options={props.options}
          control={control}
          inputRef={props.inputRef}
        />
      </span>
    </FieldFrame>
  )
}
