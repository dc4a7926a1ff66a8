import type { ReceiptBatch } from '../../../src-shared/contract/receiptBatches.ts'
import { batchAgrees } from '../../entry/batch-progress.ts'
import { methodOptions } from '../../entry/method-options.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Pill } from '../../ui/Pill.tsx'

type Column = GridColumn<ReceiptBatch>

/** Closed, tied, or what is still to do. */
export const batchState = (batch: ReceiptBatch): string =>
  batch.isClosed ? 'closed' : batchAgrees(batch) ? 'agrees' : 'open'

const tones = { closed: 'quiet', agrees: 'ok', open: 'warn' } as const

const stateTone = (state: string): 'quiet' | 'ok' | 'warn' =>
  state === 'closed' || state === 'agrees' ? tones[state] : 'warn'

export const batchColumns = (format: Format): readonly Column[] => {
  const money = (id: string, title: string, of: (batch: ReceiptBatch) => number): Column => ({
    id,
    title,
    width: 116,
    align: 'end',
    value: of,
    text: (batch) => format.amount(of(batch), batch.currency),
  })
  const count = (id: string, title: string, of: (batch: ReceiptBatch) => number): Column => ({
    id,
    title,
    width: 76,
    align: 'end',
    value: of,
  })
  return [
    { id: 'name', title: 'Batch', width: 180, grow: 1, value: (batch) => batch.name },
    { id: 'date', title: 'Date', width: 108, value: (batch) => batch.date, text: (batch) => format.date(batch.date) },
    {
      id: 'method',
      title: 'Method',
      width: 110,
      value: (batch) => methodOptions.find(({ value }) => value === batch.method)?.label ?? batch.method,
    },
    {
      id: 'state',
      title: 'State',
      width: 84,
      value: batchState,
      cell: (batch) => <Pill tone={stateTone(batchState(batch))}>{batchState(batch)}</Pill>,
    },
    count('count', 'Entered', (batch) => batch.count),
    count('controlCount', 'Counted', (batch) => batch.controlCount),
    money('total', 'Amount entered', (batch) => batch.total),
    money('controlTotal', 'Amount counted', (batch) => batch.controlTotal),
    money('difference', 'Difference', (batch) => batch.total - batch.controlTotal),
    { id: 'currency', title: '', width: 48, value: (batch) => batch.currency },
  ]
}
