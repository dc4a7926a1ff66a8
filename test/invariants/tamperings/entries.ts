import type { Tamperings } from './tampering-case.ts'

const move = (column: string, by: string, where: string): string => `UPDATE entry SET ${column} = ${by} WHERE ${where}`
const opening = (number: string): string =>
  `item_id = #${number} AND application_id IS NULL AND posting_id = (SELECT posting_id FROM document WHERE number = '${number}')`

const ONE_DAY = `account_id = 3 AND currency = 'EUR' AND date = '2025-05-05'`

/** What entries add up to: postings, open items, accounts. */
export const ofEntries = {
  'postings-balance': {
    found: [
      move('amount', 'amount + 1', 'line_no = 1 AND posting_id = 1'),
      move('base_amount', 'base_amount + 1', 'line_no = 1 AND posting_id = 1'),
      [
        move('amount', 'amount + 1', 'line_no = 1 AND posting_id = 1'),
        move('amount', 'amount - 1', 'line_no = 1 AND posting_id = 2'),
      ],
      'DELETE FROM entry WHERE posting_id = 1',
      [
        'DELETE FROM entry WHERE posting_id = 1 AND line_no > 1',
        move('amount', '0', 'posting_id = 1'),
        move('base_amount', '0', 'posting_id = 1'),
      ],
    ],
    harmless: [
      [
        'DELETE FROM entry WHERE posting_id = 1 AND line_no > 2',
        'UPDATE entry SET amount = 3 - 2 * line_no, base_amount = 3 - 2 * line_no WHERE posting_id = 1',
      ],
    ],
  },
  'documents-equal-entries': {
    found: [
      'UPDATE document SET total = total + 1 WHERE id = #INV-00001',
      'UPDATE document SET base_total = base_total + 1 WHERE id = #INV-00001',
      // Two that make up for each other.
      [
        'UPDATE document SET total = total + 1 WHERE id = #INV-00001',
        'UPDATE document SET total = total - 1 WHERE id = #INV-00002',
      ],
      move('posting_date', `date(posting_date, '+1 day')`, opening('INV-00001')),
      move(
        'posting_id',
        '(SELECT posting_id FROM document WHERE id = #INV-00002), line_no = 99',
        `${opening('INV-00001')} AND line_no = 1`,
      ),
      `DELETE FROM entry WHERE ${opening('INV-00001')}`,
    ],
    harmless: [
      // A document of nothing has no entry of its item.
      [
        'UPDATE document SET total = 0, base_total = 0 WHERE id = #INV-00001',
        `DELETE FROM entry WHERE ${opening('INV-00001')}`,
      ],
    ],
  },
  'entries-in-currency-of-items': {
    found: [
      `UPDATE posting SET currency = 'USD' WHERE id = (SELECT posting_id FROM document WHERE number = 'INV-00005')`,
      `UPDATE open_item SET currency = 'GBP' WHERE document_id = #INV-00001`,
    ],
  },
  'open-items-equal-entries': {
    found: [
      'UPDATE open_item SET balance = balance + 1 WHERE document_id = #INV-00007',
      'UPDATE open_item SET base_balance = base_balance + 1 WHERE document_id = #INV-00007',
      ...['balance', 'base_balance'].map((column) => [
        'DELETE FROM entry WHERE item_id = #INV-00003',
        `UPDATE open_item SET ${column} = 0 WHERE document_id = #INV-00003`,
      ]),
      [
        'UPDATE open_item SET balance = balance + 1 WHERE document_id = #INV-00003',
        'UPDATE open_item SET balance = balance - 1 WHERE document_id = #INV-00004',
      ],
      'DELETE FROM entry WHERE item_id = #INV-00003',
    ],
    harmless: [
      [
        'DELETE FROM entry WHERE item_id = #INV-00003',
        'UPDATE open_item SET balance = 0, base_balance = 0 WHERE document_id = #INV-00003',
      ],
    ],
  },
  'subledger-equals-control-account': {
    found: [
      'UPDATE open_item SET base_balance = base_balance + 1 WHERE document_id = #INV-00003',
      move('base_amount', 'base_amount + 1', opening('INV-00003')),
      // Books without an open item, and without an entry.
      'DELETE FROM open_item',
      'DELETE FROM entry',
    ],
    harmless: [
      'UPDATE open_item SET balance = balance + 1 WHERE document_id = #INV-00007',
      ['DELETE FROM entry', 'DELETE FROM open_item'],
    ],
  },
  'control-entries-name-items': {
    found: [
      `UPDATE account SET is_control = 0 WHERE code = '1200'`,
      `UPDATE account SET is_control = 1 WHERE code = '4000'`,
      move('item_id', 'NULL, customer_id = NULL', 'item_id = #INV-00001'),
      move('customer_id', 'NULL', 'item_id = #INV-00001'),
      move('customer_id', '1', 'item_id IS NULL AND posting_id = 1'),
    ],
  },
  'account-totals-equal-sums': {
    found: [
      `UPDATE account_total SET total = total + 1 WHERE currency = '' AND side = 0`,
      `UPDATE account_total SET total = total + 1 WHERE currency = '' AND side = 1`,
      `UPDATE account_total SET total = total + 1 WHERE currency = '' AND side = -1`,
      `UPDATE account_total SET total = total + 1 WHERE currency = 'EUR' AND side = 1`,
      `UPDATE account_total SET total = total + 1 WHERE currency = 'EUR' AND side = -1`,
      // One account's total moved to another's.
      [
        `UPDATE account_total SET total = total + 1 WHERE side = 0 AND account_id = (SELECT min(account_id) FROM account_total WHERE side = 0)`,
        `UPDATE account_total SET total = total - 1 WHERE side = 0 AND account_id = (SELECT max(account_id) FROM account_total WHERE side = 0)`,
      ],
      'DELETE FROM account_total WHERE side = 0',
      `DELETE FROM account_total WHERE currency = 'EUR'`,
      `INSERT INTO account_total (account_id, side, currency, total) VALUES (1, 0, 'EUR', 100)`,
    ],
    harmless: [
      // An item of nothing is a debit item.
      'UPDATE open_item SET amount = 0 WHERE document_id IN (#INV-00003, #INV-00007)',
      // Nothing comes to nothing, on either side.
      `INSERT INTO account_total (account_id, side, currency, total) VALUES (99, 0, '', 0)`,
      `INSERT INTO account_day (account_id, currency, date, amount, base_amount) VALUES (99, 'USD', '2024-01-01', 0, 0)`,
    ],
  },
  'account-days-equal-entries': {
    found: [
      ...['amount', 'base_amount'].flatMap((column) => [
        `UPDATE account_day SET ${column} = ${column} + 1 WHERE ${ONE_DAY}`,
        move(column, `${column} + 1`, 'line_no = 1 AND posting_id = 1'),
        // One account's sum moved to another's, and one day's to another.
        `UPDATE account_day SET ${column} = ${column} + iif(account_id = 1, 1, -1) WHERE account_id IN (1, 3)`,
        `UPDATE account_day SET ${column} = ${column} + iif(date = '2025-05-03', 1, -1) WHERE date IN ('2025-05-03', '2025-05-04')`,
      ]),
      `UPDATE account_day SET currency = 'GBP' WHERE ${ONE_DAY}`,
      `UPDATE account_day SET date = '2024-01-01' WHERE ${ONE_DAY}`,
      `UPDATE account_day SET account_id = 99 WHERE ${ONE_DAY}`,
      `DELETE FROM account_day WHERE ${ONE_DAY}`,
      `INSERT INTO account_day (account_id, currency, date, amount, base_amount) VALUES (1, 'USD', '2024-01-01', 0, 0)`,
      `UPDATE posting SET currency = 'GBP' WHERE id = 1`,
      move('posting_date', `'2024-01-01'`, 'posting_id = 1'),
      move('account_id', '99', 'line_no = 1 AND posting_id = 1'),
    ],
  },
  'receivable-days-equal-documents': {
    found: [
      ...['amount', 'base_amount'].flatMap((column) => [
        `UPDATE receivable_day SET ${column} = ${column} + 1 WHERE currency = 'EUR' AND date = '2025-05-05'`,
        `UPDATE receivable_day SET ${column} = ${column} + iif(date = '2025-05-03', 1, -1) WHERE date IN ('2025-05-03', '2025-05-04')`,
      ]),
      `UPDATE receivable_day SET currency = 'GBP' WHERE currency = 'EUR' AND date = '2025-05-05'`,
      `UPDATE receivable_day SET date = '2024-01-01' WHERE currency = 'EUR' AND date = '2025-05-05'`,
      `DELETE FROM receivable_day WHERE currency = 'EUR' AND date = '2025-05-05'`,
      `INSERT INTO receivable_day (currency, date, amount, base_amount) VALUES ('USD', '2024-01-01', 0, 0)`,
      'UPDATE document SET total = total + 1 WHERE id = #INV-00001',
      'UPDATE document SET base_total = base_total + 1 WHERE id = #INV-00001',
      `UPDATE document SET document_date = '2024-01-01' WHERE id = #INV-00001`,
      `UPDATE document SET currency = 'GBP' WHERE id = #INV-00007`,
      ...['discount', 'write_off'].map(
        (column) => `UPDATE application SET ${column} = ${column} + 1 WHERE debit_id = #INV-00001`,
      ),
      `UPDATE application SET effective_date = '2025-05-06' WHERE debit_id = #INV-00001`,
      `UPDATE application SET effective_date = '2025-05-06' WHERE debit_id = #INV-00005`,
      'UPDATE application SET debit_amount = debit_amount + 1 WHERE debit_id = #INV-00005',
      'UPDATE application SET amount = amount + 1 WHERE debit_id = #INV-00005',
      'UPDATE application SET debit_posting_id = NULL WHERE debit_id = #INV-00005',
      move('base_amount', 'base_amount + 1', 'application_id IS NOT NULL AND item_id IS NULL'),
      move('posting_date', `'2024-01-01'`, 'application_id IS NOT NULL AND item_id IS NULL'),
      ...['posting_id', 'reversal_posting_id'].flatMap((posting) =>
        [`base_amount = base_amount + 1`, `posting_date = '2024-01-01'`].map(
          (harm) =>
            `UPDATE entry SET ${harm} WHERE item_id IS NULL AND posting_id IN (SELECT ${posting} FROM revaluation)`,
        ),
      ),
      `UPDATE revaluation SET currency = 'GBP'`,
    ],
    harmless: [
      // Within one currency an application moves what is open from one item to another.
      'UPDATE application SET amount = amount + 1 WHERE debit_id = #INV-00001',
      'UPDATE application SET discount = 50, write_off = 50 WHERE debit_id = #INV-00002 AND write_off = 100',
      // A discount is in the currency of the invoice, whatever it was paid in.
      [
        `UPDATE application SET discount = 1 WHERE debit_id = #INV-00005 AND effective_date = '2025-05-10'`,
        `UPDATE receivable_day SET amount = amount - 1 WHERE currency = 'EUR' AND date = '2025-05-10'`,
        `INSERT OR IGNORE INTO receivable_day (currency, date, amount, base_amount) VALUES ('EUR', '2025-05-10', -1, 0)`,
      ],
    ],
  },
  'balances-stay-within-amounts': {
    found: [
      // Paid more than it is, less than nothing, and the same of a credit; on a day in between.
      move('amount', 'amount - 100000', 'item_id = #INV-00004 AND application_id IS NULL'),
      [
        'UPDATE open_item SET first_applied_on = document_date WHERE document_id = #INV-00003',
        `INSERT INTO entry SELECT posting_id, 90, account_id, '2025-06-01', 1, 1, customer_id, item_id, NULL FROM entry WHERE ${opening('INV-00003')}`,
      ],
      [
        'UPDATE open_item SET first_applied_on = document_date WHERE document_id = #INV-00003',
        `INSERT INTO entry SELECT posting_id, 90, account_id, '2025-06-01', -6001, 1, customer_id, item_id, NULL FROM entry WHERE ${opening('INV-00003')}`,
      ],
      [
        'UPDATE open_item SET first_applied_on = document_date WHERE document_id = #RCT-00003',
        `INSERT INTO entry SELECT posting_id, 90, account_id, '2025-06-01', -1, 1, customer_id, item_id, NULL FROM entry WHERE ${opening('RCT-00003')}`,
      ],
      [
        'UPDATE open_item SET first_applied_on = document_date WHERE document_id = #RCT-00003',
        `INSERT INTO entry SELECT posting_id, 90, account_id, '2025-06-01', 5001, 1, customer_id, item_id, NULL FROM entry WHERE ${opening('RCT-00003')}`,
      ],
      // A payment dated after it was taken back.
      move('posting_date', `'2025-05-23'`, 'item_id = #INV-00004 AND application_id IS NOT NULL AND amount < 0'),
    ],
    harmless: [
      // On one day, in any order.
      move('posting_date', `'2025-05-22'`, 'item_id = #INV-00004 AND application_id IS NOT NULL'),
      // Nothing settled it, which the projection knows.
      `INSERT INTO entry SELECT posting_id, 90, account_id, '2025-06-01', 1, 1, customer_id, item_id, NULL FROM entry WHERE ${opening('INV-00003')}`,
    ],
  },
  'applications-equal-entries': {
    found: [
      ...['amount', 'discount', 'write_off'].map(
        (column) => `UPDATE application SET ${column} = ${column} + 1 WHERE debit_id = #INV-00001`,
      ),
      'UPDATE application SET debit_amount = debit_amount + 1 WHERE debit_id = #INV-00005',
      'UPDATE application SET amount = amount + 1 WHERE debit_id = #INV-00005',
      `UPDATE application SET effective_date = '2025-05-06' WHERE debit_id = #INV-00001`,
      move('posting_date', `'2025-05-06'`, 'item_id = #INV-00001 AND application_id IS NOT NULL'),
      move('posting_date', `'2025-05-06'`, 'item_id = #RCT-00001 AND application_id IS NOT NULL'),
      move('amount', 'amount + 1', 'item_id = #INV-00001 AND application_id IS NOT NULL'),
      move('amount', 'amount + 1', 'item_id = #RCT-00001 AND application_id IS NOT NULL'),
      'DELETE FROM entry WHERE item_id = #RCT-00001 AND application_id IS NOT NULL',
      'DELETE FROM entry WHERE item_id = #INV-00001 AND application_id IS NOT NULL',
      // Two that make up for each other.
      [
        'UPDATE application SET discount = discount + 1, write_off = write_off - 1, amount = amount + 1 WHERE debit_id = #INV-00001',
        'UPDATE application SET amount = amount - 1 WHERE debit_id = #INV-00002',
      ],
      // What one of two applications of an item moved, moved by the other.
      `UPDATE entry SET application_id = (SELECT max(id) FROM application WHERE debit_id = #INV-00004)
        WHERE application_id = (SELECT min(id) FROM application WHERE debit_id = #INV-00004)`,
    ],
    harmless: [
      [
        'UPDATE application SET amount = 0, discount = 0, write_off = 0 WHERE debit_id = #INV-00001 AND reverses_id IS NULL AND discount > 0',
        'DELETE FROM entry WHERE application_id = (SELECT min(id) FROM application WHERE debit_id = #INV-00001)',
      ],
    ],
  },
} as const satisfies Tamperings
