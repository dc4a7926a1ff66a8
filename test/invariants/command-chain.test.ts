import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { appendCommand, verifyChain, type CommandRecord } from '../../src-main/db/command-chain.ts'
import type { Connection, Param } from '../../src-main/db/connection.ts'
import { booksToHarm, harmed, undone, withoutTriggers } from './tampering.ts'

/** The chain of the command log, worked out once more from the rows as they lie in the file. */

type Row = Readonly<Record<string, Param>>

const sha256 = (...texts: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text)
  return hash.digest('hex')
}

/** Over the hash before and the columns of the row, in the order in which the table has them. */
const hashOf = (row: Row, before: string): string => {
  const { prev_hash: _, hash: __, before: changed, ...own } = row
  return sha256(before, JSON.stringify([...Object.values(own), ...(changed === null ? [] : [changed])]))
}

const log = (books: Connection): readonly Row[] => books.all<Row>('SELECT * FROM command_log ORDER BY seq')

/** Which table says which command wrote its rows, and by which column others are part of its rows. */
const PARENTS = { document_id: 'document', posting_id: 'posting', application_id: 'application' } as const

/** The facts of a command as texts: what each row is of, and its columns that are not NULL. */
const factsOf = (books: Connection, seq: Param): readonly string[] => {
  const guarded = books.rows<[string]>(
    `SELECT tbl_name FROM sqlite_schema WHERE name = tbl_name || '_no_update' AND tbl_name NOT IN ('command_log', 'attachment_content', 'tax_code_component')`,
  )
  return guarded.flatMap(([table]) => {
    const columns = books.rows<[string]>('SELECT name FROM pragma_table_info(?)', [table]).map(([name]) => name)
    const [column, parent] = Object.entries(PARENTS).find(([name]) => columns.includes(name)) ?? []
    const where = columns.includes('command_seq')
      ? 'command_seq = ?'
      : `${column} IN (SELECT id FROM ${parent} WHERE command_seq = ?)`
    return books
      .all<Row>(`SELECT * FROM "${table}" WHERE ${where}`, [seq ?? null])
      .map((row) =>
        [
          table,
          ...Object.entries(row).flatMap(([name, value]) =>
            value === null ? [] : [`${name}=${JSON.stringify(value)}`],
          ),
        ].join('\n'),
      )
  })
}

const factsHash = (books: Connection, seq: Param): string => {
  const rows = factsOf(books, seq).toSorted()
  return rows.length === 0 ? '' : sha256(...rows.flatMap((row) => [row, '\0']))
}

const record: CommandRecord = {
  before: null,
  seq: 1,
  uid: '0197c2b4-0000-7000-8000-000000000001',
  name: 'accounts.create',
  userId: 1,
  deviceId: 1,
  recordedAt: '2025-06-30T12:00:00.000Z',
  hlc: '2025-06-30T12:00:00.000Z-0000-x',
  input: '{"code":"4100"}',
  result: '{"id":7}',
  factsHash: '',
}

/** Worked out by another program. */
const FIRST = 'c7d704ccf368976de1c8ee3fa721266fd9180c20df5fae0d667d0fec9b36d7ff'
const SECOND = '882f1bf64993c6b18eb88736d3fddd24cbb18256154c1e4e8d4f4a33d76c3d30'

describe('the chain of the command log', () => {
  test('has the known hashes of two known commands', async () => {
    const books = await booksToHarm()
    undone(books, () => {
      withoutTriggers(books)
      books.driver.exec('DELETE FROM command_log')
      appendCommand(books, record, '')
      const [first] = log(books)
      appendCommand(
        books,
        { ...record, seq: 2, uid: record.uid.replace(/1$/, '2'), factsHash: 'ab' },
        String(first?.['hash']),
      )
      expect(log(books).map(({ prev_hash, hash }) => [prev_hash, hash])).toEqual([
        ['', FIRST],
        [FIRST, SECOND],
      ])
    })
  })

  test('of whole books is what their rows say, each over the one before, with the facts of its command', async () => {
    const books = await booksToHarm()
    const rows = log(books)
    expect(rows.length).toBeGreaterThan(50)
    let before = ''
    for (const row of rows) {
      expect([row['prev_hash'], row['hash']], `seq ${row['seq']}`).toEqual([before, hashOf(row, before)])
      expect(row['facts_hash'], `facts of seq ${row['seq']}`).toBe(factsHash(books, row['seq'] ?? null))
      before = String(row['hash'])
    }
    expect(rows.filter((row) => row['facts_hash'] !== '').length).toBeGreaterThan(30)
    expect(verifyChain(books)).toEqual({ commands: rows.length, intact: true, brokenAt: null, head: before })
  })
})

describe('what somebody changed in it', () => {
  const SEQ = 20
  const broken = async (harm: readonly string[] | ((books: Connection) => void)): Promise<number | null> => {
    const books = withoutTriggers(await booksToHarm())
    if (typeof harm === 'function')
      return undone(books, () => {
        harm(books)
        return verifyChain(books).brokenAt
      })
    return harmed(books, harm, () => verifyChain(books).brokenAt)
  }
  /** The row made to fit what was changed in it. */
  const forge = (books: Connection, seq: number): void => {
    const row = books.get<Row>('SELECT * FROM command_log WHERE seq = ?', [seq]) ?? {}
    books.run('UPDATE command_log SET hash = ? WHERE seq = ?', [hashOf(row, String(row['prev_hash'])), seq])
  }
  const follow = (books: Connection, seq: number): void =>
    void books.run(
      'UPDATE command_log SET prev_hash = (SELECT hash FROM command_log WHERE seq = ? - 1) WHERE seq = ?',
      [seq, seq],
    )

  test.each([
    'uid',
    'name',
    'user_id',
    'device_id',
    'recorded_at',
    'hlc',
    'input',
    'result',
    'facts_hash',
    'prev_hash',
    'hash',
  ])('is found where it is: %s', async (column) => {
    const other = column.endsWith('_id') ? `${column} + 1` : `${column} || 'x'`
    expect(await broken([`UPDATE command_log SET ${column} = ${other} WHERE seq = ${SEQ}`])).toBe(SEQ)
  })

  test('with a hash that fits it is found at the row after', async () => {
    const change = (books: Connection): void => {
      books.run(`UPDATE command_log SET input = '{}' WHERE seq = ?`, [SEQ])
      forge(books, SEQ)
    }
    expect(await broken(change)).toBe(SEQ + 1)
  })

  test('and a row after that follows it is found too: each hash is over the one before', async () => {
    const change = (books: Connection): void => {
      books.run(`UPDATE command_log SET input = '{}' WHERE seq = ?`, [SEQ])
      forge(books, SEQ)
      follow(books, SEQ + 1)
    }
    expect(await broken(change)).toBe(SEQ + 1)
  })

  test('and with that forged as well, at the next', async () => {
    const change = (books: Connection): void => {
      books.run(`UPDATE command_log SET input = '{}' WHERE seq = ?`, [SEQ])
      forge(books, SEQ)
      follow(books, SEQ + 1)
      forge(books, SEQ + 1)
    }
    expect(await broken(change)).toBe(SEQ + 2)
  })

  test('two rows that changed places, one that is missing, one that was put between', async () => {
    const swap = ['seq = -1 WHERE seq = 20', 'seq = 20 WHERE seq = 21', 'seq = 21 WHERE seq = -1']
    expect(await broken(swap.map((each) => `UPDATE command_log SET ${each}`))).toBe(SEQ)
    const forgedSwap = (books: Connection): void => {
      for (const each of swap) books.run(`UPDATE command_log SET ${each}`)
      for (const seq of [20, 21, 22]) {
        follow(books, seq)
        forge(books, seq)
      }
    }
    // The commands fit their places then, and what they wrote does not.
    expect(await broken(forgedSwap)).toBe(SEQ)
    expect(await broken([`DELETE FROM command_log WHERE seq = ${SEQ}`])).toBe(SEQ + 1)
    const closed = [
      `DELETE FROM command_log WHERE seq = ${SEQ}`,
      `UPDATE command_log SET seq = seq - 1 WHERE seq > ${SEQ}`,
    ]
    expect(await broken(closed)).toBe(SEQ)
    expect(await broken(['DELETE FROM command_log WHERE seq = 1'])).toBe(2)
  })

  test('facts of one command that are another’s, although both hashes were made to fit the log', async () => {
    const ofTwo = `(SELECT command_seq FROM document WHERE number = 'INV-00002'), (SELECT command_seq FROM document WHERE number = 'INV-00003')`
    const change = (books: Connection): void => {
      const [ofBoth] = books.rows<[number, number]>(`SELECT ${ofTwo}`)
      const [first, second] = ofBoth ?? [0, 0]
      books.run(`UPDATE document SET command_seq = iif(command_seq = ?, ?, ?) WHERE command_seq IN (?, ?)`, [
        first,
        second,
        first,
        first,
        second,
      ])
    }
    const books = await booksToHarm()
    const first = books.value<number>(`SELECT command_seq FROM document WHERE number = 'INV-00002'`)
    expect(await broken(change)).toBe(first)
  })
})
