import type { ReactNode } from 'react'
import type { ColumnKind } from '../../../src-shared/domain/lists/column-kind.ts'
import { classNames } from '../class-names.ts'
import css from './grid.module.css'

/** How a column stands, whether its grid is read or entered. */
export type ColumnLook = {
  readonly id: string
  readonly title: string
  /** Width at first, in px. */
  readonly width?: number
  /** Takes this share of the room that is left, until the clerk sets its width. */
  readonly grow?: number
  /** `end` for figures. */
  readonly align?: 'start' | 'end'
  /** Stays in sight at the right edge where the window is too narrow for every column: what the row is about. */
  readonly isPinned?: boolean
  /** Stays in sight at the left edge: the clerk's choice, in the list's layout. */
  readonly isPinnedFirst?: boolean
  /** Words give way to figures, codes and dates where there is little room. Left out where cells are entered. */
  readonly givesWay?: boolean
  /** In the row of totals at the foot. */
  readonly total?: ReactNode
}

type KindOfColumn<Row> =
  | { readonly kind: Exclude<ColumnKind, 'amount'> }
  | { readonly kind: 'amount'; readonly currency: (row: Row) => string }

export type GridColumn<Row> = ColumnLook & KindOfColumn<Row> & ColumnContent<Row>

type ColumnContent<Row> = {
  /** What it is sorted by: minor units of an amount, ISO dates ('' where there is none), figures, names. */
  readonly value: (row: Row) => string | number
  /** True where a figure is missing: its value then only says where such rows are sorted. */
  readonly isBlank?: (row: Row) => boolean
  /** Of a number whose value is not the figure itself: the figure with a point, '' where there is none. */
  readonly figure?: (row: Row) => string
  /** What it says; the value as it is when left out. */
  readonly text?: (row: Row) => string
  /** Instead of the text, for pills and bars. */
  readonly cell?: (row: Row) => ReactNode
  readonly isSortable?: boolean
}

export type RowTone = 'muted' | 'bad' | undefined

export const columnWidthDefault = 110
export const columnWidthMin = 40
export const columnWidthMax = 900

/** Column widths the clerk has set, in px by column id. */
export type ColumnWidths = Readonly<Record<string, number>>

/**
 * The widths as a CSS grid template. A column the clerk has sized keeps its width; without one that grows, an empty track
 * takes the rest.
 */
export function gridTemplate(columns: readonly ColumnLook[], widths: ColumnWidths, fit: ColumnWidths = {}): string {
  const tracks = columns.map((column) => {
    const { id, width = columnWidthDefault } = column
    const least = leastWidth(column, widths, fit)
    const grow = growthOf(column)
    if (widths[id] !== undefined) return `${least}px`
    if (grow !== undefined) return `minmax(${least}px, ${grow}fr)`
    return least < width ? `minmax(${least}px, ${width}px)` : `${least}px`
  })
  const grows = columns.some((column) => growthOf(column) !== undefined && widths[column.id] === undefined)
  return [...tracks, ...(grows ? [] : ['minmax(0, 1fr)'])].join(' ')
}

/** What a column of words is narrowed to before anything scrolls out of sight, in px. */
const WORDS_LEAST = 96
/** What any other column of a list to read is narrowed to before it is known what it needs, in px. */
const FITTED_LEAST = 48

const growthOf = ({ grow, givesWay }: ColumnLook): number | undefined => grow ?? (givesWay === true ? 1 : undefined)

/** As narrow as a column gets: never less than what is in it needs, but words give way. In px. */
function leastWidth({ id, width = columnWidthDefault, givesWay }: ColumnLook, widths: ColumnWidths, fit: ColumnWidths) {
  const set = widths[id]
  const needed = fit[id] ?? 0
  if (givesWay === true) return set ?? Math.max(Math.min(width, WORDS_LEAST), needed)
  if (set !== undefined) return Math.max(set, needed)
  return givesWay === undefined ? width : Math.max(Math.min(width, FITTED_LEAST), needed)
}

/** How a column's cells stand, at the head, in the rows and at the foot. */
export const columnClasses = ({ align, isPinned, isPinnedFirst }: ColumnLook): string =>
  classNames(align === 'end' && css.end, isPinned === true && css.pinned, isPinnedFirst === true && css.pinnedFirst)

/** What the pinned column covers of those that scroll beneath it, in px. */
export function pinnedWidth(columns: readonly ColumnLook[], widths: ColumnWidths, fit: ColumnWidths = {}): number {
  const pinned = columns.find(({ isPinned }) => isPinned === true)
  return pinned === undefined ? 0 : leastWidth(pinned, widths, fit)
}

/** The least width at which every column is seen whole, in px. */
export function gridWidthMin(columns: readonly ColumnLook[], widths: ColumnWidths, fit: ColumnWidths = {}): number {
  return columns.reduce((sum, column) => sum + leastWidth(column, widths, fit), 0)
}
