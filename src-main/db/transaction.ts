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
    // SQLite rolls back by itself on a full disk or an I/O error.
    if (connection.driver.inTransaction) connection.run('ROLLBACK')
    throw error
  }
}
