import type { ReactNode } from 'react'
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
  /** In the row of totals at the foot. */
  readonly total?: ReactNode
}

export type GridColumn<Row> = ColumnLook & {
  /** What it is sorted by: minor units, ISO dates, names. */
  readonly value: (row: Row) => string | number
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
export function gridTemplate(columns: readonly ColumnLook[], widths: ColumnWidths): string {
  const tracks = columns.map(({ id, width = columnWidthDefault, grow }) => {
    const set = widths[id]
    if (set !== undefined) return `${set}px`
    return grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`
  })
  const grows = columns.some(({ id, grow }) => grow !== undefined && widths[id] === undefined)
  return [...tracks, ...(grows ? [] : ['minmax(0, 1fr)'])].join(' ')
}

/** How a column's cells stand, at the head, in the rows and at the foot. */
export const columnClasses = ({ align, isPinned, isPinnedFirst }: ColumnLook): string =>
  classNames(align === 'end' && css.end, isPinned === true && css.pinned, isPinnedFirst === true && css.pinnedFirst)

/** What the pinned column covers of those that scroll beneath it, in px. */
export function pinnedWidth(columns: readonly ColumnLook[], widths: ColumnWidths): number {
  const pinned = columns.find(({ isPinned }) => isPinned === true)
  return pinned === undefined ? 0 : (widths[pinned.id] ?? pinned.width ?? columnWidthDefault)
}

/** The least width at which every column is seen whole, in px. */
export function gridWidthMin(columns: readonly ColumnLook[], widths: ColumnWidths): number {
  return columns.reduce((sum, { id, width = columnWidthDefault }) => sum + (widths[id] ?? width), 0)
}
