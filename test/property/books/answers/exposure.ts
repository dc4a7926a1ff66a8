import type { BooksCore } from '../core.ts'
import { CURRENCIES, currencyOf, customerOf } from '../customers.ts'
import { balanceOn, baseLeft, FOREVER } from '../item.ts'
import { rateOn } from '../revaluation.ts'
import { half, total as sum } from '../rounding.ts'

const mineOf = ({ state: { items } }: BooksCore, customer: number) => items.filter((item) => item.customer === customer)

const draftsOf = (books: BooksCore, customer: number) =>
  books.state.drafts
    .filter((draft) => draft.customer === customer && (draft.total ?? 0) > 0)
    .map(({ currency, total }) => ({ of: currencyOf(books, customer, currency), total: total ?? 0 }))

/** What a customer owes and is about to owe, in its own currency; null while a rate of that is missing. */
export const exposureOn = (books: BooksCore, customer: number, day: number): object | null => {
  const { currency } = customerOf(books, customer)
  const tenths = rateOn(books, day)?.tenths
  const inOwn = (base: number): number | null => {
    if (base === 0 || currency === 0) return base
    return tenths === undefined ? null : half(base * 10, tenths)
  }
  const [own, others] = [
    mineOf(books, customer).filter((item) => item.currency === currency),
    mineOf(books, customer).filter((item) => item.currency !== currency && balanceOn(item, FOREVER) !== 0),
  ]
  const drafts = draftsOf(books, customer)
  const abroad = CURRENCIES.map((_, of) => {
    const all = sum(drafts.filter((draft) => draft.of === of && of !== currency).map(({ total }) => total))
    return of === 0 ? all : half(all * (tenths ?? 0), 10)
  })
  const [open, begun] = [inOwn(sum(others.map((item) => baseLeft(item)))), inOwn(sum(abroad))]
  if (open === null || begun === null) return null
  return {
    open: sum(own.map((item) => balanceOn(item, FOREVER))) + open,
    drafts: sum(drafts.filter(({ of }) => of === currency).map(({ total }) => total)) + begun,
  }
}

/** What counts against each limit of one currency. */
export const limitsOn = (books: BooksCore, customer: number): readonly object[] =>
  customerOf(books, customer)
    .currencyLimits.flatMap((limit, of) => {
      if (limit === null) return []
      const open = mineOf(books, customer).filter((item) => item.currency === of)
      const drafts = draftsOf(books, customer).filter((draft) => draft.of === of)
      return [
        {
          currency: CURRENCIES[of] ?? '',
          limit,
          open: sum(open.map((item) => balanceOn(item, FOREVER))),
          drafts: sum(drafts.map(({ total }) => total)),
        },
      ]
    })
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
