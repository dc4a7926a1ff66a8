import type { PointerEvent } from 'react'
import { classNames } from '../class-names.ts'
import { columnClasses, columnWidthMax, columnWidthMin } from './grid-column.ts'
import type { ColumnLook } from './grid-column.ts'
import { nextSort } from './grid-table.ts'
import type { GridLayoutState, GridSort } from './grid-layout.tsx'
import css from './grid.module.css'

export type GridHeadProps = {
  readonly columns: readonly ColumnLook[]
  readonly layout: GridLayoutState
  /** Whether a column's title sorts. */
  readonly isSortable: (column: ColumnLook) => boolean
}

/** The titles, always in sight. Pressing one sorts, dragging its edge sets the width, double click gives it back. */
export function GridHead({ columns, layout, isSortable }: GridHeadProps) {
  const { sort } = layout.layout

  function setWidth(id: string, width: number | null): void {
    const { [id]: _, ...others } = layout.layout.widths
    layout.setLayout({ widths: width === null ? others : { ...others, [id]: width } })
  }

  return (
    <div role="rowgroup" className={css.head}>
      <div role="row" aria-rowindex={1} className={css.row}>
        {columns.map((column, index) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={sortState(sort, column.id)}
            className={classNames(css.title, columnClasses(column))}
          >
            {isSortable(column) ? (
              <button
                type="button"
                tabIndex={-1}
                className={css.sort}
                data-fit={column.id}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => layout.setLayout({ sort: nextSort(sort, column.id) })}
              >
                {column.title}
                {sort?.column === column.id && (
                  <span className={css.arrow} aria-hidden="true">
                    {sort.descending ? '↓' : '↑'}
                  </span>
                )}
              </button>
            ) : (
              <span className={css.sort} data-fit={column.id}>
                {column.title}
              </span>
            )}
            <span
              className={css.edge}
              aria-hidden="true"
              onPointerDown={(event) => dragWidth(event, (width) => setWidth(column.id, width))}
              onDoubleClick={() => setWidth(column.id, null)}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

function sortState(sort: GridSort | null, id: string): 'ascending' | 'descending' | undefined {
  if (sort?.column !== id) return undefined
  return sort.descending ? 'descending' : 'ascending'
}

/** Follows the pointer from the column's real width, which a growing column does not have in its settings. */
function dragWidth(event: PointerEvent<HTMLElement>, setWidth: (width: number) => void): void {
  const edge = event.currentTarget
  const startWidth = edge.parentElement?.getBoundingClientRect().width ?? columnWidthMin
  const startX = event.clientX
  event.preventDefault()
  edge.setPointerCapture(event.pointerId)

  function onMove(move: globalThis.PointerEvent): void {
    const width = Math.round(startWidth + move.clientX - startX)
    setWidth(Math.min(columnWidthMax, Math.max(columnWidthMin, width)))
  }
  function onUp(): void {
    edge.removeEventListener('pointermove', onMove)
    edge.removeEventListener('pointerup', onUp)
    edge.removeEventListener('pointercancel', onUp)
  }
  edge.addEventListener('pointermove', onMove)
  edge.addEventListener('pointerup', onUp)
  edge.addEventListener('pointercancel', onUp)
}
