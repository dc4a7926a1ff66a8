import { useMemo, useState } from 'react'
import type { Deduction } from '../../../src-shared/cash/contract/deductions.ts'
import { useLedgerPages } from '../../api/pages.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { usePrintPage } from '../../print/use-print-page.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { deductionColumns } from './deduction-columns.ts'
import { ResolveDialog } from './ResolveDialog.tsx'

const keyOf = (row: Deduction): string => String(row.id)

type Resolving = { readonly deduction: Deduction; readonly way: 'allow' | 'chargeBack' }

/** What payers kept back and why: each to be given in to or billed back. */
export function DeductionsScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const navigator = useNavigator()
  const [chosen, setChosen] = useState<number | null>(null)
  const [resolving, setResolving] = useState<Resolving | null>(null)
  const list = useLedgerPages('deductions.list', { asOf: workDate })
  const columns = useMemo(() => deductionColumns(format), [format])
  const deduction = list.rows.find(({ id }) => id === chosen) ?? list.rows[0] ?? null
  usePrintPage({ title: 'Deductions' })
  useActions(
    {
      'deduction.allow': () => deduction !== null && setResolving({ deduction, way: 'allow' }),
      'deduction.chargeBack': () => deduction !== null && setResolving({ deduction, way: 'chargeBack' }),
    },
    { enabled: deduction !== null },
  )
  return (
    <Page
      title="Deductions"
      sub={`Short pays with a reason, open as of ${format.dateWithDay(workDate)}`}
      actions={
        <>
          <ActionButton action="deduction.allow" />
          <ActionButton action="deduction.chargeBack" variant="primary" />
        </>
      }
    >
      {list.error && <Banner tone="bad">{list.error.message}</Banner>}
      <Card fill>
        <DataGrid
          label="Deductions"
          layoutId="deductions"
          rows={list.rows}
          columns={columns}
          rowKey={keyOf}
          selectedKey={deduction === null ? null : keyOf(deduction)}
          onSelect={(row) => setChosen(row.id)}
          onOpen={(row) => navigator.go({ screen: 'document', documentId: row.id })}
          onEndReached={list.more}
          autoFocus
          empty={
            list.isPending ? null : (
              <EmptyState title="Nothing is deducted" actions={['receipt.new']}>
                When a payer keeps part of an invoice back, enter it on the payment’s row with its reason. It waits here
                to be allowed or charged back.
              </EmptyState>
            )
          }
        />
      </Card>
      {resolving !== null && <ResolveDialog {...resolving} onClose={() => setResolving(null)} />}
    </Page>
  )
}
