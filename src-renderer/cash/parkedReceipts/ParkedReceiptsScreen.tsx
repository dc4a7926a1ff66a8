import { useMemo, useState } from 'react'
import type { ParkedReceipt } from '../../../src-shared/cash/contract/parkedReceipts.ts'
import { LAST_DATE } from '../../../src-shared/domain/calendar.ts'
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
import { GiveBackDialog } from './GiveBackDialog.tsx'
import { parkedColumns } from './parked-columns.ts'

const keyOf = (row: ParkedReceipt): string => String(row.id)

/** Money whose payer nobody knows yet, the longest waiting first. */
export function ParkedReceiptsScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const navigator = useNavigator()
  const [chosen, setChosen] = useState<ParkedReceipt | null>(null)
  const [givingBack, setGivingBack] = useState<ParkedReceipt | null>(null)
  const list = useLedgerPages('parkedReceipts.list', { asOf: LAST_DATE })
  const columns = useMemo(() => parkedColumns(format, workDate), [format, workDate])
  const selected = list.rows.find(({ id }) => id === chosen?.id) ?? list.rows[0] ?? null
  const identify = (row: ParkedReceipt): void => navigator.go({ screen: 'identifyReceipt', parkedId: row.id })
  usePrintPage({ title: 'Unidentified receipts' })
  useActions(
    {
      'parked.identify': () => selected !== null && identify(selected),
      'parked.giveBack': () => setGivingBack(selected),
    },
    { enabled: selected !== null },
  )
  return (
    <Page
      title="Unidentified receipts"
      sub="Money received whose payer is not known yet. It is in no customer's balance."
      actions={
        <>
          <ActionButton action="parked.giveBack" />
          <ActionButton action="parked.identify" rowKey="Enter" />
          <ActionButton action="parked.new" variant="primary" />
        </>
      }
    >
      {list.error && <Banner tone="bad">{list.error.message}</Banner>}
      <Card fill>
        <DataGrid
          label="Unidentified receipts"
          layoutId="parked-receipts"
          rows={list.rows}
          columns={columns}
          rowKey={keyOf}
          selectedKey={selected === null ? null : keyOf(selected)}
          onSelect={setChosen}
          onOpen={identify}
          onEndReached={list.more}
          autoFocus
          empty={
            list.isPending ? null : (
              <EmptyState title="Every payer is known" actions={['parked.new', 'receipt.new']}>
                Money that arrives without a name waits here until somebody knows whose it is.
              </EmptyState>
            )
          }
        />
      </Card>
      {givingBack !== null && <GiveBackDialog receipt={givingBack} onClose={() => setGivingBack(null)} />}
    </Page>
  )
}
