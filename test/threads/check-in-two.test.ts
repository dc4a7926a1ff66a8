import { describe, expect, test } from 'vitest'
import { call, openForReading } from '../../src-main/company-file/company-file.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { checkInTwo } from '../../src-main/threads/check-in-two.ts'
import type { OnProgress, RunningCall } from '../../src-main/threads/running-call.ts'
import { flipBit } from '../fixtures/flip-bit.ts'
import { newOpenShell } from '../fixtures/shell.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'

const inputs = validInputs('')

/** The end of an index's page is the key of the row that was indexed first: of another row from now on. */
const changeLastRowOf = (path: string, index: string): void => {
  const file = new Connection(path)
  const root = file.value<number>('SELECT rootpage FROM sqlite_schema WHERE name = ?', [index]) ?? 0
  const size = file.driver.pragma('page_size', { simple: true }) as number
  file.close()
  flipBit(path, root * size - 1, 1)
}

describe('a check of the books in two threads', { timeout: 60_000 }, () => {
  test('says what one in a single thread says, and finds an index with another row', async () => {
    const shell = await newOpenShell()
    await shell.ask('customers.create', inputs['customers.create'])
    await shell.ask('invoices.post', inputs['invoices.post'])
    const { path } = shell.context.life.threads()
    const inTwo = await shell.ask('company.check', {})
    const alone = openForReading(path)
    expect(inTwo).toEqual(await call(alone, 'company.check', {}))
    alone.close()
    expect(inTwo.rules.every(({ violations }) => violations === 0)).toBe(true)

    await shell.ask('company.close', {})
    changeLastRowOf(path, 'document_by_total')
    shell.chosen.push(path)
    await shell.ask('company.open', {})
    const { rules } = await shell.ask('company.check', {})
    expect(rules.filter(({ violations }) => violations > 0)).toMatchObject([
      { title: 'Every page and every index of the file is whole' },
    ])
  })

  test('is not cut off by closing the company: the file is free when it is closed', async () => {
    const shell = await newOpenShell()
    const { path } = shell.context.life.threads()
    const check = shell.answer('company.check', '{}')
    await shell.ask('company.close', {})
    const answer = await check
    expect(answer.ok ? 'ok' : answer.error.code).toMatch(/^(ok|cancelled)$/)
    const file = new Connection(path)
    expect(() => file.driver.exec('BEGIN EXCLUSIVE; COMMIT')).not.toThrow()
    file.close()
  })
})

/** A half that answers when it is told to. */
const half = () => {
  const told = { onProgress: (() => {}) as OnProgress, answer: (_json: string): void => {}, cancelled: 0 }
  const start = (onProgress: OnProgress): RunningCall => {
    told.onProgress = onProgress
    const answer = new Promise<string>((resolve) => (told.answer = resolve))
    return { answer, cancel: () => void (told.cancelled += 1) }
  }
  return { told, start }
}

const chain = { commands: 3, intact: true, brokenAt: null, head: 'ab' }

test('the two halves of a check are one check, whichever ends first, and as far as both are', async () => {
  const [file, books] = [half(), half()]
  const percents: number[] = []
  const check = checkInTwo({ file: file.start, books: books.start }, (done) => percents.push(done))
  file.told.onProgress(1, 2)
  books.told.onProgress(30, 100)
  file.told.onProgress(2, 2)
  expect(percents).toEqual([25, 40, 65])
  books.told.answer(JSON.stringify({ ok: true, value: { rules: [{ title: 'b', violations: 0 }], chain } }))
  file.told.answer(JSON.stringify({ ok: true, value: { title: 'a', violations: 2 } }))
  const rules = [
    { title: 'a', violations: 2 },
    { title: 'b', violations: 0 },
  ]
  expect(JSON.parse(await check.answer)).toEqual({ ok: true, value: { rules, chain } })
  check.cancel()
  expect([file.told.cancelled, books.told.cancelled]).toEqual([1, 1])
})

test('the half that is refused first stops the other and is the answer', async () => {
  const [file, books] = [half(), half()]
  const check = checkInTwo({ file: file.start, books: books.start }, () => {})
  const corrupt = JSON.stringify({ ok: false, error: { code: 'file_corrupt', params: { file: 'a' } } })
  file.told.answer(corrupt)
  await expect.poll(() => books.told.cancelled).toBeGreaterThan(0)
  books.told.answer(JSON.stringify({ ok: false, error: { code: 'cancelled', params: {} } }))
  expect(await check.answer).toBe(corrupt)
})
