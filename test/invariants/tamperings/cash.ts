import type { Tamperings } from './tampering-case.ts'

const inBatch = 'batch_id = 1 AND reverses_id IS NULL'
/** The receipt of the batch that is void since it was closed, and the one that was void before. */
const voidSince =
  '(SELECT id FROM document WHERE reverses_id = (SELECT max(id) FROM document WHERE batch_id = 1 AND reverses_id IS NULL))'
const voidBefore =
  '(SELECT id FROM document WHERE reverses_id = (SELECT min(id) FROM document WHERE batch_id = 1 AND reverses_id IS NULL))'
const closed = '(SELECT closed_seq FROM receipt_batch WHERE id = 1)'
const clearing = `account_id = (SELECT account_id FROM account_role WHERE role = 'exchange_clearing')`
const waiting = `account_id = (SELECT account_id FROM account_role WHERE role = 'unidentified_receipts')`

export const ofCash = {
  'closed-batches-tie': {
    found: [
      'UPDATE receipt_batch SET control_count = control_count + 1 WHERE id = 1',
      'UPDATE receipt_batch SET control_total = control_total + 1 WHERE id = 1',
      'UPDATE receipt_batch SET is_closed = 1 WHERE id = 2',
      `UPDATE document SET command_seq = ${closed} - 1 WHERE id = ${voidSince}`,
      `UPDATE document SET command_seq = ${closed} WHERE id = ${voidBefore}`,
      `UPDATE document SET reverses_id = NULL WHERE id = ${voidBefore}`,
      `UPDATE document SET batch_id = 2 WHERE id = (SELECT max(id) FROM document WHERE ${inBatch})`,
      `UPDATE document SET total = total + 1 WHERE id = (SELECT max(id) FROM document WHERE ${inBatch})`,
      `UPDATE document SET cash_rounding = 1 WHERE id = (SELECT max(id) FROM document WHERE ${inBatch})`,
      'UPDATE unidentified_receipt SET amount = amount + 1 WHERE batch_id = 1 AND amount = 500',
      'UPDATE unidentified_receipt SET batch_id = 2 WHERE batch_id = 1 AND amount = 500',
      `UPDATE unidentified_receipt_end SET command_seq = ${closed} - 1 WHERE unidentified_id = (SELECT id FROM unidentified_receipt WHERE amount = 400)`,
      `UPDATE unidentified_receipt_end SET outcome = 'returned' WHERE unidentified_id = (SELECT id FROM unidentified_receipt WHERE amount = 600)`,
      // An empty batch for which something was counted.
      'UPDATE receipt_batch SET is_closed = 1, closed_seq = 9999, control_count = 0, control_total = 1 WHERE id = 2',
    ],
    harmless: [
      // What the command that closed it made void, was counted.
      `UPDATE document SET command_seq = ${closed} WHERE id = ${voidSince}`,
      `UPDATE unidentified_receipt_end SET command_seq = ${closed} WHERE unidentified_id = (SELECT id FROM unidentified_receipt WHERE amount = 400)`,
      'UPDATE receipt_batch SET is_closed = 1, closed_seq = 9999, control_count = 0, control_total = 0 WHERE id = 2',
    ],
  },
  'unidentified-receipts-equal-account': {
    found: [
      'UPDATE unidentified_receipt SET base_amount = base_amount + 1 WHERE amount = 1400',
      `UPDATE entry SET base_amount = base_amount + 1 WHERE ${waiting}`,
      'DELETE FROM unidentified_receipt_end WHERE unidentified_id = (SELECT id FROM unidentified_receipt WHERE amount = 1300)',
      // The void after which the money waits again.
      'UPDATE document SET reverses_id = NULL WHERE reverses_id = (SELECT document_id FROM unidentified_receipt_end WHERE unidentified_id = 1)',
      // One that waits on an account of its own.
      'UPDATE unidentified_receipt SET unidentified_account_id = 1 WHERE amount = 1400',
    ],
  },
  'unidentified-receipt-numbers-have-no-gaps': {
    found: [
      'DELETE FROM unidentified_receipt WHERE series_number = 1',
      'DELETE FROM unidentified_receipt WHERE series_number = 2',
      'UPDATE unidentified_receipt SET series_number = 99 WHERE series_number = (SELECT max(series_number) FROM unidentified_receipt)',
      `DELETE FROM number_series WHERE kind = 'unidentified_receipt'`,
      `UPDATE number_series SET first_number = 2 WHERE kind = 'unidentified_receipt'`,
      `UPDATE number_series SET device_id = 2 WHERE kind = 'unidentified_receipt'`,
    ],
    harmless: [
      // Another device's series, and one that begins later and has nothing yet.
      `INSERT INTO number_series (uid, command_seq, kind, device_id, prefix, width, first_number) VALUES ('x', 1, 'unidentified_receipt', 2, 'B-', 5, 5)`,
    ],
  },
  'exchange-clearing-comes-to-nothing': {
    found: [
      `UPDATE entry SET base_amount = base_amount + 1 WHERE ${clearing}`,
      `UPDATE entry SET posting_date = '2025-05-11' WHERE ${clearing} AND base_amount > 0`,
      `UPDATE entry SET application_id = NULL WHERE ${clearing} AND application_id = (SELECT min(application_id) FROM entry WHERE ${clearing})`,
      // Two that make up for each other.
      [
        `UPDATE entry SET base_amount = base_amount + 1 WHERE ${clearing} AND application_id = (SELECT min(application_id) FROM entry WHERE ${clearing})`,
        `UPDATE entry SET base_amount = base_amount - 1 WHERE ${clearing} AND application_id = (SELECT max(application_id) FROM entry WHERE ${clearing})`,
      ],
    ],
    harmless: [`UPDATE entry SET amount = amount + 1 WHERE ${clearing}`],
  },
} as const satisfies Tamperings
