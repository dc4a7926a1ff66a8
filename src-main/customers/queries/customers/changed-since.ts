import { changedBy, isOperationName } from '../../../../src-shared/contract.ts'
import type { Subject } from '../../../../src-shared/kit/subjects.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

/** More commands than this are not looked at one by one. */
const COMMANDS_MOST = 200

// Without the cast, SQLite plans the statement anew for each value that is bound.
const COMMANDS = `SELECT seq, name FROM command_log WHERE seq > cast(:after AS INTEGER) ORDER BY seq LIMIT :most`

// What a customer owes moves by entries alone.
const CUSTOMERS = `SELECT DISTINCT entry.customer_id
  FROM posting JOIN entry ON entry.posting_id = posting.id
  WHERE posting.command_seq > cast(:after AS INTEGER) AND entry.customer_id IS NOT NULL`

/** What a row of the list shows besides what the customer owes. */
const OTHERWISE: readonly Subject[] = ['customers', 'rates', 'company']

/** A command that no contract names, such as a migration, may have changed anything. */
const changesOthers = (name: string): boolean =>
  !isOperationName(name) || OTHERWISE.some((subject) => changedBy(name).includes(subject))

/** Whose rows of the list are others than they were after a command. */
export const customersChangedSince: QueryHandler<'customers.changedSince'> = ({ db }, { after }) => {
  const through = db.value<number>('SELECT max(seq) FROM command_log') ?? 0
  if (after === null) return { through, ids: [] }
  const commands = db.all<{ readonly seq: number; readonly name: string }>(COMMANDS, { after, most: COMMANDS_MOST + 1 })
  if (commands.length > COMMANDS_MOST || commands.some(({ name }) => changesOthers(name))) return { through, ids: null }
  return { through, ids: db.rows<[number]>(CUSTOMERS, { after }).map(([id]) => id) }
}
