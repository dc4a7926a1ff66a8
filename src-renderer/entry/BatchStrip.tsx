import { useLedgerQuery } from '../api/queries.tsx'
import { Banner } from '../ui/Banner.tsx'
import { useFormat } from '../ui/conventions.tsx'
import { batchProgress } from './batch-progress.ts'

/** The counted pile that receipts are entered in, and how far it is; nothing outside a batch. */
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
