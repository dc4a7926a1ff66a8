import type { Customer } from '../../../src-shared/contract/customers.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import type { Readable } from '../../db/connection.ts'
import { eq, orm } from '../../db/orm.ts'
import { customer } from '../../db/schema.ts'
import { customerRecord } from '../../queries/customers/record.ts'
import type { CommandHandler } from '../handler.ts'
import { assertFresh } from '../records/freshVersion.ts'
import { checkDetails, checkPayingParent, replaceAddressesAndContacts } from './details.ts'

/** Changes a customer whole: what the clerk saw, with what the clerk changed. */
export const updateCustomer: CommandHandler<'customers.update'> = ({ tx }, { id, version, archived, ...details }) => {
  const stored = customerRecord(tx, id)
  assertFresh(`Customer ${stored.code}`, version, { ...details, archived }, { ...stored })
  checkDetails(tx, details, id)
  assertCurrencyKept(tx, stored, details.currency)
  checkPayingParent(tx, details, stored)
  const { billingAddress: _, shippingAddress: __, contacts: ___, ...columns } = details
  orm(tx)
    .update(customer)
    .set({ ...columns, archived, version: version + 1 })
    .where(eq(customer.id, id))
    .run()
  replaceAddressesAndContacts(tx, id, details)
  return { version: version + 1 }
}

/** Balances, statements and limits of a customer are in one currency, so it stays once anything is posted. */
function assertCurrencyKept(db: Readable, stored: Customer, entered: string): void {
  if (entered === stored.currency) return
  if (db.value('SELECT 1 FROM document WHERE customer_id = ? LIMIT 1', [stored.id]) === undefined) return
  throw new Refusal('currency_mismatch', { expected: stored.currency, actual: entered }, 'currency')
}
