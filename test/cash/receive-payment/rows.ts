import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { NO_PAYMENT } from '../../../src-renderer/cash/receive-payment/payment-row.ts'
import type { PaymentRow } from '../../../src-renderer/cash/receive-payment/payment-row.ts'

export const day = calendarDate

/** An invoice of 100.00 with nothing special, unless said otherwise. */
export const debit = (documentId: number, changes: Partial<PaymentRow> = {}): PaymentRow => ({
  ...NO_PAYMENT,
  documentId,
  customerId: 1,
  kind: 'invoice',
  number: `INV-${documentId}`,
  reference: '',
  currency: 'USD',
  money: 'USD',
  usualRate: null,
  documentDate: day('2025-05-12'),
  dueDate: day('2025-06-11'),
  daysLate: 0,
  dueNow: 100_00,
  isInParts: false,
  original: 100_00,
  open: 100_00,
  discountUntil: null,
  discountEarned: 0,
  discountMost: 0,
  hold: null,
  unappliedAs: null,
  ...changes,
})

/** A credit note with 120.00 left, unless said otherwise. */
export const credit = (documentId: number, changes: Partial<PaymentRow> = {}): PaymentRow => ({
  ...debit(documentId),
  kind: 'credit_note',
  number: `CRN-${documentId}`,
  original: -320_00,
  open: -120_00,
  ...changes,
})

export const write = (amount: number): string => (amount / 100).toFixed(2)
