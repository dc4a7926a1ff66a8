import type { Readable } from './connection.ts'

/** What it says of a file of which no place is damaged. */
export const FILE_RULE = 'Every page and every index of the file is whole'

/**
 * How many places of the file are damaged: pages and rows that cannot be as they are, and indexes that do not have what their
 * tables have; at most a hundred of each table. A table at a time, so that it can be stopped: in a large book all of them take
 * half a minute. What belongs to no table, such as free pages, is found by the quick check of the whole.
 * @param between called before each step with how many are done and how many there are
 */
export const damagedPlaces = (db: Readable, between: (done: number, total: number) => void): number => {
  const tables = db
    .rows<[name: string]>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'view' ORDER BY name`)
    .map(([name]) => `integrity_check("${name.replaceAll('"', '""')}")`)
  const checks = ['quick_check(100)', ...tables]
  return checks.reduce((sum, check, done) => {
    between(done, checks.length)
    return sum + findings(db, check)
  }, 0)
}

const findings = (db: Readable, check: string): number =>
  db.rows<[finding: string]>(`PRAGMA ${check}`).filter(([finding]) => finding !== 'ok').length
