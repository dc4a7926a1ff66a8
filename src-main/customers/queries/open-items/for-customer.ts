import { assertCustomer } from '../customers/record.ts'
import { payingFamily } from '../../../ledger/facts/payer.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { itemsAsOf, itemsOfAll } from '../../../ledger/queries/open-items/as-of.ts'

export const openItemsForCustomer: QueryHandler<'openItems.forCustomer'> = ({ db }, { customerId, asOf }) => {
  assertCustomer(db, customerId)
  return itemsAsOf(db, customerId, asOf)
}

export const openItemsForPayer: QueryHandler<'openItems.forPayer'> = ({ db }, { customerId, asOf }) => {
  assertCustomer(db, customerId)
  const customers = payingFamily(db, customerId)
  const ids = customers.map(({ id }) => id)
  return { customers, items: itemsOfAll(db, ids, asOf) }
}
