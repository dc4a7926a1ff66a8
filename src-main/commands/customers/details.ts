import type { Address, Contact } from '../../../src-shared/contract/customers.ts'
import type { ParsedInput } from '../../../src-shared/contract/index.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { isKnownCurrency } from '../../../src-shared/domain/money.ts'
import type { Readable, Writable } from '../../db/connection.ts'
import { assertCodeFree } from '../records/freeCode.ts'

export type CustomerDetails = Omit<ParsedInput<'customers.create'>, 'commandUid'>

/** Refuses details that name what does not exist, or a code already used; `ownId` is null for a new customer. */
export function checkDetails(db: Readable, details: CustomerDetails, ownId: number | null): void {
  assertCodeFree(db, 'customer', details.code, ownId)
  if (!isKnownCurrency(details.currency)) {
    const problem = 'is not a currency. Enter a code such as USD'
    throw new Refusal('invalid_input', { field: 'Currency', problem }, 'currency')
  }
  if (db.value('SELECT 1 FROM terms WHERE id = ?', [details.termsId]) === undefined) {
    throw new Refusal('terms_not_found', {}, 'termsId')
  }
  const { taxCodeId } = details
  if (taxCodeId !== null && db.value('SELECT 1 FROM tax_code WHERE id = ?', [taxCodeId]) === undefined) {
    throw new Refusal('tax_code_not_found', {}, 'taxCodeId')
  }
}

/** Inserts a customer with addresses and contacts, unchecked, and returns its key. An import makes thousands. */
export function insertCustomer(tx: Writable, uid: string, details: CustomerDetails): number {
  const { billingAddress, shippingAddress, contacts, onHold, ...columns } = details
  const id = tx.insert(
    `INSERT INTO customer (uid, code, name, currency, terms_id, tax_code_id, credit_limit, on_hold, phone, email,
       tax_number, memo)
     VALUES (:uid, :code, :name, :currency, :termsId, :taxCodeId, :creditLimit, :onHold, :phone, :email,
       :taxNumber, :memo)`,
    { uid, ...columns, onHold: onHold ? 1 : 0 },
  )
  insertAddress(tx, id, 'billing', billingAddress)
  insertAddress(tx, id, 'shipping', shippingAddress)
  insertContacts(tx, id, contacts)
  return id
}

/** Puts the addresses and contacts entered in place of those kept. */
export function replaceAddressesAndContacts(tx: Writable, id: number, details: CustomerDetails): void {
  tx.run('DELETE FROM customer_address WHERE customer_id = ?', [id])
  insertAddress(tx, id, 'billing', details.billingAddress)
  insertAddress(tx, id, 'shipping', details.shippingAddress)
  tx.run('DELETE FROM contact WHERE customer_id = ?', [id])
  insertContacts(tx, id, details.contacts)
}

function insertAddress(tx: Writable, customerId: number, use: 'billing' | 'shipping', address: Address): void {
  if (Object.values(address).every((line) => line === '')) return
  tx.run(
    `INSERT INTO customer_address (customer_id, use, line1, line2, city, region, postal_code, country)
     VALUES (:customerId, :use, :line1, :line2, :city, :region, :postalCode, :country)`,
    { customerId, use, ...address },
  )
}

function insertContacts(tx: Writable, customerId: number, contacts: readonly Contact[]): void {
  contacts.forEach((contact, index) =>
    tx.run(
      `INSERT INTO contact (customer_id, position, name, role, phone, email)
       VALUES (:customerId, :position, :name, :role, :phone, :email)`,
      { customerId, position: index + 1, ...contact },
    ),
  )
}
