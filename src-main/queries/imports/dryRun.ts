import { sum } from '../../../src-shared/domain/money.ts'
import { checkFile } from '../../exchange/csv/check-file.ts'
import type { QueryHandler } from '../handler.ts'

/** What an import of the file would do, and every row that stands in its way. */
export const importDryRun: QueryHandler<'imports.dryRun'> = (context, { mapping }) => {
  const { table, check, customers } = checkFile(context.db, context.file, mapping, context)
  const settled = check.rows.filter(({ settledDate }) => settledDate !== null)
  return {
    rows: table.rows.length,
    newCustomers: customers.filter(({ known }) => known === null).length,
    invoices: check.rows.length,
    receipts: settled.length,
    totalInvoiced: check.total,
    totalReceived: sum(settled.map(({ amount }) => amount)),
    problems: check.problems,
    problemCount: check.problemCount,
    fileHash: table.hash,
  }
}
