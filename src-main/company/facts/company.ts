import type { CompanySettings } from '../../../src-shared/company/contract/company.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'

export interface CompanyRules {
  readonly baseCurrency: string
  /** Nothing is posted on or before it; null while no period was closed. */
  readonly closingDate: CalendarDate | null
  readonly settings: CompanySettings
}

/** How this company counts: what every posting and report asks first. */
export const companyRules = (db: Readable): CompanyRules => {
  const row = db.get<Stored<'company', 'baseCurrency' | 'closingDate' | 'settings'>>(
    'SELECT base_currency AS baseCurrency, closing_date AS closingDate, settings FROM company',
  )
  if (!row) throw new Error('the company file has no company row')
  return { ...row, settings: settingsOf(row.settings) }
}

interface Settings {
  readonly text: string
  readonly settings: CompanySettings
}

let lastRead: Settings | null = null

/** Every posting asks, and settings hardly ever change: the same text is not read again. */
const settingsOf = (text: string): CompanySettings => {
  if (lastRead?.text !== text) lastRead = { text, settings: JSON.parse(text) as CompanySettings }
  return lastRead.settings
}
