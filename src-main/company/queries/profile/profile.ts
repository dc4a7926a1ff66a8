import type { CompanyProfile, CompanySettings } from '../../../../src-shared/company/contract/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { ID_BLOCK, ID_BLOCK_BITS } from '../../../db/new-id.ts'
import { orm } from '../../../db/orm.ts'
import { company } from '../../../db/schema.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import type { AgingPolicy } from '../../../../src-shared/domain/aging.ts'
import { companyRules } from '../../facts/company.ts'

// Customers and documents are never deleted and their keys have no gaps within a block, so the last key of each block tells
// how many: a count would walk an index of a million rows after each posting.
const inBlocks = (table: 'customer' | 'document'): string => `
  WITH RECURSIVE last (id) AS (
    SELECT max(id) FROM ${table}
    UNION ALL
    SELECT (SELECT max(id) FROM ${table} WHERE id <= last.id >> ${ID_BLOCK_BITS} << ${ID_BLOCK_BITS}) FROM last
    WHERE last.id IS NOT NULL)
  SELECT coalesce(sum(id & ${ID_BLOCK - 1}), 0) FROM last`

const COUNTS = `SELECT (${inBlocks('customer')}) AS customers, (${inBlocks('document')}) AS documents`

/** The company row; a company file has exactly one. */
export function companyRow(db: Readable): typeof company.$inferSelect {
  const row = orm(db).select().from(company).get()
  if (!row) throw new Error('a company file has one company row')
  return row
}

export const companyProfile: QueryHandler<'company.profile'> = ({ db }) => {
  const { id: _, ...row } = companyRow(db)
  const counts = db.get<Pick<CompanyProfile, 'customers' | 'documents'>>(COUNTS)
  return { ...row, customers: counts?.customers ?? 0, documents: counts?.documents ?? 0 }
}

/** How the company counts, prints and reads. */
export const readSettings = (db: Readable): CompanySettings => companyRules(db).settings

/** The company's own aging: buckets, basis, and where credits go. */
export const agingPolicyOf = (settings: CompanySettings): AgingPolicy => ({
  edges: settings.agingEdges,
  basis: settings.agingBasis,
  credits: settings.agingCredits,
})
