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

const DAY = `'2025-06-20'`
const customerOf = (number: string): string => `(SELECT customer_id FROM document WHERE number = '${number}')`

/** Pays some of INV-00004, which has 50.00 open, with RCT-00003, which has 50.00 left. */
export const paying = (changes: Changes = {}): string =>
  insert('application', {
    id: NEW,
    uid: `'attack'`,
    command_seq: NEXT,
    posting_id: NEW,
    credit_id: '#RCT-00003',
    debit_id: '#INV-00004',
    effective_date: DAY,
    amount: '5000',
    ...changes,
  })
/** Pays INV-00007 of 300.00 EUR with dollars. */
const payingAbroad = (changes: Changes = {}): Attack => [
  'UPDATE open_item SET customer_id = 1 WHERE document_id = #INV-00007',
  paying({ debit_id: '#INV-00007', debit_amount: '30000', debit_posting_id: '900001', ...changes }),
]

const CREDITED = '#INV-00001'
/** Gives some of INV-00001 away, of which a part was credited and discounted. */
const giving = (discount: string, writeOff = '0', changes: Changes = {}): Attack => [
  'UPDATE open_item SET balance = 9000 WHERE document_id = #INV-00001',
  paying({
    debit_id: CREDITED,
    amount: '0',
    discount,
    write_off: writeOff,
    write_off_reason: `'small'`,
    ...changes,
  }),
]
const leftToGive = `(SELECT total FROM document WHERE id = ${CREDITED})
  + (SELECT sum(total) FROM document WHERE credits_id = ${CREDITED})
  - (SELECT sum(discount + write_off) FROM application WHERE debit_id = ${CREDITED})`

/** Gives some of an invoice away of which so much was credited; who owes what is another rule's. */
const givingOn = (number: string, credited: string, discount: string): Attack => [
  'DROP TRIGGER application_rules',
  newDocument('CRN-00003', {
    id: '900001',
    credits_id: `#${number}`,
    customer_id: customerOf(number),
    currency: `(SELECT currency FROM document WHERE number = '${number}')`,
    total: credited,
    base_total: '-1',
  }),
  paying({ debit_id: `#${number}`, amount: '0', discount }),
]
/** On 300.00 EUR carried at 345.00. */
const givingAbroad = (discount: string): Attack => givingOn('INV-00007', '-10000', discount)
/** On 90.00 of which 1.00 was written off. */
const givingBeside = (discount: string): Attack => givingOn('INV-00002', '-5000', discount)

/** Takes back what pays INV-00002, with something given beside it, or what pays INV-00005 with dollars. */
const takingBack = (number: string, changes: Changes = {}): Attack => [
  copy('application', `debit_id = #${number} AND reverses_id IS NULL`, {
    id: NEW,
    command_seq: NEXT,
    posting_id: NEW,
    debit_posting_id: 'iif(debit_posting_id IS NULL, NULL, 900001)',
    effective_date: DAY,
    amount: '0 - amount',
    debit_amount: '0 - debit_amount',
    discount: '0 - discount',
    write_off: '0 - write_off',
    reverses_id: 'id',
    ...changes,
  }),
]

export const onApplications = {
  application_of_this_command: {
    refused: { 'its command is already finished': [[paying({ command_seq: '1' })]] },
    allowed: [[paying()]],
  },
  application_in_open_period: {
    refused: { 'the period is closed': [[closing('2025-06-20'), paying()]] },
    allowed: [[closing('2025-06-19'), paying()]],
  },
  application_of_void_kept: {
    refused: {
      'what settles a void is never undone': [takingBack('INV-00008'), takingBack('RCT-00007/V')],
    },
    allowed: [
      ['DROP TRIGGER application_rules', paying({ debit_id: '#INV-00008', credit_id: '#INV-00008/V' })],
      takingBack('INV-00002'),
    ],
  },
  application_gives_within: {
    refused: {
      'with its credit notes, more would be given away than the document billed': [
        givingAbroad('20001'),
        givingBeside('3901'),
        giving(`${leftToGive} + 1`),
        giving('0', `${leftToGive} + 1`),
      ],
    },
    allowed: [
      givingAbroad('20000'),
      givingBeside('3900'),
      giving(leftToGive),
      giving('0', leftToGive),
      giving('0', '0', { amount: '5000' }),
      [paying({ amount: '0', discount: '5000' })],
    ],
  },
  application_rules: {
    refused: {
      'it names no open item': [[paying({ debit_id: '999999' })], [paying({ credit_id: '999999' })]],
      'it needs a credit item and a debit item': [
        [paying({ debit_id: '#RCT-00006' })],
        [paying({ credit_id: '#INV-00003' })],
        ['UPDATE open_item SET amount = 0 WHERE document_id = #INV-00004', paying()],
        ['UPDATE open_item SET amount = 0 WHERE document_id = #RCT-00003', paying()],
      ],
      'between two currencies, and only there, it has an amount in each': [
        [paying({ debit_amount: '5000' })],
        payingAbroad({ debit_amount: 'NULL' }),
      ],
      'money settles something in the other currency': [
        payingAbroad({ debit_amount: '-1' }),
        payingAbroad({ debit_amount: '0' }),
        payingAbroad({ amount: '0', discount: '1' }),
      ],
      'between two currencies, and only there, it has a posting in each': [
        [paying({ debit_posting_id: '900001' })],
        payingAbroad({ debit_posting_id: 'NULL' }),
        payingAbroad({ amount: '0', debit_amount: '0', discount: '1' }),
      ],
      'the items differ in customer': [
        [
          paying({
            debit_id:
              "(SELECT max(id) FROM document WHERE customer_id = (SELECT id FROM customer WHERE code = 'CHILD'))",
            amount: '1',
          }),
        ],
      ],
      'it is dated before a document': [
        [paying({ effective_date: `'2025-05-20'` })],
        [paying({ debit_id: '#INV-00009', amount: '0', discount: '1', effective_date: `'2025-05-27'` })],
      ],
      'more than the debit item has open': [
        [paying({ amount: '4999', discount: '2' })],
        [paying({ amount: '4999', write_off: '2', write_off_reason: `'x'` })],
        payingAbroad({ debit_amount: '30001' }),
      ],
      'more than the credit item has open': [
        [
          paying({
            credit_id: `(SELECT id FROM document WHERE unapplied_as = 'prepayment' AND currency = 'EUR')`,
            debit_id: '#INV-00007',
            amount: '251',
          }),
        ],
        [paying({ debit_id: '#INV-00003', amount: '5001' })],
      ],
    },
    allowed: [
      [paying()],
      [paying({ effective_date: `'2025-05-21'` })],
      [paying({ amount: '4000', discount: '600', write_off: '400', write_off_reason: `'x'` })],
      payingAbroad(),
      payingAbroad({ amount: '0', debit_amount: '0', debit_posting_id: 'NULL', discount: '1' }),
      [paying({ debit_id: '#INV-00003' })],
      [
        copy(
          'application',
          `credit_id = (SELECT id FROM document WHERE customer_id = (SELECT id FROM customer WHERE code = 'GROUP'))`,
          { id: NEW, command_seq: NEXT, effective_date: DAY, amount: '0', discount: '1' },
        ),
      ],
    ],
  },
  application_reversal_mirrors: {
    refused: {
      'an unapplication mirrors what it reverses': [
        ...(['amount', 'discount', 'write_off'] as const).map((column) =>
          takingBack('INV-00002', { [column]: `0 - ${column} - 1` }),
        ),
        takingBack('INV-00005', { debit_amount: '0 - debit_amount - 1' }),
        takingBack('INV-00005', { debit_amount: 'NULL' }),
        takingBack('INV-00005', { debit_posting_id: 'NULL' }),
        takingBack('INV-00002', { debit_posting_id: '900001' }),
        takingBack('INV-00002', { credit_id: '#RCT-00003' }),
        takingBack('INV-00002', { debit_id: '#INV-00003' }),
        takingBack('INV-00002', { effective_date: `'2025-05-19'` }),
        takingBack('INV-00002', { reverses_id: '999999' }),
        // What takes back is not taken back.
        [
          copy('application', 'debit_id = #INV-00004 AND reverses_id IS NOT NULL', {
            id: NEW,
            command_seq: NEXT,
            effective_date: DAY,
            amount: '0 - amount',
            reverses_id: 'id',
          }),
        ],
      ],
    },
    allowed: [
      [paying()],
      takingBack('INV-00002'),
      takingBack('INV-00005'),
      takingBack('INV-00002', { effective_date: `'2025-05-20'` }),
    ],
  },
  application_tax_before_posting: {
    refused: { 'the application is posted': [[copy('application_tax', 'true', { kind: `'write_off'` })]] },
    allowed: [[paying(), copy('application_tax', 'true', { application_id: NEW })]],
  },
} as const satisfies TriggerCases
