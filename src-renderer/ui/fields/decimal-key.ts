import type { KeyboardEvent } from 'react'

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
