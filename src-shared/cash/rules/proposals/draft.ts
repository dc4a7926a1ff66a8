import type { MinorUnits } from '../../../domain/amounts/money.ts'
import type { Payable } from './payables.ts'
import type { ProposalReason } from './proposal-text.ts'

/** The discount is taken only with the payment that settles its item: a payment on account earns none. */
export type ProposalLine = {
  readonly itemId: number
  readonly payment: MinorUnits
  readonly discount: MinorUnits
  /** The difference left, where it is within tolerance; it closes the item. */
  readonly writeOff: MinorUnits
}

export type CreditUse = { readonly itemId: number; readonly amount: MinorUnits }

/** A way to apply a receipt. Payments add up to what is used of it plus the credits used. */
export type Draft = {
  readonly lines: readonly ProposalLine[]
  readonly credits: readonly CreditUse[]
  readonly reason: ProposalReason
}

export const inFull = ({ item, open, discount }: Payable): ProposalLine => ({
  itemId: item.itemId,
  payment: open - discount,
  discount,
  writeOff: 0,
})

/** One line for each item, whatever parts of it are paid. */
export function merged(lines: readonly ProposalLine[]): readonly ProposalLine[] {
  const byItem = new Map<number, ProposalLine>()
  for (const line of lines) {
    const before = byItem.get(line.itemId)
    byItem.set(
      line.itemId,
      before === undefined
        ? line
        : {
            itemId: line.itemId,
            payment: before.payment + line.payment,
            discount: before.discount + line.discount,
            writeOff: before.writeOff + line.writeOff,
          },
    )
  }
  return [...byItem.values()]
}
