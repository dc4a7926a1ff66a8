import { useId, useRef } from 'react'
import type { ReactNode, Ref, RefObject } from 'react'
import { Popover } from 'react-aria-components'
import { useFieldParts } from './field.ts'
import type { ControlAttributes, InputFieldProps } from './field.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { usePicker } from './use-picker.ts'
import type { PickerEntry, PickerState } from './use-picker.ts'
import field from './field.module.css'
import css from './popover.module.css'

export type PickerInputProps = {
  readonly picker: PickerState
  readonly control: ControlAttributes
  readonly listId: string
  readonly placeholder?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement> | undefined
}

/** The bare input of a picker, for a field and for a grid's cell. */
export function PickerInput({ picker, control, listId, placeholder, inputRef }: PickerInputProps) {
  const shows = picker.isOpen && picker.options !== null && picker.options.length > 0
  return (
    <input
      {...control}
      ref={inputRef}
      role="combobox"
      aria-autocomplete="list"
      aria-expanded={picker.isOpen}
      aria-controls={picker.isOpen ? listId : undefined}
      aria-activedescendant={shows ? optionId(listId, picker.active) : undefined}
      data-untouched={picker.isUntouched ? '' : undefined}
      className={field.input}
      value={picker.text}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => picker.type(event.currentTarget.value)}
      onFocus={(event) => picker.onFocus(event.currentTarget)}
      onBlur={picker.onBlur}
      onKeyDown={picker.onKeyDown}
    />
  )
}

export type PickerListProps = {
  readonly picker: PickerState
  readonly listId: string
  readonly label: string
  readonly anchor: RefObject<HTMLElement | null>
  readonly emptyText?: ReactNode
}

/** The list under a picker. The focus stays in the input; the list only shows where it points. */
export function PickerList({ picker, listId, label, anchor, emptyText = 'Nothing found.' }: PickerListProps) {
  const options = picker.options ?? []
  return (
    <Popover
      triggerRef={anchor}
      isOpen={picker.isOpen && picker.options !== null}
      isNonModal
      placement="bottom start"
      offset={4}
      className={css.popover ?? ''}
      style={{ width: Math.max(anchor.current?.offsetWidth ?? 0, 340) }}
    >
      <div id={listId} role="listbox" aria-label={label} className={css.list}>
        {options.map((option, index) => (
          <div
            key={option.key}
            id={optionId(listId, index)}
            ref={index === picker.active ? scrollIntoView : null}
            role="option"
            aria-selected={index === picker.active}
            className={css.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => picker.choose(option)}
          >
            <span className={css.code}>{option.code}</span>
            <span className={css.name}>{option.name}</span>
            <span className={css.detail}>{option.detail}</span>
          </div>
        ))}
      </div>
      {options.length === 0 && <p className={css.note}>{emptyText}</p>}
    </Popover>
  )
}

function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

export type PickerProps = InputFieldProps &
  Omit<PickerEntry, 'arrowsOpen' | 'onProblem'> & {
    readonly placeholder?: string
    /** Said where nothing is found: what to do instead. */
    readonly emptyText?: ReactNode
    /** Said at the end of the field once something is picked. */
    readonly suffix?: ReactNode
  }

/**
 * Picks a customer, product or account by code or any word of its name. Typing looks up at once; Tab or Enter takes the
 * option pointed at. A code typed and left before the list came is looked up and taken when it is exact or the only match.
 */
export function Picker(props: PickerProps) {
  const picker = usePicker(props)
  const { ids, control } = useFieldParts(props, picker.problem)
  const listId = useId()
  const box = useRef<HTMLSpanElement>(null)
  return (
    <FieldFrame field={props} ids={ids} problem={picker.problem}>
      <span ref={box} className={field.box}>
        <PickerInput
          picker={picker}
          control={control}
          listId={listId}
          placeholder={props.placeholder}
          inputRef={props.inputRef}
        />
        {props.suffix !== undefined && picker.isUntouched && <span className={field.affix}>{props.suffix}</span>}
      </span>
      <PickerList
        picker={picker}
        listId={listId}
        label={props.label}
        anchor={box}
        {...(props.emptyText === undefined ? {} : { emptyText: props.emptyText })}
      />
    </FieldFrame>
  )
}
