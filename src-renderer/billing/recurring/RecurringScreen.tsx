import { useMemo, useState } from 'react'
import type { RecurringRow } from '../../../src-shared/billing/contract/recurring.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { usePrintPage } from '../../print/use-print-page.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { Card, Page, Toolbar } from '../../ui/Page.tsx'
import { hasEnded, recurringColumns, recurringTone } from './recurring-columns.tsx'
import { useRecurringActions } from './use-recurring-actions.ts'

const keyOf = (row: RecurringRow): string => String(row.id)

/** Invoices that come again and again: when they are due, and what they come to. */
export function RecurringScreen() {
  const format = useFormat()
  const navigator = useNavigator()
  const { data: all = [], isPending, error } = useLedgerQuery('recurring.list', {})
  const [withEnded, setWithEnded] = useState(false)
  const ended = all.filter(hasEnded).length
  const rows = useMemo(() => (withEnded ? all : all.filter((row) => !hasEnded(row))), [all, withEnded])
  const [selectedId, setSelectedId] = useState<number | null>(null)
  const selected = rows.find(({ id }) => id === selectedId) ?? rows[0]
  const { togglePaused, end } = useRecurringActions(selected)
  const columns = useMemo(() => recurringColumns(format), [format])
  useActions({ 'recurring.pause': togglePaused }, { enabled: selected !== undefined })
  useActions({ 'recurring.end': end }, { enabled: selected !== undefined && !hasEnded(selected) })
  usePrintPage({ title: 'Recurring invoices' })
  return (
    <Page
      title="Recurring invoices"
      sub={`${all.length - ended} ${all.length - ended === 1 ? 'template' : 'templates'}${ended === 0 ? '' : `, ${ended} ended`}`}
      actions={
        <>
          <ActionButton action="recurring.end" label="End" />
          <ActionButton action="recurring.pause" label={selected?.paused === true ? 'Resume' : 'Pause'} />
          <ActionButton action="recurring.new" label="New" />
          <ActionButton action="go.recurringDue" label="Bill what is due" variant="primary" />
        </>
      }
    >
      {error && <Banner tone="bad">{error.message}</Banner>}
      {ended > 0 && (
        <Toolbar label="Which recurring invoices">
          <CheckField label="Ended too" value={withEnded} onChange={setWithEnded} />
        </Toolbar>
      )}
      <Card fill>
        <DataGrid
          label="Recurring invoices"
          layoutId="recurring"
          actionScope="grid:recurring"
          rows={rows}
          columns={columns}
          rowKey={keyOf}
          selectedKey={selected === undefined ? null : keyOf(selected)}
          rowTone={recurringTone}
          typeToSelect="name"
          onSelect={({ id }) => setSelectedId(id)}
          onOpen={({ id }) => navigator.go({ screen: 'recurringEdit', recurringId: id })}
          autoFocus
          empty={
            isPending ? null : ended > 0 ? (
              <EmptyState title="All have ended" actions={['recurring.new']}>
                “Ended too” lists them; a later end in one lets it go on.
              </EmptyState>
            ) : (
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
