import type { CompanySettings } from '../../../../src-shared/company/contract/company.ts'
import type { AgingPolicy } from '../../../../src-shared/domain/aging.ts'
import { companyRules } from '../../facts/company.ts'
import type { Readable } from '../../../db/connection.ts'

/** How the company counts, prints and reads. */
export const readSettings = (db: Readable): CompanySettings => companyRules(db).settings

/** The company's own aging: buckets, basis, and where credits go. */
export const agingPolicyOf = (settings: CompanySettings): AgingPolicy => ({
  edges: settings.agingEdges,
  basis: settings.agingBasis,
  credits: settings.agingCredits,
})
