import { useRef } from 'react'
import type { GridColumn } from './grid-column.ts'
import { rowForText, TYPED_TOGETHER_MS } from './row-keys.ts'

/** Handles a typed character: selects the row it leads to. False when the key is no character or there is no text column. */
export function useTypeToSelect<Row>(
  rows: readonly Row[],
  column: GridColumn<Row> | undefined,
  selected: number,
  select: (index: number) => void,
): (key: string) => boolean {
  const typed = useRef({ text: '', at: 0 })
  return (key) => {
    if (column === undefined || key.length !== 1 || key === '?' || (key === ' ' && typed.current.text === ''))
      return false
    const now = performance.now()
    const isContinued = now - typed.current.at < TYPED_TOGETHER_MS
    typed.current = { text: (isContinued ? typed.current.text : '') + key, at: now }
    const textOf = (index: number): string => {
      const row = rows[index]
      return row === undefined ? '' : (column.text?.(row) ?? String(column.value(row)))
    }
    // A first letter looks further on from the selected row, so that pressing it again steps through its rows.
    const from = Math.max(0, selected + (isContinued ? 0 : 1)) % Math.max(1, rows.length)
    const index = rowForText(typed.current.text, from, rows.length, textOf)
    if (index >= 0) select(index)
    return true
  }
}
