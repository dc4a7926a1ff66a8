import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Connection } from '../../src-main/db/connection.ts'
import { temporaryFolder } from '../fixtures/company.ts'
import { wholeBooksFile } from '../fixtures/whole-books/whole-books.ts'

interface Copied {
  readonly table: string
  readonly where: string
  readonly changes: Readonly<Record<string, string>>
}

const columnsOf = (connection: Connection, table: string) =>
  connection.all<{ name: string; pk: number; type: string }>(
    'SELECT name, pk, type FROM pragma_table_xinfo(?) WHERE hidden = 0',
    [table],
  )

/** What `copy` of the attacks says, as SQL. */
const copying = (connection: Connection, { table, where, changes }: Copied): string => {
  const columns = columnsOf(connection, table)
  const isKey = ({ name, pk, type }: (typeof columns)[number]): boolean =>
    name === 'id' && pk === 1 && type === 'INTEGER'
  const values = columns.map((column) => {
    const own = column.name === 'uid' ? 'hex(randomblob(16))' : isKey(column) ? 'NULL' : `"${column.name}"`
    return changes[column.name] ?? own
  })
  const names = columns.map(({ name }) => `"${name}"`)
  return `INSERT INTO "${table}" (${names.join(', ')}) SELECT ${values.join(', ')} FROM "${table}" WHERE ${where} LIMIT 1`
}

/** `#INV-00001` in a statement is that document, by its number. */
const spelled = (connection: Connection, text: string): string => {
  const sql = text.startsWith('COPY ') ? copying(connection, JSON.parse(text.slice(5)) as Copied) : text
  return sql.replaceAll(/#([\w/-]+)/g, (_, number: string) => `(SELECT id FROM document WHERE number = '${number}')`)
}

/** Books for who wants to do them harm; foreign keys and checks do not hold there. */
export const booksToHarm = async (): Promise<Connection> => {
  const path = join(temporaryFolder(), 'Harmed.duebook')
  await wholeBooksFile(path)
  const connection = new Connection(path)
  onTestFinished(() => connection.close())
  connection.driver.pragma('journal_mode = MEMORY')
  connection.driver.pragma('synchronous = OFF')
  connection.driver.pragma('foreign_keys = OFF')
  connection.driver.pragma('ignore_check_constraints = ON')
  connection.driver.pragma('recursive_triggers = ON')
  return connection
}

/** Takes the file's own rules off. */
export const withoutTriggers = (connection: Connection): Connection => {
  for (const [name] of connection.rows<[string]>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`))
    connection.driver.exec(`DROP TRIGGER "${name}"`)
  return connection
}

/** Undoes whatever it did. */
export const undone = <T>(connection: Connection, work: () => T): T => {
  connection.driver.exec('SAVEPOINT harm')
  try {
    return work()
  } finally {
    connection.driver.exec('ROLLBACK TO harm; RELEASE harm')
  }
}

export const exec = (connection: Connection, statement: string): void =>
  void connection.driver.exec(spelled(connection, statement))

/** Does what `harm` says, looks, and undoes it. */
export const harmed = <T>(connection: Connection, harm: readonly string[], look: () => T): T =>
  undone(connection, () => {
    for (const statement of harm) exec(connection, statement)
    return look()
  })
