import { assertCustomer } from '../customers/record.ts'
import type { QueryHandler } from '../handler.ts'
import { openItemsAsOf } from './asOf.ts'

export const openItemsForCustomer: QueryHandler<'openItems.forCustomer'> = ({ db }, { customerId, asOf }) => {
  assertCustomer(db, customerId)
  return openItemsAsOf(db, customerId, asOf)
}
