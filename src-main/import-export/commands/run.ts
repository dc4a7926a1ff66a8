import { isAtLeast } from '../../../src-shared/kit/operation.ts'
import { lookAlikeKey } from '../../../src-shared/domain/text/look-alike.ts'
import type { PlannedCustomer } from '../../../src-shared/import-export/rules/import-plan.ts'
import type { CommandContext, CommandHandler } from '../../kernel/command-handler.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { ImportedAs } from '../../../src-shared/import-export/rules/import-fields.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../company/facts/company.ts'
import { checkFile } from '../csv/check-file.ts'
import type { CheckedFile } from '../csv/check-file.ts'
import { rememberMapping } from '../csv/remembered-mapping.ts'
import { latestRate } from '../../company/queries/rates/rates.ts'
import { taxesOfCode } from '../../company/queries/setup/code-taxes.ts'
import { assertWithinLimit } from '../../ledger/facts/limits/limit.ts'
import { refuseUnlessApproved } from '../../company/facts/approval.ts'
import { importPosting } from './posting.ts'

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

const INVOICES_BETWEEN_CHECKS = 100

/** Posts a whole file or nothing: it is checked again here, against the company as it now is. */
export const runImport: CommandHandler<'imports.run'> = (context, { mapping, fileHash }) => {
  const checked = checkFile(context.tx, context.file, mapping, {
    ...context,
    progress: () => {},
    rateOn: (currency, date) => latestRate(context.tx, currency, date)?.rate ?? null,
    taxesOf: (taxCodeId) => taxesOfCode(context.tx, taxCodeId),
  })
  const { table, check, customers } = checked
  if (table.hash !== fileHash) throw new Refusal('import_file_changed')
  if (check.badRows > 0) throw new Refusal('import_has_errors', { count: check.badRows })
  const made = customers.filter(({ known }) => known === null).length
  assertMayGiveCredit(context, made)
  assertMayCredit(context, check)
  const receipts = postCustomers(context, checked, mapping.documents ?? 'invoices')
  rememberMapping(context.tx, table.headers, mapping)
  const credits = check.rows.filter(({ kind }) => kind === 'credit_note').length
  const payments = check.rows.filter(({ kind }) => kind === 'payment').length
  const invoices = check.rows.length - credits - payments
  const result = { customers: made, invoices, credits, receipts: receipts + payments }
  context.logInstead({ file: table.file, fileHash, mapping, ...result, totalInvoiced: check.total })
  return result
}

/** Customers of a file come without a limit, which is a supervisor's to give. */
function assertMayGiveCredit(context: CommandContext, count: number): void {
  if (count === 0 || isAtLeast(context.role, 'supervisor')) return
  const { baseCurrency: currency } = companyRules(context.tx)
  const refusal = new Refusal('credit_given', { count })
  refuseUnlessApproved(context, refusal, { act: 'credit_terms', currency, most: 0, amount: null })
}

/** Credits that name no invoice come under the limit for those, the whole file as one. */
function assertMayCredit(context: CommandContext, { rows }: CheckedFile['check']): void {
  const rules = companyRules(context.tx)
  const credited = rows.filter(({ kind }) => kind === 'credit_note').map(({ baseAmount }) => baseAmount)
  assertWithinLimit(context, rules, 'credit', sum(credited), 'mapping')
}

/** Returns the number of receipts applied. */
function postCustomers(context: CommandContext, { check, customers }: CheckedFile, documents: ImportedAs): number {
  const post = importPosting(context, documents)
  let invoices = 0
  let receipts = 0
  for (const customer of customers) {
    const customerId = customer.known?.id ?? insertImportedCustomer(context, customer)
    for (const invoice of customer.invoices) {
      const invoiceId = post.item(customerId, invoice)
      if (invoice.settledDate !== null && invoice.received > 0) {
        post.receipt(customerId, invoiceId, invoice, invoice.settledDate)
        receipts += 1
      }
      invoices += 1
      if (invoices % INVOICES_BETWEEN_CHECKS > 0) continue
      context.checkCancelled()
      context.progress(invoices, check.rows.length)
    }
  }
  context.progress(invoices, check.rows.length)
  return receipts
}
