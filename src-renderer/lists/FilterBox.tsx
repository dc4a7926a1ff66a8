import type { KeyboardEvent, RefObject } from 'react'
import { TextField } from '../ui/fields/TextField.tsx'

export type FilterBoxProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly placeholder: string
  readonly maxLength: number
  /** Holds the list that Down leads to. */
  readonly list: RefObject<HTMLElement | null>
  /** Enter: opens what the filter left. */
  readonly onEnter: () => void
  readonly className?: string
}

/** Filters the list beneath it as one types. Down goes to the list, Enter opens its row, Esc empties the box first. */
export function FilterBox({ list, onEnter, ...field }: FilterBoxProps) {
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
    else if (event.key === 'Enter') onEnter()
    else if (event.key === 'Escape' && field.value !== '') field.onChange('')
    else return
    event.preventDefault()
  }
  return <TextField {...field} hideLabel autoFocus onKeyDown={onKeyDown} />
}
