import { useEffect, useId, useRef } from 'react'
import { classNames } from '../class-names.ts'
import type { SelectOption } from './SelectField.tsx'
import css from './SegmentField.module.css'

export type SegmentFieldProps<Value extends string> = {
  /** What is chosen, for screen readers; the choices say the rest. */
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly SelectOption<Value>[]
  readonly autoFocus?: boolean
  readonly className?: string
}

/** One of a few choices, all in sight: the arrows move between them, Tab goes past. */
export function SegmentField<Value extends string>(props: SegmentFieldProps<Value>) {
  const { label, value, onChange, options, autoFocus = false, className } = props
  const group = useId()
  const segments = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Chosen by a key of the window while the focus is on another choice.
    if (segments.current?.contains(document.activeElement) !== true) return
    segments.current.querySelector<HTMLElement>('input:checked')?.focus()
  }, [value])
  return (
    <div
      ref={segments}
      role="radiogroup"
      aria-label={label}
      className={classNames(css.segments, className)}
      data-print="hide"
    >
      {options.map((option) => (
        <label key={option.value} className={css.segment}>
          <input
            type="radio"
            name={group}
            className="visually-hidden"
            checked={option.value === value}
            autoFocus={autoFocus && option.value === value}
            data-first={autoFocus && option.value === value ? '' : undefined}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
