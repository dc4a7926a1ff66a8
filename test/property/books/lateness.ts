import type { BooksCore } from './core.ts'

/**
 * How late each customer paid what it paid in its own currency, to a tenth of a day; null where nothing was. Said cent by cent: every cent of
 * an item is due on a day, and what settles the item takes its cents from the first on.
 */
export const lateness = ({ state }: BooksCore): readonly (number | null)[] => {
  const paid = state.customers.map(() => ({ cents: 0, days: 0 }))
  for (const [index, item] of state.items.entries()) {
    if (!['invoice', 'debit_note'].includes(item.kind) || item.total <= 0 || item.reverses !== null) continue
    const dueOfCent = item.parts.flatMap(({ due, amount }) => Array.from({ length: amount }, () => due))
    if (item.currency !== state.customers[item.customer]?.currency) continue
    const settling = state.applications.filter(({ debit, state: how }) => debit === index && how !== 'undone')
    for (const { credit, day, debitMove, discount, writeOff } of settling.toSorted((a, b) => a.day - b.day)) {
      const taken = dueOfCent.splice(0, 0 - debitMove.amount)
      const of = paid[item.customer]
      if (state.items[credit]?.kind !== 'receipt' || of === undefined) continue
      for (const due of taken.slice(0, 0 - debitMove.amount - discount - writeOff)) {
        of.cents += 1
        of.days += Math.max(0, day - due)
      }
    }
  }
  return paid.map(({ cents, days }) => (cents === 0 ? null : Math.round((days * 10) / cents) / 10))
}
