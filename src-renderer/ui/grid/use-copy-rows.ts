import { useEffect } from 'react'
import type { RefObject } from 'react'
import { htmlTable, tabbed } from '../../../src-shared/domain/lists/list-cell.ts'
import { useStableHandler } from '../../keyboard/stable-handler.ts'
import type { GridColumn } from './grid-column.ts'
import { sheetCells, sheetColumn } from './sheet-cells.ts'

/** Copying in a list gives the rows as a spreadsheet takes them, with the columns as they are shown. */
export function useCopyRows<Row>(
  grid: RefObject<HTMLElement | null>,
  columns: readonly GridColumn<Row>[],
  rows: readonly Row[],
): void {
  // Words that were dragged over are copied as they are. Without them the event comes from the page, not from what has the focus.
  const isOurs = (): boolean =>
    rows.length > 0 && document.activeElement === grid.current && window.getSelection()?.isCollapsed !== false

  const enable = useStableHandler((event: Event) => {
    // Without words selected the browser copies nothing unless it is told that there is something.
    if (isOurs()) event.preventDefault()
  })
  const copy = useStableHandler((event: ClipboardEvent) => {
    if (!isOurs() || event.clipboardData === null) return
    const sheet = columns.map(sheetColumn)
    const cells = rows.map((row) => sheetCells(columns, row))
    event.clipboardData.setData('text/plain', tabbed(sheet, cells))
    event.clipboardData.setData('text/html', htmlTable(sheet, cells))
    event.preventDefault()
  })

  useEffect(() => {
    document.addEventListener('beforecopy', enable)
    document.addEventListener('copy', copy)
    return () => {
      document.removeEventListener('beforecopy', enable)
      document.removeEventListener('copy', copy)
    }
  }, [enable, copy])
}
