import { toBase } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../company/facts/company.ts'
import { columnsLeftOut } from '../../../src-shared/import-export/rules/columns-left-out.ts'
import { checkFile } from '../csv/check-file.ts'
import { latestRate } from '../../company/queries/rates/rates.ts'
import { taxesOfCode } from '../../company/queries/setup/code-taxes.ts'
import type { QueryHandler } from '../../kernel/query-handler.ts'

/** What an import of the file would do, and every problem that stands in its way. */
export const importDryRun: QueryHandler<'imports.dryRun'> = (context, { mapping }) => {
  const { table, check, customers } = checkFile(context.db, context.file, mapping, {
    ...context,
    rateOn: (currency, date) => latestRate(context.db, currency, date)?.rate ?? null,
    taxesOf: (taxCodeId) => taxesOfCode(context.db, taxCodeId),
  })
  const { baseCurrency } = companyRules(context.db)
  const ofKind = (kind: string) => check.rows.filter((row) => row.kind === kind)
  const settled = check.rows.filter(({ received }) => received > 0)
  const payments = ofKind('payment')
  const received = settled.map((row) => toBase(row.received, row.currency, baseCurrency, row.rate))
  return {
    rows: table.rows.length,
    newCustomers: customers.filter(({ known }) => known === null).length,
    invoices: ofKind('invoice').length,
    credits: ofKind('credit_note').length,
    receipts: settled.length + payments.length,
    totalInvoiced: check.total,
    totalCredited: sum(ofKind('credit_note').map(({ baseAmount }) => baseAmount)),
    totalReceived: sum([...received, ...payments.map(({ baseAmount }) => baseAmount)]),
    problems: check.problems.groups,
    badRows: check.badRows,
    closedRows: check.closedRows,
    otherLines: check.otherLines.length,
    columnsLeftOut: columnsLeftOut(table.headers, table.rows, mapping.columns),
    fileHash: table.hash,
  }
}
