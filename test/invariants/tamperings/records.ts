import { copy } from '../attacks/attack-case.ts'
import type { Tamperings } from './tampering-case.ts'

const coded = ['customer', 'account', 'terms', 'tax_code', 'product', 'reason_code'] as const
const withCommand = [
  'document',
  'posting',
  'application',
  'revaluation',
  'returned_payment',
  'unidentified_receipt',
  'unidentified_receipt_end',
  'recurring_occurrence',
  'deduction',
  'overpayment',
  'deduction_resolution',
  'approval',
] as const

const revalued = 'posting_id = (SELECT posting_id FROM revaluation)'
const reversed = 'posting_id = (SELECT reversal_posting_id FROM revaluation)'
const charge = `(SELECT id FROM document WHERE kind = 'finance_charge' AND reverses_id IS NULL)`
const standingCredit = '(SELECT max(document_id) FROM finance_charge_credit)'
const lastOfTwo = `(SELECT max(item_id) FROM finance_charge_item)`
/** Each item was charged what the standing credit took back of it, and no more. */
const chargedJust = `UPDATE finance_charge_item SET fee = 0, interest = (
  SELECT amount FROM finance_charge_credit AS credit
  WHERE credit.document_id = ${standingCredit} AND credit.item_id = finance_charge_item.item_id)`
/** Another charge of one of the items, which nobody credited. */
const ofOtherCharge = `INSERT INTO finance_charge_item VALUES (999999, ${lastOfTwo}, '2025-04-30', '2025-05-30', 5000, 0)`
const passed = '(SELECT min(series_number) FROM number_passed_over)'
const held = '(SELECT document_id FROM number_passed_over)'

/** The documents that have what was passed over numbered by a run of the company's own, up to so many after the first. */
const ofOwnRun = (more: number): readonly string[] => [
  `DELETE FROM number_taken WHERE first = ${passed}`,
  `UPDATE document SET series_id = 777, series_number = CAST(substr(number, 5) AS INTEGER)
    WHERE kind = 'invoice' AND series_id IS NULL AND reverses_id IS NULL AND number LIKE 'INV-%'
      AND CAST(substr(number, 5) AS INTEGER) <= ${passed} + ${more}`,
]

/** The log, the company's records, numbers, and what charges and revaluations took back. */
export const ofRecords = {
  'codes-have-look-alike-keys': {
    found: coded.map((table) => `UPDATE ${table} SET code_key = NULL WHERE id = (SELECT max(id) FROM ${table})`),
  },
  'facts-name-commands': {
    found: withCommand.map(
      (table) => `UPDATE ${table} SET command_seq = 99999 WHERE rowid = (SELECT max(rowid) FROM ${table})`,
    ),
  },
  'command-log-is-unbroken': {
    found: [
      `UPDATE command_log SET prev_hash = 'x' WHERE seq = 2`,
      `UPDATE command_log SET hash = 'x' WHERE seq = 2`,
      `UPDATE command_log SET prev_hash = 'x' WHERE seq = 1`,
      'DELETE FROM command_log WHERE seq = 1',
      'DELETE FROM command_log WHERE seq = 3',
      [
        'DELETE FROM command_log WHERE seq = 3',
        'UPDATE command_log SET prev_hash = (SELECT hash FROM command_log WHERE seq = 2) WHERE seq = 4',
      ],
      // Two rows changed places.
      [
        'UPDATE command_log SET seq = -1 WHERE seq = 3',
        'UPDATE command_log SET seq = 3 WHERE seq = 4',
        'UPDATE command_log SET seq = 4 WHERE seq = -1',
      ],
    ],
    // What is written in a row is the hashes' matter, which the walk of the chain compares.
    harmless: [`UPDATE command_log SET input = '{}' WHERE seq = 2`],
  },
  'occurrences-are-billed-once': {
    found: [
      `UPDATE document SET reverses_id = NULL WHERE reverses_id = (SELECT min(document_id) FROM recurring_occurrence)`,
      `UPDATE recurring_occurrence SET outcome = 'billed', document_id = #INV-00001, due_on = '2025-05-31' WHERE due_on = '2025-06-30'`,
    ],
    harmless: [
      `UPDATE recurring_occurrence SET outcome = 'billed', document_id = #INV-00001 WHERE due_on = '2025-06-30'`,
      `UPDATE recurring_occurrence SET outcome = 'billed', document_id = #INV-00001, due_on = '2025-05-31', recurring_id = 9 WHERE due_on = '2025-06-30'`,
    ],
  },
  'numbers-have-no-gaps': {
    found: [
      'DELETE FROM document WHERE id = #INV-00002',
      'DELETE FROM document WHERE id = #INV-00001',
      'DELETE FROM number_passed_over',
      'UPDATE number_passed_over SET through = NULL',
      'UPDATE number_passed_over SET through = through + 1',
      `UPDATE number_series SET first_number = 2 WHERE id = (SELECT series_id FROM document WHERE number = 'INV-00001')`,
      // A gap in one series, and one number too many in another.
      [
        'DELETE FROM document WHERE id = #INV-00002',
        `UPDATE document SET series_id = (SELECT series_id FROM document WHERE number = 'INV-00001'), series_number = 9999 WHERE id = #RCT-00001`,
      ],
    ],
  },
  'passed-over-numbers-are-taken': {
    found: [
      `UPDATE number_passed_over SET series_number = series_number - 1`,
      'UPDATE number_passed_over SET series_id = 999',
      'UPDATE number_passed_over SET document_id = #RCT-00001',
      'UPDATE number_passed_over SET document_id = 999999',
      `UPDATE number_passed_over SET series_id = (SELECT series_id FROM document WHERE number = 'RCT-00001')`,
      `UPDATE document SET number_key = 'X' || number_key WHERE id = ${held}`,
      'UPDATE number_passed_over SET through = through + 1',
      `UPDATE number_taken SET first = first + 1 WHERE first = ${passed}`,
      `UPDATE number_taken SET last = last - 1 WHERE first = ${passed}`,
      `UPDATE number_taken SET kind = 'receipt' WHERE first = ${passed}`,
      `UPDATE document SET kind = 'debit_note' WHERE id = (SELECT document_id FROM number_passed_over WHERE through IS NULL)`,
      ofOwnRun(1),
    ],
    // The numbers of another run of the company's own are taken as well.
    harmless: [ofOwnRun(2)],
  },
  'numbers-taken-are-of-documents': {
    found: [
      'DELETE FROM number_taken WHERE first = 7',
      'UPDATE number_taken SET last = 9 WHERE first = 7',
      `INSERT INTO number_taken (kind, stem, first, last) VALUES ('invoice', 'NEW-', 1, 1)`,
      // One run where there are two, two where there is one.
      ['DELETE FROM number_taken WHERE first = 10', 'UPDATE number_taken SET last = 10 WHERE first = 7'],
      [
        'UPDATE number_taken SET last = 7 WHERE first = 7',
        `INSERT INTO number_taken SELECT kind, stem, 8, 8 FROM number_taken WHERE first = 7`,
      ],
      `UPDATE number_taken SET kind = 'receipt' WHERE first = 7`,
    ],
    // One number on two documents is taken once.
    harmless: [copy('document', 'id = #OLD-7', { number: `'OLD 7'` })],
  },
  'finance-charge-credits-stay-within-charges': {
    found: [
      `UPDATE document SET total = total + 1 WHERE id = ${standingCredit}`,
      `UPDATE finance_charge_credit SET amount = amount + 1 WHERE document_id = ${standingCredit} AND item_id = ${lastOfTwo}`,
      `UPDATE document SET credits_id = #INV-00001 WHERE id = ${standingCredit}`,
      `UPDATE document SET credits_id = NULL WHERE id = ${standingCredit}`,
      `UPDATE finance_charge_credit SET charge_id = #INV-00001 WHERE document_id = ${standingCredit} AND item_id = ${lastOfTwo}`,
      `UPDATE finance_charge_credit SET charge_id = 999999 WHERE document_id = ${standingCredit} AND item_id = ${lastOfTwo}`,
      ...['interest', 'fee'].map(
        (part) =>
          `UPDATE finance_charge_item SET ${part} = ${part} - 1100 WHERE document_id = ${charge} AND item_id = ${lastOfTwo}`,
      ),
      `DELETE FROM finance_charge_item WHERE document_id = ${charge} AND item_id = ${lastOfTwo}`,
      [
        ofOtherCharge,
        `UPDATE finance_charge_credit SET charge_id = 999999 WHERE document_id = ${standingCredit} AND item_id = ${lastOfTwo}`,
      ],
      // What one item has too much, another has too little.
      `UPDATE finance_charge_credit SET amount = amount + iif(item_id = ${lastOfTwo}, 1100, -1100) WHERE document_id = ${standingCredit}`,
      // The credit note that was void, standing beside the other.
      [
        chargedJust,
        'UPDATE document SET reverses_id = NULL WHERE reverses_id = (SELECT min(document_id) FROM finance_charge_credit)',
      ],
    ],
    harmless: [chargedJust, [chargedJust, ofOtherCharge]],
  },
  'revaluations-are-taken-back': {
    found: [
      `UPDATE entry SET amount = 0 WHERE item_id = #INV-00007`,
      `UPDATE entry SET item_id = #INV-00005 WHERE ${reversed} AND item_id IS NOT NULL`,
      `UPDATE entry SET base_amount = base_amount + 1 WHERE ${reversed} AND line_no = 1`,
      `UPDATE entry SET base_amount = base_amount + 1 WHERE ${revalued} AND line_no = 1`,
      `UPDATE entry SET posting_date = date(posting_date, '+1 day') WHERE ${reversed}`,
      `DELETE FROM entry WHERE ${reversed}`,
      'DELETE FROM revaluation',
      'UPDATE revaluation SET reversal_posting_id = posting_id',
    ],
    harmless: [`UPDATE entry SET amount = 0, base_amount = 0 WHERE item_id = #INV-00007`],
  },
} as const satisfies Tamperings
