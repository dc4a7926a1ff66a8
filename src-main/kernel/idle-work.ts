import type { Connection } from '../db/connection.ts'
import { sqliteRefusal } from '../db/errors.ts'
import { inTransaction } from '../db/transaction.ts'
import { idleWork } from '../modules.ts'

/**
 * Does a short piece of what the modules leave for idle moments; nothing while a command waits to be confirmed, whose transaction it is.
 * @returns whether more is left. Where the disk refuses, none is until the next time: nothing that was posted waits for it.
 */
export const workWhileIdle = (connection: Connection, log: (line: string) => void): boolean => {
  if (connection.driver.inTransaction) return false
  try {
    return idleWork.some((work) => inTransaction(connection, () => work(connection)))
  } catch (error) {
    const refusal = sqliteRefusal(error, connection.file)
    if (!refusal) throw error
    log(`idle work put off: ${refusal.code}`)
    return false
  }
}
