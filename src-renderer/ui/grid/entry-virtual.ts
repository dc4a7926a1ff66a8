import { useEffect } from 'react'
import type { RefObject } from 'react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useIsPrinting } from '../printing.ts'
import type { CellError } from './cell-errors.ts'
import type { ColumnLook } from './grid-column.ts'

export type EntryVirtualOptions<Row> = {
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly errorsByRow: ReadonlyMap<number, readonly CellError[]>
  /** Stays drawn when it is scrolled away: its editor may hold the focus. */
  readonly active: number | null
  readonly scroller: RefObject<HTMLElement | null>
  readonly columns: readonly ColumnLook[]
}

export type EntryVirtual = {
  readonly totalHeight: number
  readonly items: readonly { readonly index: number; readonly top: number; readonly height: number }[]
}

const ROW_HEIGHT = 30
const MESSAGE_HEIGHT = 19
const HEAD_HEIGHT = 29
const FOOT_HEIGHT = 32

/** Which rows to draw and where. A row with an error is higher by a line of text. */
export function useEntryVirtual<Row>(options: EntryVirtualOptions<Row>): EntryVirtual {
  const { rows, rowKey, errorsByRow, active, scroller, columns } = options
  const isPrinting = useIsPrinting()
  const heightOf = (index: number): number => ROW_HEIGHT + (errorsByRow.has(index) ? MESSAGE_HEIGHT : 0)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowKey(row)
    },
    rangeExtractor: (range) => {
      const indexes = isPrinting ? rows.map((_, index) => index) : defaultRangeExtractor(range)
      return active === null || indexes.includes(active) ? indexes : [...indexes, active].toSorted((a, b) => a - b)
    },
    overscan: 12,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: columns.some((column) => column.total !== undefined) ? FOOT_HEIGHT : 0,
  })

  useEffect(() => virtual.measure(), [virtual, errorsByRow])
  useEffect(() => {
    if (active !== null) virtual.scrollToIndex(active, { align: 'auto' })
  }, [virtual, active])

  return {
    totalHeight: virtual.getTotalSize(),
    items: virtual
      .getVirtualItems()
      .map(({ index, start, size }) => ({ index, top: start - HEAD_HEIGHT, height: size })),
  }
}
