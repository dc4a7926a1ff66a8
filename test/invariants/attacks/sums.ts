import { paying } from './applications.ts'
import { insert, newDocument, type Attack, type TriggerCases } from './attack-case.ts'
import { pair, posting } from './entries.ts'

const NO_COMMAND = 'no command is posting'
const values = { currency: `'USD'`, date: `'2024-01-01'`, amount: '1', base_amount: '1' }
const addAccount = insert('account_day', { account_id: '1', ...values })
const addReceivable = insert('receivable_day', values)
const changeAccount = 'UPDATE account_day SET amount = amount + 1'
const changeReceivable = 'UPDATE receivable_day SET amount = amount + 1'

const whilePosting = (attack: string): Attack => [...pair(), posting(), attack]
/** Of the last command, which is finished. */
const settledBefore = (attack: string): Attack => [
  'DROP TRIGGER application_of_this_command',
  paying({ command_seq: '(SELECT max(seq) FROM command_log)' }),
  attack,
]
/** What customers owe changes with a document, an application or a posting, whichever comes first. */
const whileSettling = (attack: string): readonly Attack[] => [
  [newDocument('INV-00004'), attack],
  [paying(), attack],
  whilePosting(attack),
]

export const onSums = {
  account_day_inserted_by_command: {
    refused: { [NO_COMMAND]: [[addAccount]] },
    allowed: [whilePosting(addAccount)],
  },
  account_day_updated_by_command: {
    refused: { [NO_COMMAND]: [[changeAccount]] },
    allowed: [whilePosting(changeAccount)],
  },
  account_day_stays: { refused: { 'sums are never deleted': [['DELETE FROM account_day']] } },
  receivable_day_inserted_by_command: {
    refused: { [NO_COMMAND]: [[addReceivable], settledBefore(addReceivable)] },
    allowed: whileSettling(addReceivable),
  },
  receivable_day_updated_by_command: {
    refused: { [NO_COMMAND]: [[changeReceivable], settledBefore(changeReceivable)] },
    allowed: whileSettling(changeReceivable),
  },
  receivable_day_stays: { refused: { 'sums are never deleted': [['DELETE FROM receivable_day']] } },
} as const satisfies TriggerCases
