import { FIRST_DATE } from '../../../../src-shared/domain/dates/calendar.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { recurringRecord, recurringRecords } from './record.ts'
import { settledDays } from './settled.ts'
import { nextDue } from '../../../../src-shared/billing/rules/schedule.ts'
import { companyRules } from '../../../company/facts/company.ts'
import { bodyTotal } from './total.ts'

const SHOWN = 100

/** One recurring invoice as it is edited, with the days it was billed or skipped. */
export const recurringInvoice: QueryHandler<'recurring.get'> = ({ db }, input) => {
  const { id, version, name, customerId, schedule, paused, body } = recurringRecord(db, input.id, 'id')
  const settled = [...settledDays(db, id, FIRST_DATE).values()].slice(-SHOWN).toReversed()
  return { id, version, name, customerId, schedule, paused, ...body, settled }
}

/** Every recurring invoice by name, with what it would come to and when it is due next. */
export const recurringList: QueryHandler<'recurring.list'> = ({ db }) => {
  const rules = companyRules(db)
  return recurringRecords(db).map(({ body, onHold: _, archived: __, ...row }) => {
    const settled = settledDays(db, row.id, row.schedule.firstDate)
    const billed = [...settled.values()].filter(({ outcome }) => outcome === 'billed')
    return {
      ...row,
      total: bodyTotal(db, body, row.currency, rules),
      nextDue: nextDue(row.schedule, (day) => settled.has(day)),
      lastBilled: billed.at(-1)?.dueOn ?? null,
    }
  })
}
