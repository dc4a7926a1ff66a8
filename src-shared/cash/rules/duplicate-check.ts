import type { CalendarDate } from '../../domain/calendar.ts'
import { formatDate } from '../../domain/date-text.ts'
import { formatAmount } from '../../domain/money.ts'
import type { MinorUnits } from '../../domain/money.ts'

type Check = { readonly code: string; readonly currency: string; readonly reference: string }
type Earlier = { readonly number: string; readonly date: CalendarDate; readonly amount: MinorUnits }

/** What the clerk is told of a check number the customer's receipts have already, before posting it and after. */
export const earlierCheckText = ({ code, currency, reference }: Check, { number, date, amount }: Earlier): string =>
  `Check ${reference} of ${code} was received before: ${number} of ${formatDate(date, 'text')}, ${formatAmount(amount, currency)}.`
