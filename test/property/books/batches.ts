import type { BooksCore } from './core.ts'
import { must } from './refused.ts'
import { total as sum } from './rounding.ts'

/** A batch of receipts, and what was counted of it. */
export interface Batch {
  readonly currency: number
  readonly count: number
  readonly total: number
  readonly isClosed: boolean
  readonly version: number
}

export const batchAt = (books: BooksCore, index: number): Batch => {
  const batch = books.state.batches[index]
  if (!batch) throw new Error(`the model has no batch ${index}`)
  return batch
}

/** What a company says of it: once closed it keeps what was counted, and names what is left of that apart. */
export const batchTold = (books: BooksCore, index: number) => {
  const { isClosed, count, total } = batchAt(books, index)
  const live = enteredIn(books, index)
  const left = { count: live.length, total: sum(live) }
  if (!isClosed) return { ...left, undoneCount: 0, undoneTotal: 0 }
  return { count, total, undoneCount: count - left.count, undoneTotal: total - left.total }
}

/** Amounts of the receipts in it that are neither void nor sent back. */
export const enteredIn = ({ state }: BooksCore, index: number): readonly number[] => [
  ...state.items.flatMap((item) => (item.batch === index && item.state === 'live' ? [0 - item.total] : [])),
  ...state.unidentified.flatMap((unidentified) =>
    unidentified.batch === index && unidentified.ended !== 'returned' ? [unidentified.amount] : [],
  ),
]

export const mustTake = (books: BooksCore, index: number | null, currency: number): void => {
  if (index === null) return
  const batch = batchAt(books, index)
  must(!batch.isClosed && batch.currency === currency)
}

export const openBatch = ({ state }: BooksCore, counted: Pick<Batch, 'currency' | 'count' | 'total'>): void => {
  state.batches.push({ ...counted, isClosed: false, version: 1 })
}

const change = (books: BooksCore, index: number, changes: Partial<Batch>): void => {
  const batch = batchAt(books, index)
  books.state.batches[index] = { ...batch, ...changes, version: batch.version + 1 }
}

export const recount = (books: BooksCore, index: number, counted: Pick<Batch, 'count' | 'total'>): void => {
  must(!batchAt(books, index).isClosed)
  change(books, index, counted)
}

/** Only when everything counted is entered, and nothing else. */
export const closeBatch = (books: BooksCore, index: number): void => {
  const { isClosed, count, total } = batchAt(books, index)
  const entered = enteredIn(books, index)
  must(!isClosed && entered.length === count && sum(entered) === total)
  change(books, index, { isClosed: true })
}

/** A supervisor's act, or one that a supervisor lets pass. */
export const reopenBatch = (books: BooksCore, index: number): void => {
  must(batchAt(books, index).isClosed)
  must(books.by.isSupervisor || books.by.approved)
  change(books, index, { isClosed: false })
}
