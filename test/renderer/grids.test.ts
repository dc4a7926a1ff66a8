import { describe, expect, test } from 'vitest'
import { cellErrors } from '../../src-renderer/ui/grid/cell-errors.ts'
import {
  cellAfter,
  cellBefore,
  cellInRow,
  cellMap,
  firstCell,
  nearestInRow,
} from '../../src-renderer/ui/grid/cell-moves.ts'
import { withMovedRow, withNewRow, withoutRow } from '../../src-renderer/ui/grid/entry-change.ts'
import { copyCell, copyRow } from '../../src-renderer/ui/grid/entry-column.ts'
import type { EnteredColumn, EntryColumn } from '../../src-renderer/ui/grid/entry-column.ts'
import { gridTemplate, gridWidthMin, pinnedWidth } from '../../src-renderer/ui/grid/grid-column.ts'
import { gridLayoutStore } from '../../src-renderer/window/grid-layout-store.ts'
import { createLayoutMemory } from '../../src-renderer/ui/grid/grid-layout.tsx'
import { nextSort, tableState } from '../../src-renderer/ui/grid/grid-table.ts'
import { rowForKey, rowForText } from '../../src-renderer/ui/grid/row-keys.ts'

type Line = {
  readonly uid: string
  readonly text: string
  readonly quantity: number | null
  readonly isFixed?: boolean
}

const quantity: EnteredColumn<Line> = {
  kind: 'decimal',
  of: 'quantity',
  id: 'quantity',
  title: 'Quantity',
  quick: true,
  value: (line) => line.quantity,
  change: (line, value) => ({ ...line, quantity: value }),
  editable: (line) => line.isFixed !== true,
}
const columns: readonly EntryColumn<Line>[] = [
  { kind: 'static', id: 'uid', title: 'No', text: (line) => line.uid },
  {
    kind: 'text',
    id: 'text',
    title: 'Text',
    value: (line) => line.text,
    change: (line, text) => ({ ...line, text }),
  },
  quantity,
]
const line = (uid: string, isFixed = false): Line => ({ uid, text: `text ${uid}`, quantity: 1, isFixed })
const lines = [line('a'), line('b', true), line('c')]

describe('from cell to cell', () => {
  const map = cellMap(lines, columns)
  const quick = cellMap(lines, columns, true)

  test('Tab skips what cannot be entered', () => {
    expect(firstCell(map)).toEqual({ row: 0, column: 1 })
    expect(cellAfter({ row: 1, column: 1 }, map)).toEqual({ row: 2, column: 1 })
    expect(cellBefore({ row: 2, column: 1 }, map)).toEqual({ row: 1, column: 1 })
  })

  test('Tab on the last cell and Shift+Tab on the first lead out', () => {
    expect(cellAfter({ row: 2, column: 2 }, map)).toBeNull()
    expect(cellBefore({ row: 0, column: 1 }, map)).toBeNull()
  })

  test('Enter passes over a cell in the rows that do not need it', () => {
    const unlessFixed: EnteredColumn<Line> = { ...quantity, editable: () => true, quick: (row) => row.isFixed !== true }
    const byRow = cellMap(lines, [unlessFixed], true)
    expect(cellAfter({ row: 0, column: 0 }, byRow)).toEqual({ row: 2, column: 0 })
    expect(cellBefore({ row: 2, column: 0 }, byRow)).toEqual({ row: 0, column: 0 })
  })

  test('Enter stops only at what a normal entry needs', () => {
    expect(cellAfter({ row: 0, column: 1 }, quick)).toEqual({ row: 0, column: 2 })
    expect(cellAfter({ row: 0, column: 2 }, quick)).toEqual({ row: 2, column: 2 })
  })

  test('Down keeps the column and passes rows where it cannot be entered', () => {
    expect(cellInRow({ row: 0, column: 2 }, 1, map)).toEqual({ row: 2, column: 2 })
    expect(cellInRow({ row: 2, column: 2 }, -1, map)).toEqual({ row: 0, column: 2 })
    expect(cellInRow({ row: 2, column: 2 }, 1, map)).toBeNull()
    expect(cellInRow({ row: 0, column: 1 }, 1_000, map)).toEqual({ row: 2, column: 1 })
  })

  test('a click on a fixed cell goes to the nearest one that can be entered', () => {
    expect(nearestInRow({ row: 0, column: 0 }, map)).toEqual({ row: 0, column: 1 })
    expect(nearestInRow({ row: 1, column: 2 }, map)).toEqual({ row: 1, column: 1 })
  })
})

describe('lines', () => {
  test('copying a line keeps the line’s own identity', () => {
    expect(copyRow(columns, { ...line('a'), quantity: 7 }, line('c'))).toMatchObject({
      uid: 'c',
      text: 'text a',
      quantity: 7,
    })
  })

  test('copying a cell leaves the others', () => {
    expect(copyCell(quantity, { ...line('a'), quantity: 7 }, line('c'))).toMatchObject({ text: 'text c', quantity: 7 })
  })

  test('the last line is emptied rather than taken away', () => {
    expect(withoutRow([line('a')], 0, () => line('new'))).toEqual([line('new')])
    expect(withoutRow(lines, 1, () => line('new')).map(({ uid }) => uid)).toEqual(['a', 'c'])
  })

  test('a line moves past its neighbour and not off the edge', () => {
    expect(withMovedRow(lines, 0, 1).map(({ uid }) => uid)).toEqual(['b', 'a', 'c'])
    expect(withMovedRow(lines, 0, -1)).toBe(lines)
  })

  test('a line is inserted above', () => {
    expect(withNewRow(lines, 1, line('new')).map(({ uid }) => uid)).toEqual(['a', 'new', 'b', 'c'])
  })
})

describe('errors of lines', () => {
  test('are found by path, in the order of the lines', () => {
    const errors = {
      customer: 'x',
      'lines.10.text': 'late',
      'lines.2.quantity': 'early',
      'lines.2': 'whole',
      lines: 'none',
    }
    expect(cellErrors(errors, 'lines')).toEqual([
      { row: 2, field: 'quantity', text: 'early' },
      { row: 2, field: '', text: 'whole' },
      { row: 10, field: 'text', text: 'late' },
    ])
  })
})

describe('columns', () => {
  const looks = [
    { id: 'code', title: 'Code', width: 90 },
    { id: 'name', title: 'Name', width: 180, grow: 1 },
  ]

  test('a growing column takes the room that is left', () => {
    expect(gridTemplate(looks, {})).toBe('90px minmax(180px, 1fr)')
  })

  test('a column the clerk has sized keeps its width', () => {
    expect(gridTemplate(looks, { name: 240 })).toBe('90px 240px minmax(0, 1fr)')
    expect(gridWidthMin(looks, { name: 240 })).toBe(330)
  })

  test('what scrolls into sight stops beside the column that stays', () => {
    const pinned = [...looks, { id: 'open', title: 'Open', width: 94, isPinned: true }]
    expect(pinnedWidth(looks, {})).toBe(0)
    expect(pinnedWidth(pinned, {})).toBe(94)
    expect(pinnedWidth(pinned, { open: 120 })).toBe(120)
  })

  test('pressing a title sorts up, down, and not', () => {
    const up = nextSort(null, 'name')
    const down = nextSort(up, 'name')
    expect([up, down, nextSort(down, 'name')]).toEqual([
      { column: 'name', descending: false },
      { column: 'name', descending: true },
      null,
    ])
    expect(nextSort(down, 'code')).toEqual({ column: 'code', descending: false })
  })

  test('a list remembers its layout by name', () => {
    const store = createLayoutMemory()
    store.save('customers', { widths: { name: 240 }, sort: null, hidden: [], pinsFirst: false })
    expect(store.load('customers')?.widths).toEqual({ name: 240 })
    expect(store.load('invoices')).toBeUndefined()
  })

  const layout = { widths: { name: 240 }, sort: null, hidden: ['code'], pinsFirst: true }

  test('it shows the columns that are not hidden, and keeps the first of these in sight', () => {
    const three = [{ id: 'code' }, { id: 'name' }, { id: 'city' }]
    expect(tableState(three, layout)).toEqual({
      sorting: [],
      columnSizing: { name: 240 },
      columnVisibility: { code: false, name: true, city: true },
      columnPinning: { start: ['name'], end: [] },
    })
    expect(tableState(three, { ...layout, pinsFirst: false }).columnPinning).toEqual({ start: [], end: [] })
  })

  test('a layout that would hide every column a list has hides none', () => {
    expect(tableState([{ id: 'code' }], layout).columnVisibility).toEqual({ code: true })
  })

  test('a layout of an older version shows every column; one that makes no sense is as at first', () => {
    const kept = {
      older: { widths: { name: 240 }, sort: { column: 'name', descending: true } },
      junk: { widths: { name: 'wide' }, sort: 7, hidden: 'all', pinsFirst: 1 },
      whole: layout,
    }
    const store = gridLayoutStore(kept)
    expect(store.load('older')).toEqual({ ...kept.older, hidden: [], pinsFirst: false })
    expect(store.load('junk')).toEqual({ widths: {}, sort: null, hidden: [], pinsFirst: false })
    expect(store.load('whole')).toEqual(layout)
    expect(gridLayoutStore('nonsense').load('older')).toBeUndefined()
  })
})

describe('rows of a list', () => {
  test.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 0, 0],
    ['PageDown', 95, 99],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 0, 99],
    ['ArrowDown', -1, 0],
  ])('%s from %i leads to %i of 100', (key, from, to) => {
    expect(rowForKey(key, from, 100, 20)).toBe(to)
  })

  test('an empty list has nowhere to go', () => {
    expect(rowForKey('End', -1, 0, 20)).toBeNull()
  })

  test('typing looks from the row on and around', () => {
    const names = ['Cedar', 'Delta', 'Cobalt']
    const at = (typed: string, from: number): number => rowForText(typed, from, 3, (index) => names[index] ?? '')
    expect(at('c', 1)).toBe(2)
    expect(at('ced', 1)).toBe(0)
    expect(at('x', 0)).toBe(-1)
  })
})
