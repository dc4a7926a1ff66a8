import { classNames } from '../class-names.ts'
import { useFieldParts } from './field.ts'
import type { InputFieldProps } from './field.ts'
import css from './field.module.css'

export type CheckFieldProps = InputFieldProps & {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

export function CheckField(props: CheckFieldProps) {
  const { ids, control } = useFieldParts(props)
  const { readOnly, ...attributes } = control
  const message = props.error ?? props.hint
  return (
    <div className={classNames(css.field, css.check, props.className)}>
      <input
        {...attributes}
        ref={props.inputRef}
        type="checkbox"
        className={css.checkbox}
        disabled={attributes.disabled === true || readOnly === true}
        checked={props.value}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label htmlFor={ids.control}>{props.label}</label>
      {message !== undefined && (
        <p id={ids.message} className={props.error === undefined ? css.hint : css.error}>
          {message}
        </p>
      )}
    </div>
  )
}
