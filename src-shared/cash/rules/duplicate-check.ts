import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { formatDate } from '../../domain/dates/date-text.ts'
import { formatAmount } from '../../domain/amounts/money.ts'
import type { MinorUnits } from '../../domain/amounts/money.ts'

type Check = { readonly code: string; readonly currency: string; readonly reference: string }
type Earlier = { readonly number: string; readonly date: CalendarDate; readonly amount: MinorUnits }

/** The warning of a check number that the customer's receipts have already, before posting it and after. */
export const earlierCheck = ({ code, currency, reference }: Check, { number, date, amount }: Earlier) =>
  ({
    code: 'check_received_before',
    params: {
      check: reference,
      code,
      number,
      date: formatDate(date, 'text'),
      amount: formatAmount(amount, currency),
    },
  }) as const
