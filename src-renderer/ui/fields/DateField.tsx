import { useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { classNames } from '../class-names.ts'
import { useConventions, useFormat, weekdayOf } from '../conventions.tsx'
import { CalendarPopover } from './CalendarPopover.tsx'
import { dateKeyEffect, readDate } from './date-entry.ts'
import type { DateSign } from './date-entry.ts'
import { useFieldParts } from './field.ts'
import type { ControlAttributes, InputFieldProps } from './field.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { useTypedText } from './typed-text.ts'
import type { TypedText } from './typed-text.ts'
import css from './field.module.css'

export type DateEntryProps = {
  readonly value: CalendarDate | null
  readonly onChange: (value: CalendarDate | null) => void
  readonly onProblem?: ((problem: string | null) => void) | undefined
}

export type DateText = {
  readonly typed: TypedText
  /** The day of the week of what is in the field; the date it will be while it is being typed. */
  readonly preview: string
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** The typing side of a date: keys that move it, and texts such as 15, 3/4, 0304 or +30. */
export function useDateText({ value, onChange, onProblem }: DateEntryProps): DateText {
  const rules = useConventions()
  const format = useFormat()
  const sign = useRef<DateSign | null>(null)
  const offsetFrom = useRef<CalendarDate | null>(null)
  const read = (text: string) => readDate(text, rules, offsetFrom.current)
  const typed = useTypedText<CalendarDate>({ value, onChange, onProblem, show: format.date, read, isLive: false })

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') typed.commit()
    if (event.key === 'Shift') return
    const input = event.currentTarget
    const draft = typed.isUntouched ? null : typed.text
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !input.readOnly
    const effect = plain ? dateKeyEffect(event.key, { value, draft, sign: sign.current }, rules) : null
    sign.current = effect?.kind === 'date' ? effect.sign : null
    if (effect === null) return
    event.preventDefault()
    if (effect.kind === 'offset') {
      offsetFrom.current = effect.from
      typed.type(effect.text)
      return
    }
    offsetFrom.current = null
    typed.settle()
    onChange(effect.date)
  }

  const understood = typed.isUntouched ? null : read(typed.text)
  const shown = typed.isUntouched ? value : understood?.ok === true ? understood.value : null
  const preview = shown === null ? '' : typed.isUntouched ? weekdayOf(shown) : format.date(shown)
  return { typed, preview, onKeyDown }
}

export type DateInputProps = {
  readonly date: DateText
  readonly control: ControlAttributes
  readonly inputRef?: Ref<HTMLInputElement> | undefined
}

/** The bare input of a date, for a field and for a grid's cell. */
export function DateInput({ date, control, inputRef }: DateInputProps) {
  return (
    <span className={css.date}>
      <input
        {...control}
        {...date.typed.inputProps}
        ref={inputRef}
        className={classNames(css.input, date.typed.isUntouched ? css.day : css.typedDay)}
        autoComplete="off"
        onKeyDown={date.onKeyDown}
      />
      <span className={css.affix}>{date.preview}</span>
    </span>
  )
}

export type DateFieldProps = InputFieldProps & DateEntryProps

/**
 * A business date, typed. `+ -` a day, `[ ]` a month, `t w k m h y r` as in other ledgers, `15`, `3/4`, `+30`.
 * Alt+Down or F4 opens a calendar. Null while it is empty or makes no sense.
 */
export function DateField(props: DateFieldProps) {
  const date = useDateText(props)
  const { ids, control } = useFieldParts(props, date.typed.problem)
  const box = useRef<HTMLSpanElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const isFixed = props.isDisabled === true || props.isReadOnly === true

  function onKeyDown(event: KeyboardEvent): void {
    if (isFixed || !(event.key === 'F4' || (event.altKey && event.key === 'ArrowDown'))) return
    event.preventDefault()
    date.typed.commit()
    setIsOpen(true)
  }

  return (
    <FieldFrame field={props} ids={ids} problem={date.typed.problem}>
      <span ref={box} className={css.box} onKeyDown={onKeyDown}>
        <DateInput date={date} control={control} inputRef={props.inputRef} />
        {!isFixed && (
          <button
            type="button"
            tabIndex={-1}
            className={css.iconButton}
            aria-label={`Calendar for ${props.label}`}
            onClick={() => setIsOpen(true)}
          >
            <CalendarIcon />
          </button>
        )}
      </span>
      <CalendarPopover
        label={props.label}
        anchor={box}
        isOpen={isOpen}
        value={props.value}
        onClose={() => setIsOpen(false)}
        onPick={(picked) => {
          date.typed.settle()
          props.onChange(picked)
          setIsOpen(false)
        }}
      />
    </FieldFrame>
  )
}

function CalendarIcon() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" aria-hidden="true">
      <rect x="1.5" y="2.5" width="11" height="10" rx="1.5" />
      <path d="M1.5 5.5h11M4.5 1v3M9.5 1v3" />
    </svg>
  )
}
