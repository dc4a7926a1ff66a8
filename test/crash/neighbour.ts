/**
 * Another program on the same machine. Does one thing to a company file and says so in a line on its standard output,
 * then stays until it is ended. Arguments: what to do, the file, and the number of the user who does it when it is another.
 */
import { readSync, writeSync } from 'node:fs'
import { Connection } from '../../src-main/db/connection.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'

const [what, path = '', user] = process.argv.slice(2)
const say = (text: string): void => void writeSync(1, `${text}\n`)

const opened = (): string => {
  try {
    openForWriting(path)
    return 'open'
  } catch (error) {
    if (error instanceof Refusal) return `refused ${error.code}`
    throw error
  }
}

/** As a backup program may: nothing else writes meanwhile. */
const lock = (statement: string): string => {
  const connection = new Connection(path)
  if (statement === 'all') connection.run('PRAGMA locking_mode = EXCLUSIVE')
  connection.run('BEGIN IMMEDIATE')
  return 'locked'
}

/** Only once the program is read, SQLite's part of it too: the other user may have no right to read this clone. */
const becomeUser = (id: number): void => {
  new Connection(':memory:').close()
  process.setgroups?.([])
  process.setgid?.(id)
  process.setuid?.(id)
}

if (user !== undefined) becomeUser(Number(user))
say(what === 'open' ? opened() : lock(what === 'lock all' ? 'all' : 'writes'))
readSync(0, Buffer.alloc(1))
