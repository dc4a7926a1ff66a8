import { classNames } from '../class-names.ts'
import { columnClasses } from './grid-column.ts'
import type { ColumnLook } from './grid-column.ts'
import css from './grid.module.css'

export type GridFootProps = { readonly columns: readonly ColumnLook[]; readonly rowIndex: number }

/** The row of totals, always in sight. Nothing where no column has one. */
export function GridFoot({ columns, rowIndex }: GridFootProps) {
  if (columns.every((column) => column.total === undefined)) return null
  return (
    <div role="rowgroup" className={css.foot}>
      <div role="row" aria-rowindex={rowIndex} className={css.row}>
        {columns.map((column, index) => (
          <div
            key={column.id}
            role="gridcell"
            data-fit={column.id}
            aria-colindex={index + 1}
            className={classNames(css.cell, columnClasses(column))}
          >
            {column.total}
          </div>
        ))}
      </div>
    </div>
  )
}
