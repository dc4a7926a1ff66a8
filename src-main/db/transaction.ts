import type { Connection } from './connection.ts'

/**
 * Holds what a reading connection sees as it is until released. The writing connection needs none: nothing else writes,
 * and it runs one statement list at a time. Within a snapshot that is held already, this one joins it.
 */
export const beginSnapshot = (connection: Connection): (() => void) => {
  if (!connection.driver.readonly || connection.driver.inTransaction) return () => {}
  connection.run('BEGIN')
  return () => {
    if (connection.driver.inTransaction) connection.run('COMMIT')
  }
}

/** Runs `work` in one write transaction; any error rolls all of it back. */
export const inTransaction = <T>(connection: Connection, work: () => T): T => {
  connection.run('BEGIN IMMEDIATE')
  try {
    const result = work()
    connection.run('COMMIT')
    return result
  } catch (error) {
    rollBack(connection)
    throw error
  }
}

/**
 * The same, but what it did is confirmed elsewhere before it is committed: an error there rolls it back too. Until then
 * the connection takes nothing else; its caller sends one command after another.
 */
export const inConfirmedTransaction = async <T>(
  connection: Connection,
  work: () => T,
  confirm: (result: T) => Promise<void>,
): Promise<T> => {
  connection.run('BEGIN IMMEDIATE')
  try {
    const result = work()
    await confirm(result)
    connection.run('COMMIT')
    return result
  } catch (error) {
    rollBack(connection)
    throw error
  }
}

/** SQLite rolls back by itself on a full disk or an I/O error. */
const rollBack = (connection: Connection): void => {
  if (connection.driver.inTransaction) connection.run('ROLLBACK')
}
