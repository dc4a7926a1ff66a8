import { expect } from 'vitest'
import type { Connection } from '../../../src-main/db/connection.ts'

/** What a transaction inside another one is called, so that all of them can be undone together. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  'BEGIN IMMEDIATE': ['SAVEPOINT command'],
  COMMIT: ['RELEASE command'],
  ROLLBACK: ['ROLLBACK TO command', 'RELEASE command'],
}

/** Makes every transaction one inside a transaction that is open already. */
export const nesting = (connection: Connection): Connection => {
  const run = connection.run.bind(connection)
  connection.run = (sql, params) => {
    const inside = INSIDE[sql]
    if (!inside) return run(sql, params)
    for (const each of inside) run(each)
    return 0
  }
  return connection
}

/** Undoes what is done to a file meanwhile. */
export const undoing = async (connection: Connection, work: () => Promise<void>): Promise<void> => {
  connection.driver.exec('BEGIN')
  try {
    await work()
    expectReferencesMet(connection)
  } finally {
    connection.driver.exec('ROLLBACK')
  }
}

/** A posting that nothing seals would only be refused by the commit, which does not come. */
const expectReferencesMet = (connection: Connection): void =>
  expect(connection.rows('PRAGMA foreign_key_check'), 'rows that refer to none').toEqual([])
