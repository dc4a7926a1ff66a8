import { batchAt, closeBatch, enteredIn, openBatch, recount, reopenBatch, type Batch } from './batches.ts'
import { dateOf, wrapped, type Asking, type Known } from './known.ts'
import { total as sum } from './rounding.ts'

const controls = (day: number, { count, total }: Pick<Batch, 'count' | 'total'>) => ({
  name: 'Batch',
  date: dateOf(day),
  method: 'check',
  depositAccountId: null,
  controlCount: count,
  controlTotal: total,
})

/** One that fits, or any where none does. */
const aBatch = ({ books }: Known, pick: number, fits: (batch: Batch, index: number) => boolean): number | null => {
  const found = books.state.batches.flatMap((batch, index) => (fits(batch, index) ? [index] : []))
  return found[pick % Math.max(1, found.length)] ?? wrapped(books.state.batches.length, pick)
}

const isCounted = ({ books }: Known, { isClosed, count, total }: Batch, index: number): boolean => {
  const entered = enteredIn(books, index)
  return !isClosed && entered.length === count && sum(entered) === total
}

/** Into which a receipt goes: an open one of its currency, or where it is wild, any. */
export const batchFor = ({ books }: Known, pick: number | null, currency: number, wild: boolean): number | null => {
  if (pick === null) return null
  const found = books.state.batches.flatMap((batch, index) =>
    wild || (!batch.isClosed && batch.currency === currency) ? [index] : [],
  )
  return found[pick % Math.max(1, found.length)] ?? null
}

const recounting = (known: Known, pick: number, day: number, off: number): ReturnType<Asking['recount']> => {
  const index = aBatch(known, pick, ({ isClosed }) => !isClosed)
  if (index === null) return null
  const entered = enteredIn(known.books, index)
  const counted = { count: entered.length, total: sum(entered) + off }
  const input = { id: known.batches[index], version: batchAt(known.books, index).version, ...controls(day, counted) }
  return { name: 'receiptBatches.update', input, modelled: (books) => recount(books, index, counted) }
}

/** Where no batch is ready to be closed, one is mostly counted instead: else few would ever be. */
const closing = (known: Known, pick: number): ReturnType<Asking['closeBatch']> => {
  const { batches } = known.books.state
  if (pick % 4 !== 0 && !batches.some((each, at) => isCounted(known, each, at))) return recounting(known, pick, 0, 0)
  const index = aBatch(known, pick, (each, at) => isCounted(known, each, at))
  if (index === null) return null
  const input = { id: known.batches[index], version: batchAt(known.books, index).version }
  return { name: 'receiptBatches.close', input, modelled: (books) => closeBatch(books, index) }
}

export const askingForBatches = {
  openBatch: ({ foreign, day, count, total }) => {
    const counted = { count, total, currency: foreign ? 1 : 0 }
    const input = { ...controls(day, counted), currency: foreign ? 'EUR' : 'USD' }
    return { name: 'receiptBatches.open', input, modelled: (books) => openBatch(books, counted) }
  },
  recount: ({ batch, day, off }, known) => recounting(known, batch, day, off),
  closeBatch: ({ batch }, known) => closing(known, batch),
  /** Where none is closed, one mostly is instead. */
  reopenBatch: ({ batch }, known) => {
    if (batch % 4 !== 0 && !known.books.state.batches.some(({ isClosed }) => isClosed)) return closing(known, batch)
    const index = aBatch(known, batch, ({ isClosed }) => isClosed)
    if (index === null) return null
    const input = { id: known.batches[index], version: batchAt(known.books, index).version, reason: 'one more' }
    return { name: 'receiptBatches.reopen', input, modelled: (books) => reopenBatch(books, index) }
  },
} satisfies Pick<Asking, 'openBatch' | 'recount' | 'closeBatch' | 'reopenBatch'>
