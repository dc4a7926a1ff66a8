import {
  anyVoid,
  asVoid,
  closing,
  copy,
  more,
  NEW,
  newDocument,
  NEXT,
  type Attack,
  type Changes,
  type TriggerCases,
} from './attack-case.ts'

const finished = 'its command is already finished'

const closingBatch = (changes: Changes): string =>
  `UPDATE receipt_batch SET ${Object.entries({ is_closed: '1', closed_seq: NEXT, ...changes })
    .map(([column, value]) => `${column} = ${value}`)
    .join(', ')} WHERE id = 2`
/** Batch 2 with a receipt of 9.99 and one of unknown money of 0.01, which is what was counted but for the cent. */
const filled = (...then: readonly string[]): Attack => [
  newDocument('RCT-00001', { id: more(1), number: `'A1'`, batch_id: '2', total: '-999', base_total: '-999' }),
  unidentified({ id: more(2), batch_id: '2', amount: '1' }),
  ...then,
]
const unidentified = (changes: Changes = {}): string =>
  copy('unidentified_receipt', 'batch_id IS NULL', {
    command_seq: NEXT,
    number: `'ATTACK'`,
    series_number: '(SELECT max(series_number) + 1 FROM unidentified_receipt)',
    receipt_date: `'2025-06-20'`,
    ...changes,
  })

const waits = '(SELECT id FROM unidentified_receipt WHERE amount = 1400)'
const sendingBack = (changes: Changes = {}): string =>
  copy('unidentified_receipt_end', `outcome = 'returned'`, {
    command_seq: NEXT,
    unidentified_id: waits,
    ended_on: `'2025-06-20'`,
    ...changes,
  })
const identifying = (receipt: Changes = {}, end: Changes = {}): Attack => [
  newDocument('RCT-00001', { total: '-1400', base_total: '-1540', currency: `'EUR'`, ...receipt }),
  sendingBack({ outcome: `'identified'`, document_id: NEW, ...end }),
]

export const onCash = {
  receipt_batch_kept: { refused: { 'a batch is kept': [['DELETE FROM receipt_batch']] } },
  receipt_batch_currency_fixed: {
    refused: { 'the currency is fixed': [[`UPDATE receipt_batch SET currency = 'EUR' WHERE id = 2`]] },
    allowed: [[`UPDATE receipt_batch SET currency = 'USD' WHERE id = 2`]],
  },
  receipt_batch_names_its_close: {
    refused: {
      'a closed batch, and it alone, names the command that closed it': [
        [`UPDATE receipt_batch SET closed_seq = 1 WHERE id = 2`],
        [
          'UPDATE receipt_batch SET control_count = 0, control_total = 0 WHERE id = 2',
          closingBatch({ closed_seq: 'NULL' }),
        ],
        ['UPDATE receipt_batch SET is_closed = 0 WHERE id = 1'],
      ],
    },
    allowed: [['UPDATE receipt_batch SET is_closed = 0, closed_seq = NULL WHERE id = 1']],
  },
  receipt_batch_closed_kept: {
    refused: { 'a closed batch is not changed': [[`UPDATE receipt_batch SET name = 'other' WHERE id = 1`]] },
    allowed: [
      filled(closingBatch({ control_total: '1000' })),
      [`UPDATE receipt_batch SET name = 'other' WHERE id = 2`],
      ['UPDATE receipt_batch SET is_closed = 0, closed_seq = NULL WHERE id = 1'],
    ],
  },
  receipt_batch_ties: {
    refused: {
      'what was entered is not what was counted': [
        [closingBatch({ control_count: '0', control_total: '5' })],
        [closingBatch({})],
        filled(closingBatch({ control_total: '999' })),
        filled(closingBatch({ control_total: '1001' })),
        filled(closingBatch({ control_total: '1000', control_count: '3' })),
        // Void, or sent back, before it is closed.
        [
          ...filled(),
          newDocument('RCT-00001', {
            id: more(3),
            number: `'V'`,
            total: '999',
            base_total: '999',
            reverses_id: more(1),
            batch_id: '2',
          }),
          'UPDATE receipt_batch SET control_total = 1000 WHERE id = 2',
          closingBatch({ closed_seq: `${NEXT} + 1` }),
        ],
        [
          ...filled(),
          sendingBack({ unidentified_id: more(2) }),
          'UPDATE receipt_batch SET control_total = 1000 WHERE id = 2',
          closingBatch({ closed_seq: `${NEXT} + 1` }),
        ],
      ],
    },
    allowed: [
      ['UPDATE receipt_batch SET is_closed = 0 WHERE id = 2'],
      [
        newDocument('RCT-00001', { id: more(1), number: `'A1'`, batch_id: '2', total: '-500', base_total: '-500' }),
        unidentified({ id: more(2), batch_id: '2', amount: '500' }),
        closingBatch({ control_total: '1000' }),
      ],
      filled(closingBatch({ control_total: '1000' })),
      ['UPDATE receipt_batch SET control_count = 0, control_total = 0 WHERE id = 2', closingBatch({})],
      // What the command that closes it makes void is counted.
      [
        ...filled(),
        newDocument('RCT-00001', {
          id: more(3),
          number: `'V'`,
          total: '999',
          base_total: '999',
          reverses_id: more(1),
          batch_id: '2',
        }),
        sendingBack({ unidentified_id: more(2) }),
        closingBatch({ control_total: '1000' }),
      ],
      // Identified it is still the money that was counted; rounding is no money.
      [
        newDocument('RCT-00001', {
          id: more(1),
          number: `'A1'`,
          batch_id: '2',
          total: '-999',
          method: `'cash'`,
          cash_rounding: '-2',
        }),
        unidentified({ id: more(2), batch_id: '2', amount: '1' }),
        'DROP TRIGGER unidentified_receipt_end_is_its_receipt',
        sendingBack({ unidentified_id: more(2), outcome: `'identified'`, document_id: '1' }),
        closingBatch({ control_total: '998', closed_seq: `${NEXT} + 1` }),
      ],
    ],
  },
  unidentified_receipt_of_this_command: {
    refused: { [finished]: [[unidentified({ command_seq: '1' })]] },
    allowed: [[unidentified()]],
  },
  unidentified_receipt_in_open_period: {
    refused: { 'the period is closed': [[closing('2025-06-20'), unidentified()]] },
    allowed: [[closing('2025-06-19'), unidentified()]],
  },
  unidentified_receipt_in_batch: {
    refused: {
      'only receipts of its currency go into an open batch': [
        [unidentified({ batch_id: '1' })],
        [unidentified({ batch_id: '2', currency: `'EUR'` })],
        [unidentified({ batch_id: '9' })],
      ],
    },
    allowed: [[unidentified({ batch_id: '2' })], [unidentified({ currency: `'EUR'` })]],
  },
  unidentified_receipt_number_is_next: {
    refused: {
      'the number is not the next': [
        [unidentified({ series_number: '(SELECT max(series_number) FROM unidentified_receipt)' })],
        [unidentified({ series_number: '(SELECT max(series_number) + 2 FROM unidentified_receipt)' })],
        [unidentified({ device_id: '9', series_number: '1' })],
        [
          copy('number_series', `kind = 'unidentified_receipt'`, {
            command_seq: NEXT,
            device_id: '9',
            prefix: `'U-'`,
            first_number: '5',
          }),
          unidentified({ device_id: '9', series_number: '6' }),
        ],
      ],
    },
    allowed: [
      [
        copy('number_series', `kind = 'invoice'`, {
          command_seq: NEXT,
          device_id: '9',
          prefix: `'I-'`,
          first_number: '77',
        }),
        copy('number_series', `kind = 'unidentified_receipt'`, {
          command_seq: NEXT,
          device_id: '9',
          prefix: `'U-'`,
          first_number: '5',
        }),
        unidentified({ device_id: '9', series_number: '5' }),
      ],
      [unidentified()],
      [
        copy('number_series', `kind = 'unidentified_receipt'`, {
          command_seq: NEXT,
          device_id: '9',
          prefix: `'U-'`,
          first_number: '5',
        }),
        unidentified({ device_id: '9', series_number: '5' }),
      ],
    ],
  },
  unidentified_receipt_end_of_this_command: {
    refused: { [finished]: [[sendingBack({ command_seq: '1' })]] },
    allowed: [[sendingBack()]],
  },
  unidentified_receipt_end_in_open_period: {
    refused: { 'the period is closed': [[closing('2025-06-20'), sendingBack()]] },
    allowed: [[closing('2025-06-19'), sendingBack()]],
  },
  unidentified_receipt_end_once: {
    refused: {
      'it has ended already, or later': [
        [sendingBack({ unidentified_id: '2' })],
        [sendingBack({ unidentified_id: '3' })],
        // It waits again from the day of the void on.
        [sendingBack({ unidentified_id: '1', ended_on: `'2025-06-06'` })],
      ],
      'it is dated before the money came': [
        [
          sendingBack({
            unidentified_id: '(SELECT id FROM unidentified_receipt WHERE amount = 500)',
            ended_on: `'2025-06-07'`,
          }),
        ],
        [sendingBack({ ended_on: `'2025-06-04'` })],
      ],
    },
    allowed: [
      [sendingBack({ ended_on: `'2025-06-05'` })],
      [sendingBack({ unidentified_id: '1', ended_on: `'2025-06-07'` })],
    ],
  },
  unidentified_receipt_end_is_its_receipt: {
    refused: {
      'it is identified by a receipt of its amount, currency and day': [
        identifying({ kind: `'credit_note'` }),
        identifying({ currency: `'USD'` }),
        identifying({ total: '-1399' }),
        identifying({ document_date: `'2025-06-19'` }),
        identifying({ command_seq: `${NEXT} + 1` }),
        identifying({}, { document_id: '999999' }),
        identifying({}, { unidentified_id: '999999' }),
        anyVoid(identifying(asVoid)),
      ],
    },
    allowed: [identifying(), [sendingBack()]],
  },
  returned_payment_of_this_command: {
    refused: { [finished]: [[copy('returned_payment', 'true', { command_seq: '1', reversal_id: NEW })]] },
    allowed: [[copy('returned_payment', 'true', { command_seq: NEXT, reversal_id: NEW })]],
  },
} as const satisfies TriggerCases
