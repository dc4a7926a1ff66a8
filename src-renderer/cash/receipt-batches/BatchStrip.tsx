import type { ReceiptBatch } from '../../../src-shared/cash/contract/receipt-batches.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'

/** The batch that receipts are entered in, and how far it is; nothing outside a batch. */
export function BatchStrip({ batchId }: { readonly batchId: number | null }) {
  const format = useFormat()
  const { data: batch } = useLedgerQuery(
    'receiptBatches.get',
    { id: batchId ?? 0 },
    { enabled: batchId !== null, keepPrevious: false },
  )
  if (batchId === null || batch === undefined) return null
  const { text, agrees } = batchProgress(batch, (amount) => format.amount(amount, batch.currency))
  return <Banner tone={batch.isClosed ? 'warn' : agrees ? 'ok' : 'info'}>{text}</Banner>
}

type Counted = Pick<ReceiptBatch, 'name' | 'isClosed' | 'count' | 'controlCount' | 'total' | 'controlTotal'>

/** What is entered is what was counted. */
export const batchAgrees = ({ count, controlCount, total, controlTotal }: Counted): boolean =>
  count === controlCount && total === controlTotal

/** "Batch Morning post: 3 of 12 receipts, 1,250.00 of 8,400.00" */
export function batchProgress(
  batch: Counted,
  write: (amount: MinorUnits) => string,
): { readonly text: string; readonly agrees: boolean } {
  const { name, isClosed, count, controlCount, total, controlTotal } = batch
  const agrees = batchAgrees(batch)
  const sofar = `Batch ${name}: ${count} of ${controlCount} receipts, ${write(total)} of ${write(controlTotal)}`
  const then = isClosed
    ? '. It is closed and takes no more.'
    : agrees
      ? '. Everything counted is entered: close it under Receipt batches.'
      : '.'
  return { text: sofar + then, agrees }
}
