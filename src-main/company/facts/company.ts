import type { CompanySettings } from '../../../src-shared/company/contract/company.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../db/connection.ts'

export interface CompanyRules {
  readonly baseCurrency: string
  /** Nothing is posted on or before it; null while no period was closed. */
  readonly closingDate: CalendarDate | null
  readonly settings: CompanySettings
}

/** How this company counts: what every posting and report asks first. */
export const companyRules = (db: Readable): CompanyRules => {
  const row = db.get<{ base_currency: string; closing_date: CalendarDate | null; settings: string }>(
    'SELECT base_currency, closing_date, settings FROM company',
  )
  if (!row) throw new Error('the company file has no company row')
  return {
    baseCurrency: row.base_currency,
    closingDate: row.closing_date,
    settings: JSON.parse(row.settings) as CompanySettings,
  }
}
