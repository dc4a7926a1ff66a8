import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { nextReference } from '../../../src-shared/company/rules/sequence.ts'
import { useSelectionWhileUntouched } from './typed-text.ts'
import { TextField } from './TextField.tsx'
import type { TextFieldProps } from './TextField.tsx'

export type ReferenceFieldProps = Omit<TextFieldProps, 'onKeyDown' | 'lines' | 'type'> & {
  /** The last like entry: + in an empty field continues from it. */
  readonly lastUsed?: string
}

/**
 * A check number or reference: + and - step to the next and previous number while nothing else was typed since the field
 * got the focus, so that a reference may still hold a hyphen.
 */
export function ReferenceField({ lastUsed, ...field }: ReferenceFieldProps) {
  const [typed, setTyped] = useState(false)
  const rememberInput = useSelectionWhileUntouched(!typed, field.value)

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Tab' || event.key === 'Enter') setTyped(false)
    if (!typed) rememberInput(event.currentTarget)
    if ((event.key !== '+' && event.key !== '-') || event.ctrlKey || event.altKey || event.metaKey) return
    const from = field.value === '' ? lastUsed : field.value
    if (typed || from === undefined || !/\d$/.test(from)) return
    event.preventDefault()
    field.onChange(nextReference(from, event.key === '+' ? 1 : -1))
  }

  return (
    <TextField
      {...field}
      onChange={(text) => {
        setTyped(text !== '')
        field.onChange(text)
      }}
      onKeyDown={onKeyDown}
    />
  )
}
