import { useMemo, useState } from 'react'
import type { RecurringRow } from '../../../src-shared/billing/contract/recurring.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { ListPage, useSelectedRow } from '../../lists/ListPage.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { hasEnded, recurringColumns, recurringTone } from './recurring-columns.tsx'
import { useRecurringActions } from './use-recurring-actions.ts'

/** Invoices that come again and again: when they are due, and what they come to. */
export function RecurringScreen() {
  const format = useFormat()
  const navigator = useNavigator()
  const { data: all = [], isPending, error } = useLedgerQuery('recurring.list', {})
  const [withEnded, setWithEnded] = useState(false)
  const ended = all.filter(hasEnded).length
  const rows = useMemo(() => (withEnded ? all : all.filter((each) => !hasEnded(each))), [all, withEnded])
  const selected = useSelectedRow(rows, { orFirst: true })
  const { row } = selected
  const { togglePaused, end } = useRecurringActions(row)
  const columns = useMemo(() => recurringColumns(format), [format])
  useActions({ 'recurring.pause': togglePaused }, { enabled: row !== null })
  useActions({ 'recurring.end': end }, { enabled: row !== null && !hasEnded(row) })
  return (
    <ListPage<RecurringRow>
      title="Recurring invoices"
      sub={`${all.length - ended} ${all.length - ended === 1 ? 'template' : 'templates'}${ended === 0 ? '' : `, ${ended} ended`}`}
      actions={
        <>
          <ActionButton action="recurring.end" label="End" />
          <ActionButton action="recurring.pause" label={row?.paused === true ? 'Resume' : 'Pause'} />
          <ActionButton action="recurring.new" label="New" />
          <ActionButton action="go.recurringDue" label="Bill what is due" variant="primary" />
        </>
      }
      layoutId="recurring"
      actionScope="grid:recurring"
      list={{ rows, isPending, error }}
      columns={columns}
      rowTone={recurringTone}
      typeToSelect="name"
      selected={selected}
      onOpen={({ id }) => navigator.go({ screen: 'recurringEdit', recurringId: id })}
      filter={
        ended === 0
          ? undefined
          : {
              label: 'Which recurring invoices',
              children: <CheckField label="Ended too" value={withEnded} onChange={setWithEnded} />,
            }
      }
      empty={
        ended > 0 ? (
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
  )
}
