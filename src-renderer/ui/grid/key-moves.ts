export type KeyMove =
  /** Tab: the next cell, past the last one a new line. */
  | { readonly kind: 'next' | 'back' }
  /** Enter: the next cell that a normal entry needs. */
  | { readonly kind: 'quick' | 'quickBack' }
  /** Right and Left: the next cell, if there is one. */
  | { readonly kind: 'right' | 'left' }
  /** The same column so many rows on. */
  | { readonly kind: 'row'; readonly step: number }

export type MoveStroke = {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

const PAGE_ROWS = 12
/** More rows than any grid has: the move is held at the first or the last. */
const TO_THE_END = 1_000_000

/** Where a key leads from the cell it was typed in, or null when it belongs to the cell. */
export function moveForKey(stroke: MoveStroke, editor: HTMLElement): KeyMove | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = stroke
  if (altKey || metaKey) return null
  if (ctrlKey) return ctrlMove(key)
  switch (key) {
    case 'Tab':
      return { kind: shiftKey ? 'back' : 'next' }
    case 'Enter':
      return { kind: shiftKey ? 'quickBack' : 'quick' }
    case 'PageDown':
      return { kind: 'row', step: PAGE_ROWS }
    case 'PageUp':
      return { kind: 'row', step: -PAGE_ROWS }
  }
  // Up and Down choose in a select; there PageUp and PageDown, Tab and Enter leave.
  if (shiftKey || editor instanceof HTMLSelectElement) return null
  if (key === 'ArrowDown') return { kind: 'row', step: 1 }
  if (key === 'ArrowUp') return { kind: 'row', step: -1 }
  if (key === 'ArrowRight' && isWholeTextSelected(editor)) return { kind: 'right' }
  if (key === 'ArrowLeft' && isWholeTextSelected(editor)) return { kind: 'left' }
  return null
}

function ctrlMove(key: string): KeyMove | null {
  if (key === 'Home') return { kind: 'row', step: -TO_THE_END }
  if (key === 'End') return { kind: 'row', step: TO_THE_END }
  return null
}

/** Before anything was typed the text is selected whole, and Left and Right lead on; after that they move in it. */
function isWholeTextSelected(editor: HTMLElement): boolean {
  if (!(editor instanceof HTMLInputElement) || !editor.hasAttribute('data-untouched')) return false
  return editor.selectionStart === 0 && editor.selectionEnd === editor.value.length
}
