import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { eq, orm } from '../../../db/orm.ts'
import { company } from '../../../db/schema.ts'
import { companyRow } from '../../queries/profile/profile.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../records/fresh-version.ts'

/**
 * Closes the books through a day, or reopens them by an earlier day or none. The contract asks for a supervisor and a
 * reason either way; the reason stays in the command log.
 */
export const setClosingDate: CommandHandler<'company.setClosingDate'> = (context, { closingDate, version }) => {
  const { tx } = context
  const stored = companyRow(tx)
  assertFresh(context, 'The company', version, { closingDate }, stored, {
    closingDate: (date: CalendarDate) => formatDate(date, 'text'),
  })
  orm(tx)
    .update(company)
    .set({ closingDate, version: version + 1 })
    .where(eq(company.id, stored.id))
    .run()
  return { version: version + 1 }
}
