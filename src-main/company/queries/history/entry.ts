import type { HistoryEntry } from '../../../../src-shared/company/contract/history.ts'
import { recordsOf, wordsFor } from '../../../../src-shared/history.ts'
import { maskAccountNumbers } from '../../../../src-shared/domain/text/account-numbers.ts'
import type { EntryTexts } from '../../../../src-shared/kit/history.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import { changesOf } from './changes.ts'
import { loggedCommand, type LoggedCommand } from './logged.ts'

type Document = Stored<'document', 'id' | 'kind' | 'number' | 'customerId'>
type Customer = Stored<'customer', 'id' | 'code' | 'name'>

const MADE = `
  SELECT id, kind, number, customer_id AS customerId FROM document WHERE command_seq = ? ORDER BY id LIMIT 1`
const APPLIED = `
  SELECT d.id, d.kind, d.number, d.customer_id AS customerId FROM application AS a JOIN document AS d ON d.id = a.credit_id
  WHERE a.command_seq = ? ORDER BY a.id LIMIT 1`
const NAMED = 'SELECT id, kind, number, customer_id AS customerId FROM document WHERE id = ?'

/** One command as people read it. */
export function historyEntry(db: Readable, seq: number, texts: EntryTexts): HistoryEntry {
  const command = loggedCommand(db, seq)
  const words = wordsFor(command.name)
  const said = { input: command.input, output: command.output }
  const changes = changesOf(db, command, words, texts)
  const document = documentOf(db, command)
  const customerId = document?.customerId ?? idOf(command, 'customer')
  const customer =
    customerId === undefined
      ? undefined
      : db.get<Customer>('SELECT id, code, name FROM customer WHERE id = ?', [customerId])
  return {
    id: seq,
    recordedAt: command.recordedAt,
    person: command.person,
    device: command.device,
    title: words.title,
    text: maskAccountNumbers(words.say(said as never, texts)),
    changes,
    approvedBy: command.approvedBy,
    customer: customer ?? null,
    document: document === undefined ? null : { id: document.id, kind: document.kind, number: document.number },
  }
}

function documentOf(db: Readable, command: LoggedCommand): Document | undefined {
  const made = db.get<Document>(MADE, [command.seq]) ?? db.get<Document>(APPLIED, [command.seq])
  if (made !== undefined) return made
  const id = idOf(command, 'document')
  return id === undefined ? undefined : db.get<Document>(NAMED, [id])
}

const idOf = ({ name, input, output }: LoggedCommand, kind: 'customer' | 'document'): number | undefined =>
  recordsOf(name, input, output).find((record) => record.kind === kind)?.id
