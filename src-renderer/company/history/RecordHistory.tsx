import { useMemo, useState } from 'react'
import type { HistoryEntry } from '../../../src-shared/company/contract/history.ts'
import { useLedgerPages } from '../../api/pages.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { EntryDetail } from './EntryDetail.tsx'
import type { HistoryInput } from './history-filter.ts'
import { recordColumns } from './history-columns.ts'
import css from './history.module.css'

export type RecordHistoryProps = {
  /** The record: a customer, a document, one of Setup. */
  readonly of: Pick<HistoryInput, 'customerId' | 'documentId' | 'record'>
  readonly takesFocus?: boolean
}

const keyOf = ({ id }: HistoryEntry): string => String(id)

/** Who did what to one record; the same entries as on the screen of all. */
export function RecordHistory({ of, takesFocus = true }: RecordHistoryProps) {
  const navigator = useNavigator()
  const [chosen, choose] = useState<number | null>(null)
  const list = useLedgerPages('history.list', of)
  const format = useFormat()
  const columns = useMemo(() => recordColumns(format), [format])
  const entry = list.rows.find(({ id }) => id === chosen)
  return (
    <div className={css.tab}>
      {list.error !== null && <Banner tone="bad">{list.error.message}</Banner>}
      <DataGrid
        label="History"
        layoutId="record-history"
        rows={list.rows}
        columns={columns}
        rowKey={keyOf}
        onSelect={({ id }) => choose(id)}
        onOpen={({ document }) => {
          if (document !== null && document.id !== of.documentId)
            navigator.go({ screen: 'document', documentId: document.id })
        }}
        onEndReached={list.more}
        autoFocus={takesFocus}
        empty={
          list.isPending ? null : (
            <EmptyState title="Nothing is in the log">
              What the company began with, and what came with an imported file, has no entry of its own.
            </EmptyState>
          )
        }
      />
      {entry !== undefined && <EntryDetail entry={entry} />}
    </div>
  )
}
