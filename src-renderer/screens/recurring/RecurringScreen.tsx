import { useMemo, useState } from 'react'
import type { RecurringRow } from '../../../src-shared/contract/recurring.ts'
import { RefusedError } from '../../api/client.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { ActionButton } from '../../keyboard/ActionButton.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { usePrintPage } from '../../print/use-print-page.ts'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { recurringColumns, recurringTone } from './recurring-columns.tsx'

const keyOf = (row: RecurringRow): string => String(row.id)

/** Invoices that come again and again: when they are due, and what they come to. */
export function RecurringScreen() {
  const format = useFormat()
  const navigator = useNavigator()
  const { data: rows = [], isPending, error } = useLedgerQuery('recurring.list', {})
  const [selectedId, setSelectedId] = useState<number | null>(null)
  const selected = rows.find(({ id }) => id === selectedId)
  const togglePaused = useTogglePaused(selected)
  const columns = useMemo(() => recurringColumns(format), [format])
  useActions({ 'recurring.pause': togglePaused }, { enabled: selected !== undefined })
  usePrintPage({ title: 'Recurring invoices' })
  return (
    <Page
      title="Recurring invoices"
      sub={`${rows.length} ${rows.length === 1 ? 'template' : 'templates'}`}
      actions={
        <>
          <ActionButton action="recurring.pause" label={selected?.paused === true ? 'Resume' : 'Pause'} />
          <ActionButton action="recurring.new" label="New" />
          <ActionButton action="go.recurringDue" label="Bill what is due" variant="primary" />
        </>
      }
    >
      {error && <Banner tone="bad">{error.message}</Banner>}
      <Card fill>
        <DataGrid
          label="Recurring invoices"
          layoutId="recurring"
          rows={rows}
          columns={columns}
          rowKey={keyOf}
          rowTone={recurringTone}
          typeToSelect="name"
          onSelect={({ id }) => setSelectedId(id)}
          onOpen={({ id }) => navigator.go({ screen: 'recurringEdit', recurringId: id })}
          autoFocus
          empty={
            isPending ? null : (
              <EmptyState title="No recurring invoices yet" actions={['recurring.new']}>
                Rent, service, subscriptions: enter the invoice and its schedule once. Ctrl+M on any invoice makes a
                recurring one of it.
              </EmptyState>
            )
          }
        />
      </Card>
    </Page>
  )
}

function useTogglePaused(row: RecurringRow | undefined): () => void {
  const { say } = useNotices()
  const { run, isPending } = useCommand('recurring.setPaused')
  return () => {
    if (row === undefined || isPending) return
    const { id, version, name, paused } = row
    run({ id, version, paused: !paused }).then(
      () => say(paused ? `${name} goes on. What it missed is due.` : `${name} is paused: nothing of it is due.`),
      (error: unknown) => {
        if (!(error instanceof RefusedError)) throw error
        say(error.message, { tone: 'bad' })
      },
    )
  }
}
