import {
  closing,
  copy,
  insert,
  NEW,
  newDocument,
  NEXT,
  type Attack,
  type Changes,
  type TriggerCases,
} from './attack-case.ts'

const finished = 'its command is already finished'
const posted = 'the document is posted'

/** A void of a debit note of 100, which nothing settled. */
const voiding = (changes: Changes = {}): Attack => [
  newDocument('INV-00004', {
    reverses_id: '#INV-00004',
    total: '-5000',
    base_total: '-5000',
    ...changes,
  }),
]

/** A void of INV-00007, of 300.00 EUR carried at 345.00. */
const voidingAbroad = (total: string, base: string): Attack => [
  newDocument('INV-00007', { reverses_id: '#INV-00007', total, base_total: base }),
]

/** A void of the receipt that stands in batch 1, which is closed. */
const voidingInBatch = (batch: string): Attack => [
  copy(
    'document',
    'batch_id = 1 AND reverses_id IS NULL AND id NOT IN (SELECT reverses_id FROM document WHERE reverses_id > 0)',
    {
      id: NEW,
      command_seq: NEXT,
      posting_id: NEW,
      number: `'ATTACK'`,
      series_id: 'NULL',
      series_number: 'NULL',
      reverses_id: 'id',
      total: '0 - total',
      base_total: '0 - base_total',
      batch_id: batch,
    },
  ),
]

/** A credit note on an invoice of 50.00 that was never credited. */
const crediting = (changes: Changes = {}): string =>
  newDocument('CRN-00001', {
    credits_id: '#INV-00004',
    total: '-5000',
    base_total: '-5000',
    ...changes,
  })

const receiving = (changes: Changes = {}): Attack => [newDocument('RCT-00001', { batch_id: '2', ...changes })]

const lineOf = (changes: Changes = {}): string =>
  copy('document_line', 'document_id = #INV-00004', { document_id: NEW, ...changes })
/** A line of a credit note that takes back so much of a line of INV-00001, half of which was credited before. */
const crediting1 = (lineNo: number, quantity: number): Attack => [
  crediting({ credits_id: '#INV-00001', total: '-1', base_total: '-1' }),
  copy('document_line', 'document_id = #INV-00001', {
    document_id: NEW,
    line_no: '1',
    credits_line_no: String(lineNo),
    quantity: String(quantity),
  }),
]

const taxOf = (tax: string, taxCode = 'tax_code_id', changes: Changes = {}): Attack => [
  crediting({ credits_id: '#INV-00001', total: '-1', base_total: '-1', ...changes }),
  copy('document_tax', 'document_id = #INV-00001', { document_id: NEW, tax_code_id: taxCode, tax }),
]
const taxLeft = `(SELECT sum(t.tax) FROM document_tax AS t JOIN document AS d ON d.id = t.document_id WHERE d.id = #INV-00001 OR d.credits_id = #INV-00001)`

const reduction = (changes: Changes): string =>
  insert('credit_reduction', {
    document_id: NEW,
    position: '1',
    credits_id: '#INV-00004',
    kind: `'discount'`,
    account_id: '1',
    with_tax: '0',
    base: '1',
    amount: '1',
    ...changes,
  })

export const onDocuments = {
  document_of_this_command: {
    refused: { [finished]: [[newDocument('INV-00004', { command_seq: '1' })]] },
    allowed: [[newDocument('INV-00004')]],
  },
  document_in_open_period: {
    refused: {
      'the period is closed': [
        [closing('2025-06-20'), newDocument('INV-00004', { due_date: `'2025-07-20'` })],
        [closing('2025-06-20'), newDocument('INV-00004')],
      ],
    },
    allowed: [[closing('2025-06-19'), newDocument('INV-00004')]],
  },
  document_void_mirrors: {
    refused: {
      'a void has the opposite total, and the kind, customer and currency of what it reverses': [
        voidingAbroad('-34500', '-34500'),
        voidingAbroad('-30000', '-30000'),
        voiding({ total: '-4999' }),
        voiding({ base_total: '-4999' }),
        voiding({ kind: `'debit_note'` }),
        voiding({ customer_id: '2' }),
        voiding({ currency: `'EUR'` }),
        voiding({ document_date: `'2025-05-01'` }),
        voiding({ reverses_id: '999999' }),
        // A void of a void.
        [newDocument('INV-00008', { reverses_id: '#INV-00008/V' })],
      ],
    },
    allowed: [
      [newDocument('INV-00004')],
      voidingAbroad('-30000', '-34500'),
      voiding(),
      voiding({ document_date: `(SELECT document_date FROM document WHERE number = 'INV-00004')` }),
    ],
  },
  document_adjusts_for_a_reason: {
    refused: {
      'an adjustment, and it alone, names a reason': [
        [newDocument('INV-00004', { reason_code_id: '1' })],
        [newDocument('ADJ-00001', { reason_code_id: 'NULL' })],
      ],
    },
    allowed: [[newDocument('ADJ-00001')]],
  },
  document_in_batch: {
    refused: {
      'only receipts of its currency go into an open batch': [
        receiving({ kind: `'credit_note'` }),
        receiving({ batch_id: '1' }),
        receiving({ batch_id: '9' }),
        receiving({ currency: `'EUR'` }),
      ],
    },
    allowed: [voidingInBatch('1'), receiving(), receiving({ batch_id: 'NULL', kind: `'credit_note'` })],
  },
  document_void_in_batch: {
    refused: {
      'a void stands in the batch of what it reverses': [
        voidingInBatch('NULL'),
        voidingInBatch('2'),
        voiding({ batch_id: '1' }),
      ],
    },
    allowed: [receiving(), voidingInBatch('1'), voiding()],
  },
  document_credits_within: {
    refused: {
      'its credit notes would come to more than it billed': [
        [crediting({ credits_id: '#INV-00003', total: '-6001' })],
        [
          crediting({
            credits_id: '#INV-00007',
            customer_id: '2',
            currency: `'EUR'`,
            total: '-30001',
            base_total: '-1',
          }),
        ],
        [crediting({ total: '-5001', base_total: '-5001' })],
        // What was credited before, and what was given beside, count.
        [crediting({ id: String(Number(NEW) + 1), number: `'A1'`, total: '-3000' }), crediting({ total: '-2001' })],
        [crediting({ credits_id: '#INV-00002', total: '-8901' })],
        [crediting({ credits_id: '#INV-00001', total: '-10000' })],
      ],
    },
    allowed: [
      [newDocument('INV-00004')],
      [crediting()],
      [crediting({ id: String(Number(NEW) + 1), number: `'A1'`, total: '-3000' }), crediting({ total: '-2000' })],
      [crediting({ credits_id: '#INV-00002', total: '-8900' })],
    ],
  },
  document_credits_invoice: {
    refused: {
      'only a credit note credits an invoice, of the same customer and currency, and not before it': [
        [crediting({ kind: `'receipt'` })],
        [crediting({ credits_id: '#RFD-00001' })],
        [crediting({ credits_id: '#INV-00008/V' })],
        [crediting({ customer_id: '2' })],
        [crediting({ currency: `'EUR'` })],
        [crediting({ document_date: `'2025-05-01'` })],
        [crediting({ credits_id: '999999' })],
      ],
    },
    allowed: [
      [newDocument('INV-00004')],
      [crediting()],
      [crediting({ document_date: `'2025-05-02'` })],
      [crediting({ credits_id: '#DBN-00001', total: '-1' })],
    ],
  },
  document_line_before_posting: {
    refused: { [posted]: [[copy('document_line', 'document_id = #INV-00004', { line_no: '90' })]] },
    allowed: [[newDocument('INV-00004'), lineOf()]],
  },
  document_line_credits: {
    refused: {
      'more than the invoice line has left to credit': [
        crediting1(1, -500_001),
        crediting1(1, 500_001),
        crediting1(3, -500_001),
        crediting1(3, 500_001),
        crediting1(2, -500_001),
        crediting1(9, -1),
        [newDocument('CRN-00003'), lineOf({ credits_line_no: '1', quantity: '-1' })],
      ],
    },
    allowed: [
      crediting1(1, -100_000),
      [crediting(), lineOf({ credits_line_no: '1', quantity: '0 - quantity' })],
      crediting1(1, -500_000),
      crediting1(2, -500_000),
      [newDocument('CRN-00003'), lineOf()],
    ],
  },
  document_tax_before_posting: {
    refused: { [posted]: [[copy('document_tax', 'document_id = #INV-00001', { document_id: '#INV-00004' })]] },
    allowed: [[newDocument('INV-00004'), copy('document_tax', 'document_id = #INV-00001', { document_id: NEW })]],
  },
  document_tax_credits_within: {
    refused: {
      'more than the credited document billed of this tax': [
        taxOf(`0 - ${taxLeft} - 1`),
        taxOf('1000'),
        taxOf('0', '1'),
        [crediting(), copy('document_tax', 'document_id = #INV-00001', { document_id: NEW, tax: '0' })],
      ],
    },
    allowed: [
      [
        'DROP TRIGGER document_tax_before_posting',
        copy('document_tax', 'document_id = #INV-00001', { tax_code_id: '1', tax: '5000' }),
        ...taxOf('-5000', '1'),
      ],
      taxOf('-1'),
      taxOf(`0 - ${taxLeft}`),
      [newDocument('CRN-00003'), copy('document_tax', 'document_id = #INV-00001', { document_id: NEW })],
    ],
  },
  document_tax_apart: {
    refused: {
      'each tax of a code is reported apart': [
        [
          insert('tax_code_component', { tax_code_id: '1', position: '1', component_id: '2', on_earlier: '0' }),
          newDocument('INV-00004'),
          copy('document_tax', 'document_id = #INV-00001', { document_id: NEW, tax_code_id: '1' }),
        ],
      ],
    },
    allowed: [
      [
        insert('tax_code_component', { tax_code_id: '1', position: '1', component_id: '2', on_earlier: '0' }),
        newDocument('INV-00004'),
        copy('document_tax', 'document_id = #INV-00001', { document_id: NEW, tax_code_id: '2' }),
      ],
    ],
  },
  instalment_before_posting: {
    refused: { [posted]: [[copy('instalment', 'document_id = #INV-00002', { position: '9' })]] },
    allowed: [[newDocument('INV-00004'), copy('instalment', 'document_id = #INV-00002', { document_id: NEW })]],
  },
  credit_reduction_before_posting: {
    refused: { [posted]: [[reduction({ document_id: '#CRN-00001', position: '90', credits_id: '#INV-00001' })]] },
    allowed: [[crediting(), reduction({})]],
  },
  credit_reduction_of_credited: {
    refused: {
      'the credit note credits another document': [
        [crediting(), reduction({ credits_id: '#INV-00003' })],
        [newDocument('CRN-00003'), reduction({})],
      ],
    },
    allowed: [[crediting(), reduction({})]],
  },
} as const satisfies TriggerCases
