import type { Address, Contact, CurrencyLimit, Customer } from '../../../../src-shared/customers/contract/customers.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../../db/connection.ts'
import { asc, eq, orm } from '../../../db/orm.ts'
import { contact, customer, customerAddress, customerCurrencyLimit } from '../../../db/schema.ts'

export const NO_ADDRESS: Address = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' }

export function assertCustomer(db: Readable, id: number): void {
  if (db.value('SELECT 1 FROM customer WHERE id = ?', [id]) === undefined) {
    throw new Refusal('customer_not_found', {}, 'customerId')
  }
}

/** One customer as it is edited. Throws `customer_not_found`, naming the field `path`. */
export function customerRecord(db: Readable, id: number, path = 'id'): Customer {
  const row = orm(db).select().from(customer).where(eq(customer.id, id)).get()
  if (!row) throw new Refusal('customer_not_found', {}, path)
  const addresses = addressesOf(db, id)
  const { codeKey: _, ...entered } = row
  return {
    ...entered,
    currencyLimits: currencyLimitsOf(db, id),
    billingAddress: addresses.get('billing') ?? NO_ADDRESS,
    shippingAddress: addresses.get('shipping') ?? NO_ADDRESS,
    contacts: contactsOf(db, id),
  }
}

/** An address that is all blank has no row. */
function addressesOf(db: Readable, id: number): ReadonlyMap<'billing' | 'shipping', Address> {
  const rows = orm(db).select().from(customerAddress).where(eq(customerAddress.customerId, id)).all()
  return new Map(rows.map(({ customerId: _, use, ...address }) => [use, address]))
}

function currencyLimitsOf(db: Readable, id: number): readonly CurrencyLimit[] {
  const { currency, creditLimit, customerId } = customerCurrencyLimit
  return orm(db)
    .select({ currency, limit: creditLimit })
    .from(customerCurrencyLimit)
    .where(eq(customerId, id))
    .orderBy(asc(currency))
    .all()
}

function contactsOf(db: Readable, id: number): readonly Contact[] {
  const { name, role, phone, email } = contact
  return orm(db)
    .select({ name, role, phone, email })
    .from(contact)
    .where(eq(contact.customerId, id))
    .orderBy(asc(contact.position))
    .all()
}
