import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { CallInput } from '../../api/client.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

export type StatementForm = 'open_item' | 'balance_forward'

/** What the clerk has chosen so far. */
export type StatementChoice = {
  readonly customer: PickerOption | null
  readonly statementDate: CalendarDate | null
  /** Null is the customer's: one statement tells of one currency. */
  readonly currency: string | null
  readonly form: StatementForm
  /** First day of activity, for balance forward; null is the first of the statement's month. */
  readonly from: CalendarDate | null
}

export type StatementRequest = CallInput<'statements.pdf'>

/** The open items of the work date. */
export const newChoice = (workDate: CalendarDate, currency: string | null = null): StatementChoice => ({
  customer: null,
  statementDate: workDate,
  currency,
  form: 'open_item',
  from: null,
})

/** What keeps the statement from being made, by field. A customer not chosen yet is no error: the page asks for one. */
export function choiceErrors({ form, from, statementDate }: StatementChoice): FieldErrors {
  if (form === 'open_item' || from === null || statementDate === null || from <= statementDate) return {}
  return { from: 'This is after the statement date. Enter an earlier day.' }
}

/** The statement to ask for; null while something is missing or wrong. */
export function requestOf(choice: StatementChoice): StatementRequest | null {
  const { customer, statementDate, currency, form, from } = choice
  if (customer === null || statementDate === null) return null
  if (Object.keys(choiceErrors(choice)).length > 0) return null
  return {
    customerId: Number(customer.key),
    statementDate,
    currency,
    form,
    from: form === 'open_item' ? null : from,
  }
}
