import { assertCustomer } from '../customers/record.ts'
import { payingFamily } from '../customers/payer.ts'
import type { QueryHandler } from '../handler.ts'
import { openItemsAsOf, openItemsOfAll } from './asOf.ts'

export const openItemsForCustomer: QueryHandler<'openItems.forCustomer'> = ({ db }, { customerId, asOf }) => {
  assertCustomer(db, customerId)
  return openItemsAsOf(db, customerId, asOf)
}

export const openItemsForPayer: QueryHandler<'openItems.forPayer'> = ({ db }, { customerId, asOf }) => {
  assertCustomer(db, customerId)
  const customers = payingFamily(db, customerId)
  const ids = customers.map(({ id }) => id)
  return { customers, items: openItemsOfAll(db, ids, asOf) }
}
