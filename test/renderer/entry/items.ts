import type { SettleRow } from '../../../src-renderer/cash/settling/settle-row.ts'
import type { OpenItem } from '../../../src-shared/ledger/contract/open-items.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'

/** An invoice of 100.00, all of it open, unless said otherwise. */
export const openItem = (documentId: number, changes: Partial<OpenItem> = {}): OpenItem => ({
  documentId,
  customerId: 1,
  kind: 'invoice',
  number: `INV-${documentId}`,
  reference: '',
  currency: 'USD',
  documentDate: calendarDate('2025-05-12'),
  dueDate: calendarDate('2025-06-11'),
  original: 100_00,
  open: 100_00,
  daysLate: 0,
  discountUntil: null,
  discount: 0,
  graceDays: 0,
  hold: null,
  unappliedAs: null,
  parts: [{ dueDate: changes.dueDate ?? calendarDate('2025-06-11'), open: changes.open ?? 100_00 }],
  ...changes,
})

/** The same in a grid, with nothing taken of it. */
export const settleRow = (documentId: number, changes: Partial<SettleRow> = {}): SettleRow => ({
  documentId,
  customerId: 7,
  kind: 'invoice',
  number: `INV-${documentId}`,
  reference: '',
  currency: 'USD',
  documentDate: calendarDate('2025-06-30'),
  dueDate: calendarDate('2025-06-30'),
  daysLate: 0,
  dueNow: 100_00,
  isInParts: false,
  original: 100_00,
  open: 100_00,
  hold: null,
  money: changes.currency ?? 'USD',
  usualRate: null,
  rate: '',
  settles: 0,
  applied: 0,
  deducted: 0,
  ...changes,
})
