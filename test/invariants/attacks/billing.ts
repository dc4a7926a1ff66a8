import { copy, insert, NEW, newDocument, NEXT, type Attack, type Changes, type TriggerCases } from './attack-case.ts'

const finished = 'its command is already finished'
const posted = 'the document is posted'

const day = (dueOn: string, outcome: string, changes: Changes = {}): string =>
  copy('recurring_occurrence', 'true', {
    command_seq: NEXT,
    due_on: `'${dueOn}'`,
    outcome: `'${outcome}'`,
    document_id: 'NULL',
    ...changes,
  })
const billed = (dueOn: string, invoice: Changes = {}): Attack => [
  newDocument('INV-00004', invoice),
  day(dueOn, 'billed', { document_id: NEW }),
]

const charge = '#FIN-00001'
const charged = (changes: Changes): Attack => [
  newDocument('FIN-00001'),
  copy('finance_charge_item', `document_id = ${charge}`, { document_id: NEW, ...changes }),
]
const until = (date: string): string => `'${date}'`

const credits = (changes: Changes = {}): string =>
  newDocument('CRN-00001', {
    credits_id: charge,
    customer_id: `(SELECT customer_id FROM document WHERE id = ${charge})`,
    total: '0',
    base_total: '0',
    ...changes,
  })
const item = `(SELECT min(item_id) FROM finance_charge_item WHERE document_id = ${charge})`
const left = `((SELECT interest + fee FROM finance_charge_item WHERE document_id = ${charge} AND item_id = ${item})
  - (SELECT coalesce(sum(amount), 0) FROM finance_charge_credit AS c WHERE c.charge_id = ${charge} AND c.item_id = ${item}
    AND NOT EXISTS (SELECT 1 FROM document AS v WHERE v.reverses_id = c.document_id)))`
const creditOf = (changes: Changes = {}): string =>
  insert('finance_charge_credit', { document_id: NEW, charge_id: charge, item_id: item, amount: '1', ...changes })
const notWithin = 'DROP TRIGGER finance_charge_credit_within'
const noneCredited = 'DROP TRIGGER finance_charge_credit_no_delete'
const fresh: Attack = [noneCredited, 'DELETE FROM finance_charge_credit']

const PAIR = ['900000', '900001'] as const
interface Spoilt {
  readonly row?: Changes
  readonly first?: Changes
  readonly second?: Changes
  readonly firstEntry?: Changes
  readonly secondEntry?: Changes
  readonly more?: readonly string[]
}
/** A pair of postings such as a revaluation's on INV-00007, and the row that names them; `spoilt` changes one thing. */
const revaluing = (spoilt: Spoilt = {}): Attack => {
  const enter = (
    posting: string,
    line: number,
    account: string,
    date: string,
    base: string,
    changes: Changes = {},
  ): string =>
    insert('entry', {
      posting_id: posting,
      line_no: String(line),
      account_id: `(SELECT id FROM account WHERE code = '${account}')`,
      posting_date: `'${date}'`,
      amount: '0',
      base_amount: base,
      ...(account === '1200' ? { item_id: '#INV-00007', customer_id: '2' } : {}),
      ...changes,
    })
  const post = (id: string, date: string, changes: Changes = {}): string =>
    insert('posting', {
      id,
      uid: id,
      command_seq: NEXT,
      posting_date: `'${date}'`,
      currency: `'EUR'`,
      memo: `''`,
      ...changes,
    })
  const [first, second] = PAIR
  return [
    'DROP TRIGGER posting_seals',
    'DROP TRIGGER posting_in_currency_of_items',
    enter(first, 1, '1200', '2025-06-20', '500', spoilt.firstEntry),
    enter(first, 2, '7910', '2025-06-20', '-500'),
    enter(second, 1, '1200', '2025-06-21', '-500', spoilt.secondEntry),
    enter(second, 2, '7910', '2025-06-21', '500'),
    ...(spoilt.more ?? []),
    post(first, '2025-06-20', spoilt.first),
    post(second, '2025-06-21', spoilt.second),
    insert('revaluation', {
      posting_id: first,
      reversal_posting_id: second,
      command_seq: NEXT,
      date: `'2025-06-20'`,
      currency: `'EUR'`,
      rate: `'1.3'`,
      ...spoilt.row,
    }),
  ]
}
const third = (posting: string, date: string): string =>
  insert('entry', {
    posting_id: posting,
    line_no: '3',
    account_id: `(SELECT id FROM account WHERE code = '7910')`,
    posting_date: `'${date}'`,
    amount: '0',
    base_amount: '0',
  })

export const onBilling = {
  recurring_invoice_kept: {
    refused: { 'it is paused or ended, never deleted': [['DELETE FROM recurring_invoice']] },
  },
  recurring_occurrence_of_this_command: {
    refused: { [finished]: [[day('2025-12-31', 'skipped', { command_seq: '1' })]] },
    allowed: [[day('2025-12-31', 'skipped')]],
  },
  recurring_occurrence_once: {
    refused: {
      'only a skipped day is restored': [
        [day('2025-05-31', 'restored')],
        [day('2025-04-30', 'restored')],
        [day('2025-12-31', 'restored')],
      ],
      'this day is billed or skipped already': [
        [day('2025-05-31', 'skipped')],
        [day('2025-06-30', 'skipped')],
        billed('2025-05-31'),
        billed('2025-06-30'),
      ],
      'it is billed by an invoice of the same command': [
        [newDocument('INV-00004'), day('2025-12-31', 'billed', { document_id: '#INV-00001' })],
        [day('2025-12-31', 'billed', { document_id: '#INV-00001' })],
        [day('2025-12-31', 'billed', { document_id: '999999' })],
        billed('2025-12-31', { kind: `'debit_note'` }),
        [
          'DROP TRIGGER document_void_mirrors',
          'DROP TRIGGER document_void_in_batch',
          ...billed('2025-12-31', { reverses_id: '1' }),
        ],
      ],
    },
    allowed: [
      [day('2025-06-30', 'restored')],
      [day('2025-04-30', 'skipped')],
      billed('2025-12-31'),
      // Another recurring invoice's day.
      [day('2025-05-31', 'skipped', { recurring_id: '9' })],
      // Billed, and void since.
      [
        'DROP TRIGGER recurring_occurrence_no_delete',
        "DELETE FROM recurring_occurrence WHERE id = (SELECT max(id) FROM recurring_occurrence WHERE outcome = 'billed')",
        day('2025-05-31', 'skipped'),
      ],
    ],
  },
  finance_charge_item_before_posting: {
    refused: { [posted]: [[copy('finance_charge_item', `document_id = ${charge}`, { item_id: '1' })]] },
    allowed: [charged({ item_id: '1' })],
  },
  finance_charge_item_once: {
    refused: {
      'these days were charged before': [
        charged({}),
        charged({ charged_after: until('2025-04-29'), charged_until: until('2025-05-30') }),
        charged({ charged_after: until('2025-02-01'), charged_until: until('2025-03-02') }),
      ],
    },
    allowed: [
      charged({ charged_after: until('2025-04-30'), charged_until: until('2025-05-30') }),
      charged({
        charged_after: until('2025-02-01'),
        charged_until: '(SELECT min(charged_after) FROM finance_charge_item)',
      }),
      charged({ item_id: '1' }),
      [
        ...['document_void_mirrors', 'document_void_in_batch'].map((name) => `DROP TRIGGER ${name}`),
        newDocument('FIN-00001', { id: '900009', number: `'V'`, reverses_id: charge, total: '0', base_total: '0' }),
        ...charged({}),
      ],
    ],
  },
  finance_charge_credit_before_posting: {
    refused: {
      [posted]: [
        [
          ...fresh,
          creditOf({
            document_id:
              "(SELECT max(id) FROM document WHERE kind = 'credit_note' AND credits_id = (SELECT id FROM document WHERE kind = 'finance_charge'))",
          }),
        ],
      ],
    },
    allowed: [[...fresh, credits(), creditOf()]],
  },
  finance_charge_credit_of_charge: {
    refused: {
      'the credit note credits another document': [
        [notWithin, ...fresh, credits(), creditOf({ charge_id: '#INV-00001' })],
        [notWithin, ...fresh, newDocument('CRN-00003'), creditOf()],
        [
          'DROP TRIGGER document_credits_invoice',
          notWithin,
          ...fresh,
          credits({ kind: `'receipt'`, method: `'cash'` }),
          creditOf(),
        ],
      ],
    },
    allowed: [[...fresh, credits(), creditOf()]],
  },
  finance_charge_credit_within: {
    refused: {
      'more than the item was charged': [
        [credits(), creditOf({ amount: `${left} + 1` })],
        [...fresh, credits(), creditOf({ amount: `${left} + 1` })],
        [...fresh, credits(), creditOf({ item_id: '#INV-00004' })],
      ],
    },
    allowed: [
      [
        ...['finance_charge_credit_of_charge', 'finance_charge_item_once'].map((name) => `DROP TRIGGER ${name}`),
        copy('finance_charge_item', `document_id = ${charge} AND item_id = ${item}`, { document_id: '900005' }),
        insert('finance_charge_credit', { document_id: '900006', charge_id: '900005', item_id: item, amount: '900' }),
        credits(),
        creditOf({ amount: left }),
      ],
      [credits(), creditOf({ amount: left })],
      [
        noneCredited,
        'DELETE FROM finance_charge_credit WHERE document_id = (SELECT max(document_id) FROM finance_charge_credit)',
        credits(),
        creditOf({ amount: left }),
      ],
      [...fresh, credits(), creditOf({ amount: left })],
    ],
  },
  revaluation_is_taken_back: {
    refused: {
      [finished]: [revaluing({ row: { command_seq: '1' } })],
      'its posting has another day or currency': [
        revaluing({ row: { date: `'2025-06-19'` } }),
        revaluing({ row: { currency: `'GBP'` } }),
        revaluing({ first: { posting_date: `'2025-06-19'` } }),
        revaluing({ row: { posting_id: '999999' } }),
      ],
      'it is taken back on the next day': [
        revaluing({ second: { posting_date: `'2025-06-22'` } }),
        revaluing({ second: { currency: `'GBP'` } }),
        revaluing({ row: { reversal_posting_id: '999999' } }),
        revaluing({ row: { reversal_posting_id: '900000' } }),
      ],
      'it moves base amounts only': [
        revaluing({ firstEntry: { amount: '-1' } }),
        revaluing({ secondEntry: { amount: '-1' } }),
        revaluing({ firstEntry: { application_id: '1' } }),
        revaluing({ secondEntry: { application_id: '1' } }),
      ],
      'what takes it back mirrors it, entry by entry': [
        revaluing({ secondEntry: { base_amount: '-499' } }),
        revaluing({ secondEntry: { item_id: '#INV-00006' } }),
        revaluing({ secondEntry: { item_id: '#INV-00004', customer_id: '1' } }),
        revaluing({
          secondEntry: {
            account_id: `(SELECT id FROM account WHERE code = '7910')`,
            item_id: 'NULL',
            customer_id: '2',
          },
        }),
        revaluing({ secondEntry: { line_no: '9' } }),
        revaluing({ more: [third(PAIR[0], '2025-06-20')] }),
        revaluing({ more: [third(PAIR[1], '2025-06-21')] }),
      ],
    },
    allowed: [revaluing()],
  },
} as const satisfies TriggerCases
