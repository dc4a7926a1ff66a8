import type { CalendarDate } from '../../../domain/dates/calendar.ts'
import type { MinorUnits } from '../../../domain/amounts/money.ts'
import { discountOn } from '../../../ledger/rules/settlement/open-debit.ts'
import type { Draft } from './draft.ts'
import type { Payable } from './payables.ts'

/**
 * The items, each whole, that the amount settles with a discount that came too late. It is not in the lines: it is the
 * clerk's to give.
 */
export const lateDiscount = (
  amount: MinorUnits,
  receiptDate: CalendarDate,
  payables: readonly Payable[],
): readonly Draft[] =>
  payables.flatMap((payable): readonly Draft[] => {
    const { item, open } = payable
    const until = item.discountUntil
    if (open !== item.open || until === null || payable.discount > 0) return []
    const discount = discountOn(item, receiptDate, { graceDays: 0, evenIfLate: true })
    if (discount === 0 || open - discount !== amount) return []
    const line = { itemId: item.itemId, payment: amount, discount: 0, writeOff: 0 }
    return [{ lines: [line], credits: [], reason: { kind: 'late_discount', number: item.number, discount, until } }]
  })
