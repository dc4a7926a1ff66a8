import type { CompanyProfile } from '../../../../src-shared/company/contract/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { orm } from '../../../db/orm.ts'
import { company } from '../../../db/schema.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

// Customers and documents are never deleted and their keys have no gaps, so the last key is their number: a count
// would walk an index of a million rows after each posting.
const COUNTS = `
  SELECT (SELECT coalesce(max(id), 0) FROM customer) AS customers,
    (SELECT coalesce(max(id), 0) FROM document) AS documents`

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
