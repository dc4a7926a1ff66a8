import { useMemo, useState } from 'react'
import type { Deduction } from '../../../src-shared/cash/contract/deductions.ts'
import { useLedgerPages } from '../../api/pages.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { ListPage, useSelectedRow } from '../../lists/ListPage.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { deductionColumns } from './deduction-columns.ts'
import { ResolveDialog } from './ResolveDialog.tsx'

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
