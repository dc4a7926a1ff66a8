import type { Connection } from './connection.ts'

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
