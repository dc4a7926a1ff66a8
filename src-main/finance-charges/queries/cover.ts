import type { ProposedCharge } from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { coverInOrder } from '../../../src-shared/domain/finance-charge-cover.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import type { Readable } from '../../db/connection.ts'
import { payerOf, payingFamily } from '../../ledger/facts/payer.ts'
import { itemsOfAll } from '../../ledger/queries/open-items/as-of.ts'
import { chargeKey } from './items.ts'

/**
 * The charges with what the payers' unapplied credits of the day would cover of them: interest on what a customer has paid
 * and nobody has applied should not be charged unseen.
 */
export function withCover(
  db: Readable,
  charges: readonly ProposedCharge[],
  asOf: CalendarDate,
): readonly ProposedCharge[] {
  const byPayer = new Map<string, ProposedCharge[]>()
  for (const charge of charges) {
    const payer = `${payerOf(db, charge.customerId)} ${charge.currency}`
    byPayer.set(payer, [...(byPayer.get(payer) ?? []), charge])
  }
  const covered = new Map<string, { readonly unapplied: number; readonly byItem: ReadonlyMap<number, number> }>()
  for (const [first, ...others] of byPayer.values()) {
    if (first === undefined) continue
    const unapplied = unappliedOf(db, first, asOf)
    const all = [first, ...others]
    const byItem = coverInOrder(
      unapplied,
      all.flatMap(({ items }) => items),
    )
    for (const charge of all) covered.set(chargeKey(charge), { unapplied, byItem })
  }
  return charges.map((charge) => {
    const { unapplied = 0, byItem } = covered.get(chargeKey(charge)) ?? {}
    const items = charge.items.map((item) => ({ ...item, covered: byItem?.get(item.documentId) ?? 0 }))
    return { ...charge, unapplied, items }
  })
}

const unappliedOf = (db: Readable, { customerId, currency }: ProposedCharge, asOf: CalendarDate): number => {
  const family = payingFamily(db, customerId).map(({ id }) => id)
  const credits = itemsOfAll(db, family, asOf).filter(
    // What was paid for an invoice to come is not for what is late.
    (item) => item.open < 0 && item.currency === currency && item.unappliedAs !== 'prepayment',
  )
  return 0 - sum(credits.map(({ open }) => open))
}
