import type { BooksCore } from '../core.ts'
import { CURRENCIES } from '../customers.ts'
import { balanceOn, FOREVER, MILLION, type Item } from '../item.ts'
import { dateOf } from '../known.ts'

/** Short pays that nothing has settled, in the order they were taken. */
export const deductionsOn = (books: BooksCore, day: number, idOf: (index: number) => number): readonly object[] =>
  books.state.deductions
    .filter(({ debit }) => books.item(debit).day <= day && balanceOn(books.item(debit), FOREVER) !== 0)
    .map(({ debit, invoice, receipt }) => {
      const item = books.item(debit)
      return {
        id: idOf(debit),
        customerId: item.customer + 1,
        date: dateOf(item.day),
        amount: item.total,
        open: balanceOn(item, FOREVER),
        daysOld: day - item.day,
        invoice: idOf(invoice),
        receipt: idOf(receipt),
      }
    })
    .toSorted((a, b) => a.id - b.id)

/** Money that came by the day and was neither a customer's nor sent back by then; what is void again waits again. */
export const unidentifiedOn = (books: BooksCore, day: number, idOf: (index: number) => number): readonly object[] => {
  const { items, unidentified } = books.state
  const isVoidBy = (index: number): boolean => items.some((item) => item.reverses === index && item.day <= day)
  return unidentified
    .map((receipt, index) => ({ receipt, id: idOf(index) }))
    .filter(({ receipt }) => receipt.receivedOn <= day)
    .filter(({ receipt }) => !receipt.ends.some(({ on, item }) => on <= day && (item === null || !isVoidBy(item))))
    .toSorted((a, b) => a.receipt.receivedOn - b.receipt.receivedOn || a.id - b.id)
    .map(({ receipt, id }) => ({
      id,
      date: dateOf(receipt.receivedOn),
      amount: receipt.amount,
      currency: CURRENCIES[receipt.currency],
    }))
}

/** What credit notes took of each line and each tax. */
export const creditableOf = ({ lines, credited, taxes, creditedTaxes }: Item): object => ({
  lines: lines.map(({ net }, at) => ({
    left: MILLION - (credited[at]?.quantity ?? 0),
    net,
    creditedNet: credited[at]?.net ?? 0,
  })),
  taxes: taxes.map(({ base, tax }, at) => ({
    base,
    tax,
    creditedBase: creditedTaxes[at]?.base ?? 0,
    creditedTax: creditedTaxes[at]?.tax ?? 0,
  })),
})
