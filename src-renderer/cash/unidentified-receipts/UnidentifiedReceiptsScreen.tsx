import { useMemo, useState } from 'react'
import type { UnidentifiedReceipt } from '../../../src-shared/cash/contract/unidentified-receipts.ts'
import { LAST_DATE } from '../../../src-shared/domain/dates/calendar.ts'
import { useLedgerPages } from '../../api/pages.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { ListPage, useSelectedRow } from '../../lists/ListPage.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { GiveBackDialog } from './GiveBackDialog.tsx'
import { unidentifiedColumns } from './unidentified-columns.ts'

/** Money whose payer nobody knows yet, the longest waiting first. */
export function UnidentifiedReceiptsScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const navigator = useNavigator()
  const [givingBack, setGivingBack] = useState<UnidentifiedReceipt | null>(null)
  const list = useLedgerPages('unidentifiedReceipts.list', { asOf: LAST_DATE })
  const columns = useMemo(() => unidentifiedColumns(format, workDate), [format, workDate])
  const selected = useSelectedRow(list.rows, { orFirst: true })
  const { row } = selected
  const identify = ({ id }: UnidentifiedReceipt): void =>
    navigator.go({ screen: 'identifyReceipt', unidentifiedId: id })
  useActions(
    {
      'unidentified.identify': () => row !== null && identify(row),
      'unidentified.giveBack': () => setGivingBack(row),
    },
    { enabled: row !== null },
  )
  return (
    <ListPage<UnidentifiedReceipt>
      title="Unidentified receipts"
      sub="Money received whose payer is not known yet. It is in no customer's balance."
      actions={
        <>
          <ActionButton action="unidentified.giveBack" />
          <ActionButton action="unidentified.identify" rowKey="Enter" />
          <ActionButton action="unidentified.new" variant="primary" />
        </>
      }
      layoutId="unidentified-receipts"
      list={list}
      columns={columns}
      selected={selected}
      onOpen={identify}
      empty={
        <EmptyState title="Every payer is known" actions={['unidentified.new', 'receipt.new']}>
          Money that arrives without a name waits here until somebody knows whose it is.
        </EmptyState>
      }
    >
      {givingBack !== null && <GiveBackDialog receipt={givingBack} onClose={() => setGivingBack(null)} />}
    </ListPage>
  )
}
