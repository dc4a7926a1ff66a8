import { useMemo } from 'react'
import type { SettledOccurrence } from '../../../src-shared/billing/contract/recurring.ts'
import { RefusedError } from '../../api/client.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { dateColumn } from '../../lists/columns.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { Card } from '../../ui/Page.tsx'
import css from './recurring-edit.module.css'

const keyOf = (row: SettledOccurrence): string => row.dueOn

/** What became of the days due: Enter opens the invoice, or makes a skipped day due again. */
export function SettledCard({ recurringId }: { readonly recurringId: number }) {
  const format = useFormat()
  const navigator = useNavigator()
  const { say } = useNotices()
  const { data } = useLedgerQuery('recurring.get', { id: recurringId })
  const restoring = useCommand('recurring.restore')
  const columns = useMemo(() => settledColumns(format), [format])
  if (data === undefined || data.settled.length === 0) return null

  function open({ dueOn, document }: SettledOccurrence): void {
    if (document !== null) return navigator.go({ screen: 'document', documentId: document.id })
    restoring.run({ occurrences: [{ recurringId, dueOn }] }).then(
      () => say(`${format.date(dueOn)} is due again.`, { tone: 'ok' }),
      (error: unknown) => {
        if (!(error instanceof RefusedError)) throw error
        say(error.message, { tone: 'bad' })
      },
    )
  }

  return (
    <div className={css.settled}>
      <Card title="Billed and skipped" fill>
        <DataGrid label="Billed and skipped" rows={data.settled} columns={columns} rowKey={keyOf} onOpen={open} />
      </Card>
    </div>
  )
}

const settledColumns = (format: Format): readonly GridColumn<SettledOccurrence>[] => [
  dateColumn({ id: 'dueOn', title: 'Due', width: 112 }, format, (row) => row.dueOn),
  {
    id: 'how',
    kind: 'text',
    title: 'Became',
    width: 110,
    grow: 1,
    value: (row) => row.document?.number ?? 'skipped, Enter restores',
  },
]
