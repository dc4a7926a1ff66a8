import type { BatchReceipt, ReceiptBatch } from '../../../src-shared/cash/contract/receipt-batches.ts'
import type { Format } from '../../ui/conventions.tsx'

type Batch = Pick<ReceiptBatch, 'name' | 'currency' | 'count' | 'total' | 'undoneCount' | 'undoneTotal'> & {
  readonly receipts: readonly BatchReceipt[]
}

const NAMED_MOST = 4

/** "Batch Morning post was closed with 3 receipts, 600.00. Undone since: RCT-00002 of 200.00, void on Jun 12, 2025." */
export function undoneText(batch: Batch, format: Pick<Format, 'amount' | 'date'>): string {
  const { name, currency, count, total, undoneCount, undoneTotal, receipts } = batch
  const shown = (amount: number): string => format.amount(amount, currency)
  const named = receipts.flatMap(({ number, amount, undone }) =>
    undone === null
      ? []
      : [`${number} of ${shown(amount)}, ${undone.how === 'void' ? 'void' : 'returned'} on ${format.date(undone.on)}`],
  )
  const more = named.length > NAMED_MOST ? `; and ${named.length - NAMED_MOST} more` : ''
  const left = `${receiptsOf(count - undoneCount)}, ${shown(total - undoneTotal)}`
  return `Batch ${name} was closed with ${receiptsOf(count)}, ${shown(total)}. Undone since: ${named.slice(0, NAMED_MOST).join('; ')}${more}. That leaves ${left}.`
}

const receiptsOf = (count: number): string => (count === 1 ? '1 receipt' : `${count} receipts`)
