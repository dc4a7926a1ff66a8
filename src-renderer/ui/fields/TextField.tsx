import { useState } from 'react'
import type { HTMLInputTypeAttribute, KeyboardEvent, ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { useFieldParts } from './field.ts'
import type { InputFieldProps } from './field.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { useSelectionWhileUntouched } from './typed-text.ts'
import css from './field.module.css'

export type TextFieldProps = InputFieldProps & {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly placeholder?: string
  readonly maxLength?: number
  /** Rows of a text of several lines; Enter then starts a new line. */
  readonly lines?: number
  readonly type?: HTMLInputTypeAttribute
  readonly suffix?: ReactNode
  /** It holds a number: it stands at the end, as amounts do. */
  readonly isNumber?: boolean
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, placeholder, maxLength, lines, type = 'text', suffix, onKeyDown, inputRef } = props
  const { ids, control } = useFieldParts(props)
  const [isTyped, setIsTyped] = useState(false)
  const remember = useSelectionWhileUntouched(!isTyped, value)
  return (
    <FieldFrame field={props} ids={ids}>
      {lines === undefined ? (
        <span className={css.box}>
          <input
            {...control}
            ref={inputRef}
            type={type}
            className={classNames(css.input, props.isNumber === true && css.number)}
            value={value}
            placeholder={placeholder}
            maxLength={maxLength}
            autoComplete="off"
            spellCheck={false}
            onFocus={(event) => {
              setIsTyped(false)
              remember(event.currentTarget)
            }}
            onChange={(event) => {
              setIsTyped(true)
              onChange(event.currentTarget.value)
            }}
            onKeyDown={onKeyDown}
          />
          {suffix !== undefined && <span className={css.affix}>{suffix}</span>}
        </span>
      ) : (
        <span className={classNames(css.box, css.tall)}>
          <textarea
            {...control}
            className={classNames(css.input, css.area)}
            rows={lines}
            value={value}
            placeholder={placeholder}
            maxLength={maxLength}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </span>
      )}
    </FieldFrame>
  )
}
