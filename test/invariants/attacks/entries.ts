import { closing, insert, NEW, NEXT, type Attack, type Changes, type TriggerCases } from './attack-case.ts'

const DAY = `'2025-06-20'`
const account = (code: string): string => `(SELECT id FROM account WHERE code = '${code}')`
const customerOf = (number: string): string => `(SELECT customer_id FROM document WHERE number = '${number}')`

const entry = (line: number, code: string, amount: number, changes: Changes = {}): string =>
  insert('entry', {
    posting_id: NEW,
    line_no: String(line),
    account_id: account(code),
    posting_date: DAY,
    amount: String(amount),
    base_amount: String(amount),
    ...changes,
  })
const onItem = (line: number, amount: number, number: string, changes: Changes = {}): string =>
  entry(line, '1200', amount, { item_id: `#${number}`, customer_id: customerOf(number), ...changes })

export const posting = (changes: Changes = {}): string =>
  insert('posting', {
    id: NEW,
    uid: `'attack'`,
    command_seq: NEXT,
    posting_date: DAY,
    currency: `'USD'`,
    memo: `''`,
    ...changes,
  })
export const pair = (second: Changes = {}): Attack => [entry(1, '1000', 100), entry(2, '4000', -100, second)]

export const onEntries = {
  posting_seals: {
    refused: {
      'the period is closed': [[...pair(), closing('2025-06-20'), posting()]],
      'it needs at least two entries': [[posting()], [entry(1, '1000', 0), posting()]],
      'the entries do not balance': [
        [...pair({ amount: '-99' }), posting()],
        [...pair({ base_amount: '-99' }), posting()],
      ],
      'an entry has another date': [
        [...pair({ posting_date: `'2025-06-19'` }), posting()],
        [...pair({ posting_date: `'2025-06-21'` }), posting()],
      ],
    },
    allowed: [[...pair(), closing('2025-06-19'), posting()]],
  },
  posting_in_currency_of_items: {
    refused: {
      'an entry of an open item is in another currency than the item': [
        [onItem(1, -100, 'INV-00007'), entry(2, '4000', 100), posting()],
        [onItem(1, -100, 'INV-00004'), entry(2, '4000', 100), posting({ currency: `'EUR'` })],
      ],
    },
    allowed: [
      [onItem(1, -100, 'INV-00004'), entry(2, '4000', 100), posting()],
      [onItem(1, -100, 'INV-00007'), entry(2, '4000', 100), posting({ currency: `'EUR'` })],
    ],
  },
  entry_rules: {
    refused: {
      'the posting is sealed': [[entry(90, '1000', 100, { posting_id: '1' })]],
      'the control account, and it alone, names an open item': [
        [entry(1, '1200', 100)],
        [onItem(1, -100, 'INV-00004', { account_id: account('1000') })],
        [entry(1, '1000', 100, { account_id: '999' })],
      ],
      'the open item belongs to another customer': [
        [onItem(1, -100, 'INV-00004', { customer_id: '2' })],
        [onItem(1, -100, 'INV-00004', { customer_id: 'NULL' })],
      ],
      'it is dated before its open item': [[onItem(1, -100, 'INV-00004', { posting_date: `'2025-05-01'` })]],
    },
    allowed: [
      [entry(1, '1000', 100, { customer_id: '1' })],
      [onItem(1, -100, 'INV-00007')],
      [onItem(1, -100, 'INV-00004', { posting_date: `'2025-05-02'` })],
      [entry(1, '1000', 100)],
    ],
  },
  account_total_within_bounds: {
    refused: {
      'more than the books can add up': [
        [`UPDATE account_total SET total = 9000000000000001 WHERE side = 0`],
        [`UPDATE account_total SET total = -9000000000000001 WHERE side = 0`],
      ],
    },
    allowed: [
      [`UPDATE account_total SET total = 9000000000000000 WHERE side = 0`],
      [
        "INSERT INTO account_total (account_id, side, currency, total) VALUES (99, 0, '', 9000000000000005)",
        'UPDATE account_total SET total = 9000000000000004 WHERE account_id = 99',
      ],
      [
        "INSERT INTO account_total (account_id, side, currency, total) VALUES (99, 0, '', 9000000000000005)",
        'UPDATE account_total SET total = -9000000000000005 WHERE account_id = 99',
      ],
    ],
  },
} as const satisfies TriggerCases
