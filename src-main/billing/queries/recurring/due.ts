import type { DueOccurrence } from '../../../../src-shared/billing/contract/recurring.ts'
import { addDaysWithin, maxDate, type CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { dueDays } from '../../../../src-shared/billing/rules/schedule.ts'
import { companyRules, type CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { recurringRecords, type Recurring } from './record.ts'
import { settledDays } from './settled.ts'
import { bodyTotal } from './total.ts'

const SHOWN = 1000

/** What is due up to a day over all recurring invoices, oldest first. */
export const dueOccurrences: QueryHandler<'recurring.due'> = ({ db }, { asOf }) => {
  const rules = companyRules(db)
  const due = recurringRecords(db)
    .filter(({ paused }) => !paused)
    .flatMap((recurring) => dueOfOne(db, recurring, asOf, rules))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return { rows: due.slice(0, SHOWN), more: due.length > SHOWN }
}

const dueOfOne = (
  db: Readable,
  recurring: Recurring,
  asOf: CalendarDate,
  rules: CompanyRules,
): readonly DueOccurrence[] => {
  const { id, name, customerId, customerCode, customerName, currency } = recurring
  const settled = settledDays(db, id, recurring.schedule.firstDate)
  const days = dueDays(recurring.schedule, (day) => settled.has(day), asOf, SHOWN + 1)
  if (days.length === 0) return []
  const total = bodyTotal(db, recurring.body, currency, rules)
  const problem = problemOf(recurring)
  return days.map((dueOn) => ({
    recurringId: id,
    name,
    customerId,
    customerCode,
    customerName,
    currency,
    dueOn,
    documentDate: rules.closingDate === null ? dueOn : maxDate(dueOn, addDaysWithin(rules.closingDate, 1)),
    total,
    problem,
  }))
}

const problemOf = ({ customerCode: code, archived, onHold }: Recurring): DueOccurrence['problem'] => {
  if (archived) return { code: 'customer_archived', params: { code } }
  return onHold ? { code: 'customer_on_hold', params: { code } } : null
}
