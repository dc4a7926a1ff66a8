import type { BooksCore } from './core.ts'
import { balanceOn, type Item } from './item.ts'
import { must } from './refused.ts'
import { half } from './rounding.ts'

/** What the table has for a day: tenths of the base currency for one unit. */
export interface DatedRate {
  readonly day: number
  readonly tenths: number
  readonly version: number
}

export const rateExactly = (books: BooksCore, day: number): DatedRate | undefined =>
  books.state.rates.find((rate) => rate.day === day)

/** That day's, or the last one before it. */
export const rateOn = (books: BooksCore, day: number): DatedRate | undefined =>
  books.state.rates.filter((rate) => rate.day <= day).toSorted((a, b) => b.day - a.day)[0]

export const setRate = (books: BooksCore, day: number, tenths: number): void => {
  const version = (rateExactly(books, day)?.version ?? 0) + 1
  removeRate(books, day)
  books.state.rates = [...books.state.rates, { day, tenths, version }]
}

export const removeRate = (books: BooksCore, day: number): void => {
  books.state.rates = books.state.rates.filter((rate) => rate.day !== day)
}

export const baseOn = ({ movements }: Item, day: number): number =>
  movements.reduce((sum, movement) => (movement.day <= day ? sum + movement.base : sum), 0)

/** What the books lack of each foreign item on a day, at a rate. */
export const differences = (books: BooksCore, day: number, tenths: number) =>
  books.state.items.flatMap((item) => {
    const [open, carried] = [balanceOn(item, day), baseOn(item, day)]
    if (item.currency === 0 || (open === 0 && carried === 0)) return []
    return [{ item, difference: half(open * tenths, 10) - carried }]
  })

/** Brings every foreign item to the day's rate, and takes it back on the day after. */
export const revalue = (books: BooksCore, day: number): void => {
  books.mustBeOpen(day)
  const rate = rateOn(books, day)
  const lacking = rate ? differences(books, day, rate.tenths).filter(({ difference }) => difference !== 0) : []
  must(lacking.length > 0)
  for (const { item, difference } of lacking) {
    for (const [on, base] of [
      [day, difference],
      [day + 1, 0 - difference],
    ] as const) {
      item.movements.push({ day: on, amount: 0, base })
      books.enter(on, [
        { account: '1200', base },
        { account: '7910', base: 0 - base },
      ])
    }
  }
  books.state.revalued.push(day)
}
