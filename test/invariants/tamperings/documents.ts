import { copy, NEW } from '../attacks/attack-case.ts'
import type { Tamperings } from './tampering-case.ts'

const set = (table: string, column: string, by: string, where: string): string =>
  `UPDATE ${table} SET ${column} = ${by} WHERE ${where}`

/** A void that was another's is made that of this document. */
const voided = (number: string, by = 'INV-00008/V'): string =>
  set('document', 'reverses_id', `#${number}`, `id = #${by}`)

/** The tax that the first application on INV-00001 took along. */
const FIRST_TAX = 'application_id = (SELECT min(id) FROM application WHERE debit_id = #INV-00001)'
const TAX_LEFT = `(SELECT sum(t.tax) FROM document_tax AS t JOIN document AS d ON d.id = t.document_id
  WHERE d.id = #INV-00001 OR d.credits_id = #INV-00001)`
/** From which 5.00 and 3.00 were deducted, the first allowed, the second charged back. */
const DEDUCTED = 'INV-00012'

/** The credit note without an invoice is made one for this. */
const noteOn = (invoice: string, total: number): readonly string[] => [
  set('document', 'credits_id', `#${invoice}, total = ${total}`, 'id = #CRN-00003'),
]

/** Some of what charged a deduction back is written off. */
const givenOnChargeback = [
  copy('application', 'debit_id = #INV-00002 AND write_off > 0', {
    id: NEW,
    debit_id: '(SELECT chargeback_id FROM deduction_resolution WHERE chargeback_id IS NOT NULL)',
    amount: '0',
    write_off: '100',
  }),
]

const asOpenItem = (column: string, by: string): string => set('open_item', column, by, 'document_id = #INV-00003')

/** Documents, their parts, and what is derived from them. */
export const ofDocuments = {
  'document-parts-equal-total': {
    found: [
      set('document_line', 'net', 'net + 1', 'document_id = #INV-00001 AND line_no = 1'),
      set('document_tax', 'tax', 'tax + 1', 'document_id = #INV-00001'),
      set('document', 'total', 'total + 1', 'id = #INV-00003'),
      'DELETE FROM document_tax WHERE document_id = #INV-00001',
      // The line of one document is another's.
      set('document_line', 'document_id', '#INV-00004, line_no = 9', 'document_id = #INV-00001 AND line_no = 1'),
      set('document_tax', 'document_id', '#INV-00004', 'document_id = #INV-00001'),
    ],
  },
  'instalments-equal-total': {
    found: [
      set('instalment', 'amount', 'amount + 1', 'document_id = #INV-00002 AND position = 1'),
      [
        set('instalment', 'amount', 'amount + 1', 'document_id = #INV-00002 AND position = 1'),
        set('instalment', 'amount', 'amount - 1', 'document_id = #INV-00003 AND position = 1'),
      ],
      set('document', 'total', 'total + 1', 'id = #INV-00002'),
    ],
    harmless: [set('document', 'base_total', 'base_total + 1', 'id = #INV-00002')],
  },
  'open-items-are-documents': {
    found: [
      'DELETE FROM open_item WHERE document_id = #INV-00003',
      'INSERT INTO open_item SELECT 999999, customer_id, currency, document_date, due_date, instalments, amount, balance, base_balance, first_applied_on, last_entry_on, closed_on FROM open_item WHERE document_id = #INV-00003',
    ],
  },
  'open-items-have-documents': {
    found: [
      'DELETE FROM open_item WHERE document_id = #INV-00003',
      set('open_item', 'document_id', '999999', 'document_id = #INV-00003'),
    ],
  },
  'open-items-equal-rebuild': {
    found: [
      asOpenItem('customer_id', '2'),
      asOpenItem('currency', `'EUR'`),
      asOpenItem('document_date', `'2025-04-30'`),
      asOpenItem('due_date', `'2025-04-30'`),
      asOpenItem('amount', 'amount + 1'),
      asOpenItem('instalments', 'instalments - 1'),
      asOpenItem('first_applied_on', `'2025-06-01'`),
      asOpenItem('last_entry_on', `'2025-06-01'`),
      asOpenItem('closed_on', `'2025-06-01'`),
      'DELETE FROM open_item WHERE document_id = #INV-00003',
      'DELETE FROM entry WHERE item_id = #INV-00003',
      // An instalment of one is another's.
      set('instalment', 'document_id', '#INV-00003, position = 9', 'document_id = #INV-00002 AND position = 1'),
    ],
    harmless: [
      asOpenItem('balance', 'balance + 1'),
      // Its base is another rule's.
      'UPDATE entry SET base_amount = base_amount + 1 WHERE item_id = #INV-00006 AND application_id IS NULL',
    ],
  },
  'customer-currencies-equal-documents': {
    found: [
      `DELETE FROM customer_currency WHERE currency = 'EUR'`,
      `INSERT INTO customer_currency (customer_id, currency) VALUES (1, 'GBP')`,
      // Another customer has it.
      `DELETE FROM customer_currency WHERE customer_id = (SELECT customer_id FROM document WHERE id = #INV-00001)`,
      `INSERT INTO customer_currency (customer_id, currency) VALUES (99, 'USD')`,
    ],
  },
  'voids-settle-fully': {
    found: [
      set('open_item', 'balance', '1', 'document_id = #INV-00008'),
      set('open_item', 'balance', '-1', 'document_id = #INV-00008/V'),
    ],
    harmless: [set('open_item', 'balance', '1', 'document_id = #INV-00003')],
  },
  'credits-stay-within-invoices': {
    found: [
      ...['quantity', 'net'].flatMap((column) => [
        // A line that was billed, and one that was taken off the bill: more than all, and less than nothing.
        set('document_line', column, `${column} * 3`, 'document_id = #CRN-00001 AND credits_line_no = 1'),
        set('document_line', column, `0 - ${column}`, 'document_id = #CRN-00001 AND credits_line_no = 1'),
        set('document_line', column, `${column} * 3`, 'document_id = #CRN-00002 AND credits_line_no = 3'),
        set('document_line', column, `0 - ${column}`, 'document_id = #CRN-00002 AND credits_line_no = 3'),
      ]),
      // Credited twice, each time within it.
      set(
        'document_line',
        'credits_line_no',
        '1, quantity = -700000',
        'document_id = #CRN-00002 AND credits_line_no = 3',
      ),
      // What one line has too much, another has too little.
      set('document_line', 'net', `net * 3`, 'document_id IN (#CRN-00001, #CRN-00002) AND credits_line_no IS NOT NULL'),
    ],
    harmless: ['quantity', 'net'].flatMap((column) => [
      // All of it, and nothing.
      set(
        'document_line',
        column,
        `0 - (SELECT ${column} FROM document_line WHERE document_id = #INV-00001 AND line_no = 1)`,
        'document_id = #CRN-00001 AND credits_line_no = 1',
      ),
      set('document_line', column, '0', 'document_id = #CRN-00001 AND credits_line_no = 1'),
    ]),
  },
  'credits-and-reductions-stay-within-documents': {
    found: [
      set('document', 'total', '-20000', 'id = #CRN-00001'),
      set('document', 'total', '20000', 'id = #CRN-00001'),
      ...['discount', 'write_off'].map((column) =>
        set('application', column, '20000', 'debit_id = #INV-00001 AND discount > 0'),
      ),
      set('document_tax', 'tax', '-9000', 'document_id = #CRN-00001'),
      set('document_tax', 'tax', '9000', 'document_id = #CRN-00001'),
      set('application_tax', 'tax', '9000', FIRST_TAX),
      set('application_tax', 'tax', '-9000', FIRST_TAX),
      // Given by an adjustment, in its own currency and in another.
      set('document', 'kind', `'adjustment'`, 'id = #RCT-00001'),
      [
        set('document', 'kind', `'adjustment'`, 'id = #RCT-00001'),
        set('application', 'debit_amount', 'amount, amount = 1', 'debit_id = #INV-00001 AND discount > 0'),
      ],
      // Only credited, only given, and each by half too much.
      noteOn('INV-00004', -5001),
      noteOn('INV-00007', -30_001),
      noteOn('INV-00007', 1),
      [
        set('document', 'credits_id', 'NULL', 'credits_id = #INV-00001'),
        set('application_tax', 'tax', '2000', FIRST_TAX),
      ],
      ['DELETE FROM application_tax', set('document_tax', 'tax', '-2000', 'document_id = #CRN-00001')],
      [
        set('application_tax', 'tax', '400', FIRST_TAX),
        copy('application', 'debit_id = #INV-00001 AND discount > 0', { id: NEW, credit_id: '#RCT-00002' }),
        copy('application_tax', FIRST_TAX, { application_id: NEW }),
      ],
      // What was deducted from it and allowed, and what was given on what charged it back.
      noteOn(DEDUCTED, -9501),
      [...givenOnChargeback, ...noteOn(DEDUCTED, -9401)],
    ],
    harmless: [
      set('document', 'kind', `'refund'`, 'id = #RCT-00001'),
      // Money in another currency for it is not given away.
      set('application', 'debit_amount', '20000', 'debit_id = #INV-00001 AND discount > 0'),
      // Given, and taken back.
      [
        copy('application', 'debit_id = #INV-00001 AND discount > 0', { id: NEW, amount: '0', discount: '20000' }),
        copy('application', 'debit_id = #INV-00001 AND discount > 0', {
          id: '900001',
          amount: '0',
          discount: '-20000',
          reverses_id: NEW,
        }),
      ],
      [
        set('application_tax', 'tax', TAX_LEFT, FIRST_TAX),
        copy('application', 'debit_id = #INV-00001 AND discount > 0', { id: NEW, amount: '0', discount: '1' }),
      ],
      noteOn('INV-00004', -5000),
      noteOn(DEDUCTED, -9500),
      noteOn('INV-00011', -10_000),
      [...noteOn('INV-00007', -30_000), set('document', 'base_total', '-99999', 'id = #CRN-00003')],
      [...givenOnChargeback, ...noteOn('INV-00004', -5000)],
      [...givenOnChargeback, ...noteOn(DEDUCTED, -9400)],
      // Another tax of the document has room of its own.
      [
        copy('document_tax', 'document_id = #INV-00001', { tax_code_id: '3', tax: '5000' }),
        copy('application_tax', FIRST_TAX, { tax_code_id: '3', tax: '5000' }),
      ],
      [
        copy('document_tax', 'document_id = #INV-00001', { tax_code_id: '3', tax: '5000' }),
        copy('document_tax', 'document_id = #CRN-00001', { tax_code_id: '3', tax: '-5000' }),
      ],
    ],
  },
  'deductions-are-void-together': {
    found: [
      voided('ADJ-00007'),
      voided('ADJ-00008'),
      voided('ADJ-00009'),
      voided('ADJ-00010'),
      voided('DBN-00002'),
      voided('ADJ-00012'),
      'DELETE FROM document WHERE reverses_id = (SELECT min(credit_id) FROM deduction)',
      'DELETE FROM document WHERE reverses_id = (SELECT min(document_id) FROM deduction)',
    ],
    harmless: [voided('ADJ-00011')],
  },
} as const satisfies Tamperings
