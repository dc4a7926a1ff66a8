import type { CompanySettings } from '../../../src-shared/contract/company.ts'
import type { AgingPolicy } from '../../../src-shared/domain/aging.ts'
import type { Readable } from '../../db/connection.ts'

/** How the company counts, prints and reads. */
export function readSettings(db: Readable): CompanySettings {
  const settings = db.value<string>('SELECT settings FROM company')
  if (settings === undefined) throw new Error('a company file has one company row')
  return JSON.parse(settings) as CompanySettings
}

/** The company's own aging: buckets, basis, and where credits go. */
export const agingPolicyOf = (settings: CompanySettings): AgingPolicy => ({
  edges: settings.agingEdges,
  basis: settings.agingBasis,
  credits: settings.agingCredits,
})
