import type { ReceiptBatch } from '../../../src-shared/cash/contract/receipt-batches.ts'
import { batchAgrees } from './BatchStrip.tsx'
import { methodOptions } from '../../entry/money-accounts.ts'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import type { Format } from '../../ui/conventions.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Pill } from '../../ui/Pill.tsx'

type Column = GridColumn<ReceiptBatch>

const tones = { closed: 'quiet', changed: 'warn', agrees: 'ok', open: 'warn' } as const

/** Closed, closed but since then undone in part, tied, or what is still to do. */
export const batchState = (batch: ReceiptBatch): keyof typeof tones => {
  if (batch.isClosed) return batch.undoneCount === 0 ? 'closed' : 'changed'
  return batchAgrees(batch) ? 'agrees' : 'open'
}

export const batchColumns = (format: Format): readonly Column[] => {
  const money = (id: string, title: string, of: (batch: ReceiptBatch) => number): Column =>
    amountColumn({ id, title, width: 116 }, of, ({ currency }) => currency)
  const count = (id: string, title: string, of: (batch: ReceiptBatch) => number): Column => ({
    id,
    kind: 'number',
    title,
    width: 76,
    align: 'end',
    value: of,
  })
  return [
    { id: 'name', kind: 'text', title: 'Batch', width: 180, grow: 1, value: (batch) => batch.name },
    dateColumn({ id: 'date', title: 'Date', width: 108 }, format, (batch) => batch.date),
    {
      id: 'method',
      kind: 'choice',
      title: 'Method',
      width: 110,
      value: (batch) => methodOptions.find(({ value }) => value === batch.method)?.label ?? batch.method,
    },
    {
      id: 'state',
      kind: 'choice',
      title: 'State',
      width: 84,
      value: batchState,
      cell: (batch) => <Pill tone={tones[batchState(batch)]}>{batchState(batch)}</Pill>,
    },
    count('count', 'Entered', (batch) => batch.count),
    count('controlCount', 'Counted', (batch) => batch.controlCount),
    money('total', 'Amount entered', (batch) => batch.total),
    money('controlTotal', 'Amount counted', (batch) => batch.controlTotal),
    { ...money('difference', 'Difference', (batch) => batch.total - batch.controlTotal), isPinned: true },
    money('undone', 'Undone since', (batch) => batch.undoneTotal),
    { id: 'currency', kind: 'code', title: 'Currency', width: 74, value: (batch) => batch.currency },
  ]
}
