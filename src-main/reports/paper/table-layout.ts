import { wrapText, type Measure } from '../../paper/text-fit.ts'
import { ink, type as styles, type TextStyle } from '../../paper/type-style.ts'
import type { Column, ColumnKey, Row } from './columns.ts'

export interface PlacedColumn extends Column {
  /** Left edge of a text column; where the last figure of an amount column ends. */
  readonly x: number
  readonly width: number
}

export interface LaidRow {
  readonly row: Row
  /** Lines of each column's cell. */
  readonly lines: readonly (readonly string[])[]
  readonly height: number
}

/** The table as it will be drawn: columns with places, cells broken into lines. */
export interface TableLayout {
  readonly columns: readonly PlacedColumn[]
  readonly rows: readonly LaidRow[]
  /** Type size as a part of the usual one: below 1 only where amounts would not fit otherwise. */
  readonly scale: number
  readonly leading: number
}

const LEADING = 10
const ROW_PADDING = 6
const GAP = 9
const SCALE_MIN = 0.5
const SCALE_STEPS = 32
const DOCUMENT_SHARE_MAX = 0.26
const REFERENCE_WIDTH_MIN = 54

const QUIET: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['reference', 'open_in_base', 'moved_in_base', 'balance'])

/** How a cell is set; past due is told by weight as well as by colour, for a printer that has none. */
export function cellStyle(column: Column, { emphasis }: Row, scale: number): TextStyle {
  const scaled = (style: TextStyle): TextStyle => ({ ...style, size: style.size * scale })
  if (emphasis === 'carried') return scaled(styles.rowStrong)
  if (emphasis === 'past_due' && column.key === 'due') return { ...scaled(styles.rowStrong), color: ink.bad }
  if (column.key === 'open') return scaled(styles.rowStrong)
  return scaled(QUIET.has(column.key) ? styles.rowQuiet : styles.row)
}

/**
 * Gives each column its place between two edges, in points. Dates and amounts take what their widest cell needs, the
 * reference takes the rest; documents and references break into lines, amounts and dates never do: where they find no
 * room, the whole table is set smaller.
 */
export function layOutTable(
  columns: readonly Column[],
  rows: readonly Row[],
  edges: { readonly left: number; readonly right: number },
  measure: Measure,
): TableLayout {
  const width = edges.right - edges.left
  const fixed = columns.filter((column) => column.key !== 'reference')
  const natural = new Map(fixed.map((column) => [column.key, naturalWidth(column, rows, measure)]))
  natural.set('document', Math.min(natural.get('document') ?? 0, width * DOCUMENT_SHARE_MAX))
  const needed = [...natural.values()].reduce((total, each) => total + each, 0)
  const room = width - GAP * (columns.length - 1)
  const exact = Math.min(1, (room - REFERENCE_WIDTH_MIN) / needed)
  // Down to a whole step, so that no rounding makes a cell wider than its column.
  const scale = Math.max(SCALE_MIN, Math.floor(exact * SCALE_STEPS) / SCALE_STEPS)
  const widthOf = (column: Column) =>
    column.key === 'reference' ? room - needed * scale : (natural.get(column.key) ?? 0) * scale
  const leading = LEADING * scale
  const placed = place(columns, rows, widthOf, edges.left, scale, measure)
  return { columns: placed, rows: rows.map((row) => layOutRow(row, placed, scale, leading, measure)), scale, leading }
}

/** What the widest cell or the title takes at the usual size. */
function naturalWidth(column: Column, rows: readonly Row[], measure: Measure): number {
  const widest = rows.reduce(
    (most, row) => Math.max(most, measure(row.cells[column.key] ?? '', cellStyle(column, row, 1))),
    measure(column.title, styles.columnHead),
  )
  return widest + hang(column, rows, measure)
}

/** Closing parentheses of negative amounts stand outside the column of figures, so that decimals stay in line. */
function hang(column: Column, rows: readonly Row[], measure: Measure): number {
  const hangs = column.kind === 'amount' && rows.some((row) => row.cells[column.key]?.endsWith(')'))
  return hangs ? measure(')', styles.row) : 0
}

function place(
  columns: readonly Column[],
  rows: readonly Row[],
  widthOf: (column: Column) => number,
  left: number,
  scale: number,
  measure: Measure,
): readonly PlacedColumn[] {
  let at = left
  return columns.map((column) => {
    const width = widthOf(column)
    const x = column.kind === 'text' ? at : at + width - hang(column, rows, measure) * scale
    at += width + GAP
    return { ...column, width, x }
  })
}

const BREAKING: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['document', 'reference'])

function layOutRow(
  row: Row,
  columns: readonly PlacedColumn[],
  scale: number,
  leading: number,
  measure: Measure,
): LaidRow {
  const lines = columns.map((column) => {
    const cell = row.cells[column.key] ?? ''
    return BREAKING.has(column.key) ? wrapText(cell, column.width, cellStyle(column, row, scale), measure) : [cell]
  })
  const tallest = Math.max(...lines.map((cell) => cell.length))
  return { row, lines, height: tallest * leading + ROW_PADDING }
}
