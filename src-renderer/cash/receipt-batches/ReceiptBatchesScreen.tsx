import { useMemo, useState } from 'react'
import type { ReceiptBatch } from '../../../src-shared/cash/contract/receipt-batches.ts'
import { RefusedError } from '../../api/client.ts'
import { useLedgerPages } from '../../api/pages.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { useEntrySetup } from '../../entry/use-entry-setup.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction, useActions } from '../../keyboard/use-action.ts'
import { ListPage, useSelectedRow } from '../../lists/ListPage.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { batchColumns } from './batch-columns.tsx'
import { BatchDialog } from './BatchDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import { undoneText } from './undone-text.ts'

type OpenDialog = { readonly kind: 'new' } | { readonly kind: 'correct' | 'reopen'; readonly batch: ReceiptBatch }

/** Batches of receipts, counted and then entered, newest first. */
export function ReceiptBatchesScreen() {
  const format = useFormat()
  const navigator = useNavigator()
  const { say } = useNotices()
  const { setup } = useEntrySetup()
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const list = useLedgerPages('receiptBatches.list', { state: 'all' })
  const columns = useMemo(() => batchColumns(format), [format])
  const close = useCommand('receiptBatches.close')
  const selected = useSelectedRow(list.rows, { orFirst: true })
  const { row: batch } = selected
  const receive = (batchId: number): void => navigator.go({ screen: 'receivePayment', batchId })

  async function closeBatch({ id, version, name }: ReceiptBatch): Promise<void> {
    await close.run({ id, version })
    say(`Batch ${name} agrees and is closed.`, { tone: 'ok' })
  }

  function tryToClose(toClose: ReceiptBatch): void {
    closeBatch(toClose).catch((error: unknown) => {
      // Said above the list.
      if (!(error instanceof RefusedError)) throw error
    })
  }

  // Also before what its dialog needs is read: the key is not lost.
  useAction('batch.new', () => setDialog({ kind: 'new' }))
  useActions(
    {
      'batch.enter': () => batch !== null && receive(batch.id),
      'batch.correct': () => batch !== null && setDialog({ kind: 'correct', batch }),
      'batch.close': () => batch !== null && tryToClose(batch),
    },
    { enabled: batch !== null && !batch.isClosed },
  )
  useAction('batch.reopen', () => batch !== null && setDialog({ kind: 'reopen', batch }), {
    enabled: batch !== null && batch.isClosed,
  })
  const leave = (): void => setDialog(null)
  return (
    <ListPage<ReceiptBatch>
      title="Receipt batches"
      sub="Count the receipts, enter them, and close the batch once both agree"
      actions={
        <>
          <ActionButton action="batch.reopen" />
          <ActionButton action="batch.correct" />
          <ActionButton action="batch.close" />
          <ActionButton action="batch.enter" rowKey="Enter" />
          <ActionButton action="batch.new" variant="primary" />
        </>
      }
      layoutId="receipt-batches"
      list={list}
      columns={columns}
      selected={selected}
      onSelect={(row) => row.id !== batch?.id && close.reset()}
      onOpen={(row) => !row.isClosed && receive(row.id)}
      banners={
        <>
          {close.error && <Banner tone="bad">{close.error.message}</Banner>}
          {batch !== null && batch.undoneCount > 0 && <UndoneStrip batchId={batch.id} />}
        </>
      }
      empty={
        <EmptyState title="No batch yet" actions={['batch.new']}>
          Count the checks on the desk and their total, then enter them one by one: the batch says when both agree.
        </EmptyState>
      }
    >
      {setup !== null && (dialog?.kind === 'new' || dialog?.kind === 'correct') && (
        <BatchDialog
          batch={dialog.kind === 'correct' ? dialog.batch : null}
          setup={setup}
          onClose={leave}
          onOpened={(id) => {
            leave()
            selected.select({ id })
            receive(id)
          }}
        />
      )}
      {dialog?.kind === 'reopen' && <ReopenDialog batch={dialog.batch} onClose={leave} />}
    </ListPage>
  )
}

/** What of a closed batch was undone since, and by what. */
export function UndoneStrip({ batchId }: { readonly batchId: number }) {
  const format = useFormat()
  const { data: batch } = useLedgerQuery('receiptBatches.get', { id: batchId }, { keepPrevious: false })
  return batch === undefined ? null : <Banner tone="warn">{undoneText(batch, format)}</Banner>
}
