import type { ReactNode } from 'react'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { DataGridProps } from '../../ui/grid/DataGrid.tsx'
import { Card } from '../../ui/Page.tsx'
import css from './setup.module.css'

export type SetupListProps<Row extends object> = DataGridProps<Row> & {
  /** Said above the list. */
  readonly banner?: ReactNode
  /** The form beside it: of what is opened in the list, or of a new one. */
  readonly children: ReactNode
}

/** A list of Setup with its form beside it. */
export function SetupList<Row extends object>({ banner, children, ...grid }: SetupListProps<Row>) {
  return (
    <div className={css.body}>
      <div className={css.list}>
        {banner}
        <Card fill>
          <DataGrid {...grid} />
        </Card>
      </div>
      {children}
    </div>
  )
}
