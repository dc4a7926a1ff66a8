import type { ReceiptBatch } from '../../../src-shared/cash/contract/receipt-batches.ts'
import type { ReceiptMethod } from '../../../src-shared/domain/receipt-method.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'

/** A batch as it is counted. */
export type BatchEntry = {
  readonly name: string
  readonly date: CalendarDate | null
  readonly currency: string
  readonly method: ReceiptMethod
  readonly depositAccountId: number | null
  readonly count: string
  readonly total: MinorUnits | null
}

export const blankBatch = (currency: string, workDate: CalendarDate): BatchEntry => ({
  name: '',
  date: workDate,
  currency,
  method: 'check',
  depositAccountId: null,
  count: '',
  total: null,
})

export const entryOfBatch = (batch: ReceiptBatch): BatchEntry => ({
  name: batch.name,
  date: batch.date,
  currency: batch.currency,
  method: batch.method,
  depositAccountId: batch.depositAccountId,
  count: String(batch.controlCount),
  total: batch.controlTotal,
})

const wholeOf = (text: string): number | null => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : null)

/** What was counted, as the ledger takes it; null while something is missing. */
export function countedOf(entry: BatchEntry) {
  const { date, total, method, depositAccountId } = entry
  const name = entry.name.trim()
  const controlCount = wholeOf(entry.count)
  if (name === '' || date === null || total === null || total < 0 || controlCount === null) return null
  return { name, date, method, depositAccountId, controlCount, controlTotal: total }
}
