import type { ReactNode } from 'react'
import css from './grid.module.css'

/** What stands in a grid without rows: one cell, so that it is still a grid to screen readers. */
export function GridEmpty({ children }: { readonly children: ReactNode }) {
  return (
    <div role="rowgroup" className={css.empty}>
      <div role="row" className={css.empty}>
        <div role="gridcell" className={css.empty}>
          {children}
        </div>
      </div>
    </div>
  )
}
