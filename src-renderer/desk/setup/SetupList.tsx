import { useState, type ReactNode } from 'react'
import type { RecordKind } from '../../../src-shared/kit/history.ts'
import { RecordHistory } from '../../company/history/RecordHistory.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { Button } from '../../ui/Button.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { DataGridProps } from '../../ui/grid/DataGrid.tsx'
import { Card } from '../../ui/Page.tsx'
import css from './setup.module.css'

export type SetupListProps<Row extends object> = DataGridProps<Row> & {
  /** Said above the list. */
  readonly banner?: ReactNode
  /** What has a history of its own; its id is undefined while no row is opened, and 1 where there is one for all. */
  readonly record: { readonly kind: RecordKind; readonly id: number | undefined }
  /** The form beside it: of what is opened in the list, or of a new one. */
  readonly children: ReactNode
}

/** A list of Setup with its form beside it, and in its place the history of what is opened. */
export function SetupList<Row extends object>({ banner, children, record, ...grid }: SetupListProps<Row>) {
  const { kind, id } = record
  const [shownOf, setShownOf] = useState<number | null>(null)
  const showsHistory = id !== undefined && shownOf === id
  useAction('record.history', () => setShownOf(showsHistory ? null : (id ?? null)), { enabled: id !== undefined })
  useAction('go.back', () => setShownOf(null), { enabled: showsHistory })
  return (
    <div className={css.body}>
      <div className={css.list}>
        {banner}
        {showsHistory ? (
          <Card fill title="History" actions={<Button onPress={() => setShownOf(null)}>Back to the list</Button>}>
            <RecordHistory of={{ record: { kind, id } }} />
          </Card>
        ) : (
          <Card fill>
            <DataGrid {...grid} />
          </Card>
        )}
      </div>
      {children}
    </div>
  )
}
