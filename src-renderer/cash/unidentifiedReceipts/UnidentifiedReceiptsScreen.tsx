import { useMemo, useState } from 'react'
import type { ParkedReceipt } from '../../../src-shared/cash/contract/parkedReceipts.ts'
import { LAST_DATE } from '../../../src-shared/domain/calendar.ts'
import { useLedgerPages } from '../../api/pages.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { ListPage, useSelectedRow } from '../../lists/ListPage.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { GiveBackDialog } from './GiveBackDialog.tsx'
import { parkedColumns } from './parked-columns.ts'

/** Money whose payer nobody knows yet, the longest waiting first. */
export function ParkedReceiptsScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const navigator = useNavigator()
  const [givingBack, setGivingBack] = useState<ParkedReceipt | null>(null)
  const list = useLedgerPages('parkedReceipts.list', { asOf: LAST_DATE })
  const columns = useMemo(() => parkedColumns(format, workDate), [format, workDate])
  const selected = useSelectedRow(list.rows, { orFirst: true })
  const { row } = selected
  const identify = ({ id }: ParkedReceipt): void => navigator.go({ screen: 'identifyReceipt', parkedId: id })
  useActions(
    {
      'parked.identify': () => row !== null && identify(row),
      'parked.giveBack': () => setGivingBack(row),
    },
    { enabled: row !== null },
  )
  return (
    <ListPage<ParkedReceipt>
      title="Unidentified receipts"
      sub="Money received whose payer is not known yet. It is in no customer's balance."
      actions={
        <>
          <ActionButton action="parked.giveBack" />
          <ActionButton action="parked.identify" rowKey="Enter" />
          <ActionButton action="parked.new" variant="primary" />
        </>
      }
      layoutId="parked-receipts"
      list={list}
      columns={columns}
      selected={selected}
      onOpen={identify}
      empty={
        <EmptyState title="Every payer is known" actions={['parked.new', 'receipt.new']}>
          Money that arrives without a name waits here until somebody knows whose it is.
        </EmptyState>
      }
    >
      {givingBack !== null && <GiveBackDialog receipt={givingBack} onClose={() => setGivingBack(null)} />}
    </ListPage>
  )
}
