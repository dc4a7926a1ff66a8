import { lookAlikeKey } from '../../../src-shared/domain/text/look-alike.ts'
import type { PlannedCustomer } from '../../../src-shared/import-export/rules/import-plan.ts'
import type { CommandContext } from '../../kernel/command-handler.ts'

/** A customer known only from its invoices: code, name where given, terms, and the country as its billing address. */
export function insertImportedCustomer(context: CommandContext, customer: PlannedCustomer): number {
  const { tx } = context
  const id = context.newId('customer')
  tx.run('INSERT INTO customer (id, uid, code, code_key, name, currency, terms_id) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    id,
    context.newUid(),
    customer.code,
    lookAlikeKey(customer.code),
    customer.name,
    customer.currency,
    customer.terms.id,
  ])
  if (customer.country === '') return id
  tx.run(
    `INSERT INTO customer_address (customer_id, use, line1, line2, city, region, postal_code, country)
     VALUES (?, 'billing', '', '', '', '', '', ?)`,
    [id, customer.country],
  )
  return id
}
