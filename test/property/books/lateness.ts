import type { BooksCore } from './core.ts'

/** Cents of an item that are due on one day. */
interface Cents {
  readonly due: number
  readonly count: number
}

/** So many cents of a row of them, from the first on, and the others. */
const taking = (
  row: readonly Cents[],
  many: number,
): { readonly taken: readonly Cents[]; readonly rest: readonly Cents[] } => {
  const taken: Cents[] = []
  const rest: Cents[] = []
  let left = many
  for (const { due, count } of row) {
    const ofThese = Math.min(left, count)
    left -= ofThese
    if (ofThese > 0) taken.push({ due, count: ofThese })
    if (count > ofThese) rest.push({ due, count: count - ofThese })
  }
  return { taken, rest }
}

/**
 * How late each customer paid what it paid in its own currency, to a tenth of a day; null where nothing was. Said by the cent: every cent of
 * an item is due on a day, and what settles the item takes its cents from the first on.
 */
export const lateness = ({ state }: BooksCore): readonly (number | null)[] => {
  const paid = state.customers.map(() => ({ cents: 0, days: 0 }))
  for (const [index, item] of state.items.entries()) {
    if (!['invoice', 'debit_note'].includes(item.kind) || item.total <= 0 || item.reverses !== null) continue
    if (item.currency !== state.customers[item.customer]?.currency) continue
    let cents: readonly Cents[] = item.parts.map(({ due, amount }) => ({ due, count: amount }))
    const settling = state.applications.filter(({ debit, state: how }) => debit === index && how !== 'undone')
    for (const { credit, day, debitMove, discount, writeOff } of settling.toSorted((a, b) => a.day - b.day)) {
      const { taken, rest } = taking(cents, 0 - debitMove.amount)
      cents = rest
      const of = paid[item.customer]
      if (state.items[credit]?.kind !== 'receipt' || of === undefined) continue
      for (const { due, count } of taking(taken, 0 - debitMove.amount - discount - writeOff).taken) {
        of.cents += count
        of.days += Math.max(0, day - due) * count
      }
    }
  }
  return paid.map(({ cents, days }) => (cents === 0 ? null : Math.round((days * 10) / cents) / 10))
}
