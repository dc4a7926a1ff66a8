import { lookAlikeKey } from '../../../src-shared/domain/text/look-alike.ts'
import type { Address, Contact, CurrencyLimit, Customer } from '../../../src-shared/customers/contract/customers.ts'
import type { RelatedCustomer } from '../../../src-shared/ledger/contract/open-items.ts'
import type { ParsedInput } from '../../../src-shared/contract.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { isKnownCurrency } from '../../../src-shared/domain/amounts/money.ts'
import type { Readable, Writable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'
import { orm } from '../../db/orm.ts'
import { customer } from '../../db/schema.ts'
import { paidForBy } from '../../ledger/facts/payer.ts'
import type { CommandContext } from '../../kernel/command-handler.ts'
import { assertTaxCodeKnown } from '../../company/facts/tax-code.ts'
import { assertCodeFree } from '../../company/commands/records/free-code.ts'

export type CustomerDetails = Omit<ParsedInput<'customers.create'>, 'commandUid' | 'approval' | 'apart'>

/** Refuses details that name what does not exist, or a code already used; `ownId` is null for a new customer. */
export function checkDetails(context: CommandContext, details: CustomerDetails, ownId: number | null): void {
  const { tx: db } = context
  assertCodeFree(context, 'customer', details.code, ownId)
  if (!isKnownCurrency(details.currency)) {
    const problem = 'is not a currency. Enter a code such as USD'
    throw new Refusal('invalid_input', { field: 'Currency', problem }, 'currency')
  }
  if (db.value('SELECT 1 FROM terms WHERE id = ?', [details.termsId]) === undefined) {
    throw new Refusal('terms_not_found', {}, 'termsId')
  }
  assertEachCurrencyOnce(details.currencyLimits)
  assertTaxCodeKnown(db, details.taxCodeId, 'taxCodeId')
}

function assertEachCurrencyOnce(limits: readonly CurrencyLimit[]): void {
  for (const [index, { currency }] of limits.entries()) {
    const first = limits.findIndex((limit) => limit.currency === currency)
    if (first < index) throw new Refusal('currency_limit_twice', { currency }, `currencyLimits.${index}.currency`)
  }
}

interface Payer extends Stored<'customer', 'code' | 'archived'> {
  readonly payer: string | null
}

/**
 * Refuses a paying parent that is this customer, is archived or is itself paid for; and one for a
 * customer that pays for others. `stored` is the customer as it was, null for a new one.
 */
export function checkPayingParent(db: Readable, details: CustomerDetails, stored: Customer | null): void {
  const { payingParentId: parentId } = details
  if (parentId === null) return
  const path = 'payingParentId'
  if (parentId === stored?.id) throw new Refusal('payer_is_itself', { code: stored.code }, path)
  const parent = db.get<Payer>(
    `SELECT code, archived,
       (SELECT above.code FROM customer AS above WHERE above.id = customer.paying_parent_id) AS payer
     FROM customer WHERE id = ?`,
    [parentId],
  )
  if (!parent) throw new Refusal('customer_not_found', {}, path)
  const { code, payer } = parent
  if (payer !== null) throw new Refusal('payer_is_paid_for', { code, payer }, path)
  const others = stored === null ? [] : paidForBy(db, stored.id)
  if (stored !== null && others.length > 0) {
    throw new Refusal('payer_pays_for_others', { code: stored.code, others: namesOf(others) }, path)
  }
  if (parent.archived === 1 && parentId !== stored?.payingParentId)
    throw new Refusal('customer_archived', { code }, path)
}

const NAMES_MOST = 5

function namesOf(customers: readonly RelatedCustomer[]): string {
  const more = customers.length - NAMES_MOST
  const codes = customers.slice(0, NAMES_MOST).map(({ code }) => code)
  return `${codes.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** Inserts a customer with addresses and contacts, unchecked. */
export function insertCustomer(
  tx: Writable,
  key: { readonly id: number; readonly uid: string },
  details: CustomerDetails,
): void {
  const { billingAddress, shippingAddress, contacts, currencyLimits, ...columns } = details
  orm(tx)
    .insert(customer)
    .values({ ...key, ...columns, codeKey: lookAlikeKey(details.code) })
    .run()
  insertAddress(tx, key.id, 'billing', billingAddress)
  insertAddress(tx, key.id, 'shipping', shippingAddress)
  insertContacts(tx, key.id, contacts)
  insertCurrencyLimits(tx, key.id, currencyLimits)
  readInCustomerWords(tx, key.id)
}

/** Puts the addresses, contacts and limits of single currencies entered in place of the stored ones. */
export function replaceParts(tx: Writable, id: number, details: CustomerDetails): void {
  tx.run('DELETE FROM customer_address WHERE customer_id = ?', [id])
  insertAddress(tx, id, 'billing', details.billingAddress)
  insertAddress(tx, id, 'shipping', details.shippingAddress)
  tx.run('DELETE FROM contact WHERE customer_id = ?', [id])
  insertContacts(tx, id, details.contacts)
  tx.run('DELETE FROM customer_currency_limit WHERE customer_id = ?', [id])
  insertCurrencyLimits(tx, id, details.currencyLimits)
  readInCustomerWords(tx, id)
}

/** What the customer is found by besides code and name, as it is now. */
function readInCustomerWords(tx: Writable, id: number): void {
  tx.run('DELETE FROM customer_words_search WHERE rowid = ?', [id])
  tx.run(
    `INSERT INTO customer_words_search (rowid, words) SELECT customer_id, words FROM customer_words WHERE customer_id = ?`,
    [id],
  )
}

function insertCurrencyLimits(tx: Writable, customerId: number, limits: readonly CurrencyLimit[]): void {
  for (const { currency, limit } of limits) {
    tx.run(
      `INSERT INTO customer_currency_limit (customer_id, currency, credit_limit) VALUES (:customerId, :currency, :limit)`,
      { customerId, currency, limit },
    )
  }
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
