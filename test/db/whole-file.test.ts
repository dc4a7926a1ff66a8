import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Connection } from '../../src-main/db/connection.ts'
import { damagedPlaces } from '../../src-main/db/whole-file.ts'
import { temporaryFolder } from '../fixtures/company.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { wholeBooksFile } from '../fixtures/whole-books/whole-books.ts'

/** What is said of a file; damage that SQLite cannot read past is found too. */
const finds = (path: string, look: (connection: Connection) => boolean): boolean => {
  const connection = new Connection(path, { readonly: true })
  try {
    return look(connection)
  } catch {
    return true
  } finally {
    connection.close()
  }
}

const books = async (): Promise<string> => {
  const path = join(temporaryFolder(), 'Whole.duebook')
  await wholeBooksFile(path)
  const connection = new Connection(path)
  connection.driver.pragma('journal_mode = DELETE')
  connection.close()
  return path
}

test(
  'table by table, a changed byte is found where SQLite’s check of the whole finds it',
  { timeout: 60_000 },
  async () => {
    const path = await books()
    const inOne = (of: string): boolean => finds(of, (file) => file.value('PRAGMA integrity_check(1)') !== 'ok')
    const byTable = (of: string): boolean => finds(of, (file) => damagedPlaces(file, () => {}) > 0)
    expect([inOne(path), byTable(path)]).toEqual([false, false])
    const whole = readFileSync(path)
    const random = seededRandom(11)
    const harmed = `${path}.harmed`
    const found: boolean[] = []
    for (let turn = 0; turn < 200; turn += 1) {
      const bytes = Buffer.from(whole)
      const at = 4096 + Math.floor(random() * (bytes.length - 4096))
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      writeFileSync(harmed, bytes)
      found.push(inOne(harmed))
      expect(byTable(harmed), `byte ${at}`).toBe(found.at(-1))
    }
    expect(found.filter(Boolean).length).toBeGreaterThan(20)
  },
)

test('each step says how far it is, and can be the last', async () => {
  const connection = new Connection(await books(), { readonly: true })
  const parts: number[] = []
  damagedPlaces(connection, (done, total) => void parts.push(done / total))
  expect(parts.length).toBeGreaterThan(50)
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  expect(parts.at(-1)).toBeLessThan(1)
  const stopAtFifth = (done: number): void => {
    if (done === 5) throw new Error('stopped')
  }
  expect(() => damagedPlaces(connection, stopAtFifth)).toThrow('stopped')
  connection.close()
})
