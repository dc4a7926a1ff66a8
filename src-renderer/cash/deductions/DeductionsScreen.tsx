import { memoText } from '../../../src-shared/refusals.ts'
import type { Deduction } from '../../../src-shared/cash/contract/deductions.ts'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import type { Format } from '../../ui/conventions.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { useMemo, useState } from 'react'
import { useLedgerPages } from '../../api/pages.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { ListPage, useSelectedRow } from '../../lists/ListPage.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ResolveDialog } from './ResolveDialog.tsx'

const currencyOf = ({ currency }: Deduction): string => currency

export const deductionColumns = (format: Format): readonly GridColumn<Deduction>[] => [
  { id: 'customer', kind: 'text', title: 'Customer', width: 170, grow: 2, value: (row) => row.customerName },
  { id: 'reason', kind: 'text', title: 'Reason', width: 130, grow: 1, value: (row) => row.reason },
  { id: 'invoice', kind: 'code', title: 'Invoice', width: 104, value: (row) => row.invoice.number },
  { id: 'receipt', kind: 'code', title: 'Receipt', width: 104, value: (row) => row.receipt.number },
  dateColumn({ id: 'date', title: 'Taken' }, format, (row) => row.date),
  { id: 'age', kind: 'number', title: 'Days', width: 60, align: 'end', value: (row) => row.daysOld },
  { id: 'memo', kind: 'text', title: 'Memo', width: 150, grow: 1, value: memoText },
  amountColumn({ id: 'amount', title: 'Deducted' }, (row) => row.amount, currencyOf),
  amountColumn({ id: 'open', title: 'Open', isPinned: true }, (row) => row.open, currencyOf),
  { id: 'currency', kind: 'code', title: 'Currency', width: 74, value: (row) => row.currency },
]

type Resolving = { readonly deduction: Deduction; readonly way: 'allow' | 'chargeBack' }

/** What payers kept back and why: each to be given in to or billed back. */
export function DeductionsScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const navigator = useNavigator()
  const [resolving, setResolving] = useState<Resolving | null>(null)
  const list = useLedgerPages('deductions.list', { asOf: workDate })
  const columns = useMemo(() => deductionColumns(format), [format])
  const selected = useSelectedRow(list.rows, { orFirst: true })
  const resolve = (way: Resolving['way']): void => {
    if (selected.row !== null) setResolving({ deduction: selected.row, way })
  }
  useActions(
    { 'deduction.allow': () => resolve('allow'), 'deduction.chargeBack': () => resolve('chargeBack') },
    { enabled: selected.row !== null },
  )
  return (
    <ListPage<Deduction>
      title="Deductions"
      sub={`Short pays with a reason, open as of ${format.dateWithDay(workDate)}`}
      actions={
        <>
          <ActionButton action="deduction.allow" />
          <ActionButton action="deduction.chargeBack" variant="primary" />
        </>
      }
      layoutId="deductions"
      list={list}
      columns={columns}
      selected={selected}
      onOpen={({ id }) => navigator.go({ screen: 'document', documentId: id })}
      empty={
        <EmptyState title="Nothing is deducted" actions={['receipt.new']}>
          When a payer keeps part of an invoice back, enter it on the payment’s row with its reason. It waits here to be
          allowed or charged back.
        </EmptyState>
      }
    >
      {resolving !== null && <ResolveDialog {...resolving} onClose={() => setResolving(null)} />}
    </ListPage>
  )
}
