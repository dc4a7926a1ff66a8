import { listed } from '../../../src-shared/domain/text/listed.ts'
import { eachPlainField } from '../../../src-shared/customers/contract/plain-fields.ts'
import { contactsToSave, limitsToSave } from './entry.ts'
import type { CustomerEntry } from './entry.ts'

const fieldNames: Readonly<Record<keyof CustomerEntry, string>> = {
  code: 'code',
  name: 'name',
  currency: 'currency',
  termsId: 'terms',
  taxCodeId: 'tax code',
  creditLimit: 'credit limit',
  currencyLimits: 'limits by currency',
  onHold: 'credit hold',
  archived: 'archived',
  ...eachPlainField((_, { title }) => title.toLowerCase()),
  memo: 'memo',
  payingParent: 'payer',
  billingAddress: 'billing address',
  shippingAddress: 'shipping address',
  contacts: 'contacts',
}

export type Rebased = {
  readonly entry: CustomerEntry
  /** Fields changed on both sides to different things, in words; what was typed here stands in them. */
  readonly both: readonly string[]
  /** Fields that only the other side changed, in words. */
  readonly theirs: readonly string[]
}

/**
 * What was typed, on top of a customer that was changed meanwhile: what the clerk did not touch takes the newer value,
 * what the clerk typed stays.
 * @param base the customer as it was when typing began
 */
export function rebaseEntry(base: CustomerEntry, mine: CustomerEntry, newer: CustomerEntry): Rebased {
  const fields = Object.keys(fieldNames) as (keyof CustomerEntry)[]
  const differs = (a: CustomerEntry, b: CustomerEntry) => (field: keyof CustomerEntry) =>
    JSON.stringify(withoutKeys(field, a)) !== JSON.stringify(withoutKeys(field, b))
  const typed = fields.filter(differs(base, mine))
  const changed = fields.filter(differs(base, newer))
  const kept = Object.fromEntries(typed.map((field) => [field, mine[field]])) as Partial<CustomerEntry>
  return {
    entry: { ...newer, ...kept },
    both: typed.filter((field) => changed.includes(field) && differs(mine, newer)(field)).map(nameOf),
    theirs: changed.filter((field) => !typed.includes(field)).map(nameOf),
  }
}

const nameOf = (field: keyof CustomerEntry): string => fieldNames[field]

/** Lines are compared by what they say. */
const withoutKeys = (field: keyof CustomerEntry, entry: CustomerEntry): unknown =>
  field === 'contacts' ? contactsToSave(entry) : field === 'currencyLimits' ? limitsToSave(entry) : entry[field]

/** What happened, as the clerk reads it. */
/** @param changes both values of each field that differs, as a refusal says them; a draft met later has none */
export function describeRebase({ both, theirs }: Rebased, changes = ''): string {
  const taken = theirs.length === 0 ? '' : ` The newer ${listed(theirs)} ${theirs.length === 1 ? 'is' : 'are'} shown.`
  const kept =
    both.length === 0
      ? ''
      : ` You both changed the ${listed(both)}: yours ${both.length === 1 ? 'stands' : 'stand'} here.`
  return `This customer was changed meanwhile${changes === '' ? '' : ` (${changes})`}.${taken}${kept} Look it over, then save.`
}
