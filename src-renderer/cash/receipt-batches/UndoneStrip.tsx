import { useLedgerQuery } from '../../api/queries.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { undoneText } from './undone-text.ts'

/** What of a closed batch was undone since, and by what. */
export function UndoneStrip({ batchId }: { readonly batchId: number }) {
  const format = useFormat()
  const { data: batch } = useLedgerQuery('receiptBatches.get', { id: batchId }, { keepPrevious: false })
  return batch === undefined ? null : <Banner tone="warn">{undoneText(batch, format)}</Banner>
}
