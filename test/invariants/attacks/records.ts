import { firstRows } from './generic.ts'
import { copy, insert, NEXT, type Attack, type TriggerCases } from './attack-case.ts'

const user = (name: string, role: string, active: number): string =>
  insert('user', { uid: `'${name}'`, name: `'${name}'`, role: `'${role}'`, active: String(active) })

const logged = (seq: string, prevHash: string): Attack => [
  copy('command_log', 'seq = 1', { seq, prev_hash: prevHash, hash: `'attack'` }),
]
const lastHash = '(SELECT hash FROM command_log ORDER BY seq DESC LIMIT 1)'

const approving = (seq: string, name: string): string =>
  copy('approval', 'true', { command_seq: seq, user_id: `(SELECT id FROM user WHERE name = '${name}')` })

const component = (code: number, position: number, of: number): string =>
  insert('tax_code_component', {
    tax_code_id: String(code),
    position: String(position),
    component_id: String(of),
    on_earlier: '0',
  })

const series = (changes: Readonly<Record<string, string>>): string =>
  copy('number_series', `kind = 'invoice'`, { command_seq: NEXT, ...changes })

const parent = 'customer: a paying parent is another customer that pays for itself'.slice('customer: '.length)
const customer = (changes: Readonly<Record<string, string>>): string =>
  copy('customer', 'id = 1', { code: `'NEW'`, code_key: `'NEW'`, ...changes })
const code = (name: string): string => `(SELECT id FROM customer WHERE code = '${name}')`
const pays = (who: string, by: string): string => `UPDATE customer SET paying_parent_id = ${by} WHERE code = '${who}'`

const finished = (table: string): Attack => [firstRows[table] ?? '', copy(table, 'true', { command_seq: '1' })]
const unfinished = (table: string): Attack => [firstRows[table] ?? '', copy(table, 'true', { command_seq: NEXT })]

export const onRecords = {
  command_log_appends: {
    refused: {
      'seq is not the next': [logged(`${NEXT} + 1`, lastHash), logged('3', lastHash), logged('0', lastHash)],
      'prev_hash is not the last hash': [
        logged(NEXT, `'other'`),
        logged(NEXT, '(SELECT hash FROM command_log WHERE seq = 1)'),
      ],
    },
    allowed: [logged(NEXT, lastHash)],
  },
  user_kept: { refused: { 'a person is archived, never deleted': [['DELETE FROM user']] } },
  user_leaves_an_owner: {
    refused: {
      'the last owner stays': [
        [`UPDATE user SET role = 'clerk'`],
        ['UPDATE user SET active = 0'],
        // Others there are, but none who works here and may.
        [user('Sam', 'owner', 0), 'UPDATE user SET active = 0 WHERE id = 1'],
        [user('Cleo', 'clerk', 1), 'UPDATE user SET active = 0 WHERE id = 1'],
      ],
    },
    allowed: [
      [user('Sue', 'owner', 1), 'UPDATE user SET active = 0 WHERE id = 1'],
      [user('Sue', 'owner', 1), `UPDATE user SET role = 'clerk' WHERE id = 1`],
      [`UPDATE user SET name = 'Other'`],
      [user('Cleo', 'clerk', 1), `UPDATE user SET active = 0 WHERE name = 'Cleo'`],
      [user('Sam', 'owner', 0), `UPDATE user SET role = 'clerk' WHERE name = 'Sam'`],
    ],
  },
  approval_of_this_command: {
    refused: { 'its command is already finished': [[approving('1', 'Owner')]] },
    allowed: [[approving(NEXT, 'Owner')]],
  },
  approval_by_a_supervisor: {
    refused: {
      'only a supervisor approves': [
        [user('Cleo', 'clerk', 1), approving(NEXT, 'Cleo')],
        [user('Sam', 'supervisor', 0), approving(NEXT, 'Sam')],
        [copy('approval', 'true', { command_seq: NEXT, user_id: '999' })],
      ],
    },
  },
  account_kept: { refused: { 'an account is kept': [[`DELETE FROM account WHERE code = '4000'`]] } },
  account_control_fixed: {
    refused: {
      'the control account is fixed': [
        [`UPDATE account SET is_control = 0 WHERE code = '1200'`],
        [`UPDATE account SET is_control = 1 WHERE code = '4000'`],
      ],
    },
    allowed: [[`UPDATE account SET is_control = 1 WHERE code = '1200'`]],
  },
  tax_code_component_no_update: {
    refused: {
      'the taxes of a code are never changed': [[component(1, 1, 2), 'UPDATE tax_code_component SET on_earlier = 0']],
    },
  },
  tax_code_component_no_delete: {
    refused: { 'the taxes of a code are never changed': [[component(1, 1, 2), 'DELETE FROM tax_code_component']] },
  },
  tax_code_component_is_one_tax: {
    refused: {
      'a code of several taxes is not one of them': [
        [component(1, 1, 2), component(3, 1, 1)],
        [component(1, 1, 2), component(2, 1, 3)],
      ],
    },
    allowed: [
      [component(1, 1, 2), component(1, 2, 3)],
      [component(1, 1, 2), component(3, 1, 2)],
    ],
  },
  reason_code_kept: { refused: { 'a reason code is archived, never deleted': [['DELETE FROM reason_code']] } },
  number_series_kept: { refused: { 'a series is kept': [['DELETE FROM number_series']] } },
  number_series_fixed: {
    refused: {
      'a series in use is not changed': [
        [`UPDATE number_series SET first_number = 1 WHERE kind = 'receipt'`],
        [
          series({ id: '800', prefix: `'NEW-'` }),
          'DROP TRIGGER number_passed_over_is_next',
          `INSERT INTO number_passed_over VALUES (800, 1, NULL, 1, ${NEXT})`,
          'UPDATE number_series SET width = 6 WHERE id = 800',
        ],
        [`UPDATE number_series SET first_number = 1 WHERE kind = 'unidentified_receipt'`],
      ],
    },
    allowed: [
      [
        copy('number_series', `kind = 'unidentified_receipt'`, { command_seq: NEXT, prefix: `'U-'`, device_id: '9' }),
        `UPDATE number_series SET width = 6 WHERE device_id = 9`,
      ],
      [series({ id: '800', prefix: `'NEW-'` }), 'UPDATE number_series SET width = 6 WHERE id = 800'],
    ],
  },
  number_series_of_one_device: {
    refused: {
      'another device numbers with this prefix': [[series({ device_id: '2' })]],
    },
    allowed: [
      [series({ device_id: '2', prefix: `'B-'` })],
      [series({ device_id: '2', kind: `'quote'` })],
      [series({ first_number: '5000' })],
    ],
  },
  number_series_of_unidentified_receipts: {
    refused: {
      'the device has its series of unidentified receipts': [
        [copy('number_series', `kind = 'unidentified_receipt'`, { command_seq: NEXT, prefix: `'U-'` })],
      ],
    },
    allowed: [
      [
        series({ device_id: '9', prefix: `'B-'` }),
        copy('number_series', `kind = 'unidentified_receipt'`, { command_seq: NEXT, prefix: `'U-'`, device_id: '9' }),
      ],
      [copy('number_series', `kind = 'unidentified_receipt'`, { command_seq: NEXT, prefix: `'U-'`, device_id: '2' })],
      [series({ prefix: `'U-'` })],
    ],
  },
  customer_kept: { refused: { 'a customer is archived, never deleted': [['DELETE FROM customer']] } },
  customer_paying_parent_added: {
    refused: {
      [parent]: [
        [customer({ id: '800', paying_parent_id: '800' })],
        [customer({ paying_parent_id: code('CHILD') })],
        [customer({ paying_parent_id: '801' })],
      ],
    },
    allowed: [[customer({ paying_parent_id: code('GROUP') })], [customer({})]],
  },
  customer_paying_parent_changed: {
    refused: {
      [parent]: [[pays('NORTH', code('NORTH'))], [pays('NORTH', code('CHILD'))], [pays('NORTH', '801')]],
      'a paying parent has no paying parent of its own': [[pays('GROUP', code('NORTH'))]],
    },
    allowed: [[pays('NORTH', code('GROUP'))], [pays('CHILD', 'NULL')], [pays('GROUP', 'NULL')]],
  },
  note_of_this_command: {
    refused: { 'its command is already finished': [finished('note')] },
    allowed: [unfinished('note')],
  },
  attachment_of_this_command: {
    refused: { 'its command is already finished': [finished('attachment')] },
    allowed: [unfinished('attachment')],
  },
  dispute_of_this_command: {
    refused: { 'its command is already finished': [finished('dispute')] },
    allowed: [unfinished('dispute')],
  },
  dispute_step_of_this_command: {
    refused: { 'its command is already finished': [finished('dispute_step')] },
    allowed: [unfinished('dispute_step')],
  },
} as const satisfies TriggerCases
