import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createIncidentLog, withoutTexts } from '../../src-main/shell/incident-log.ts'
import { internalAnswer } from '../../src-main/kernel/answers.ts'
import { temporaryFolder } from '../fixtures/company.ts'

const secrets = ['Zubrowka & Daughters', '81,234.56', 'zubrowka@example.com', 'INV-777']
const clock = (): Date => new Date('2025-06-30T12:00:00.000Z')

test('a defect is logged by its kind and its places in our code, without the texts it quotes', () => {
  const folder = temporaryFolder()
  const log = createIncidentLog(folder, clock)
  const answer = internalAnswer(
    'invoices.post',
    new RangeError(`bad ${secrets.join(' ')}\nsecond line ${secrets[0]}`),
    log,
  )
  const text = readFileSync(join(folder, 'duebook.log'), 'utf8')
  const incident = answer.ok || answer.error.code !== 'internal' ? '' : answer.error.params.incident
  expect(text).toContain(`2025-06-30T12:00:00.000Z incident ${incident} in invoices.post: RangeError\n`)
  expect(text).toMatch(/at .*logs\.test\.ts:\d+/)
  for (const secret of secrets) expect(text).not.toContain(secret)
})

test('neither the error’s own name nor a stack line can carry a text', () => {
  const line = [
    'incident 0a1b in customers.create: Zubrowka: Zubrowka & Daughters',
    'Zubrowka & Daughters',
    '    at post (file:///home/zubrowka/duebook/out/main/worker.js:12:3)',
    '    at /home/zubrowka/duebook/src-main/kernel/dispatch.ts:20:5',
  ].join('\n')
  expect(withoutTexts(line)).not.toMatch(/zubrowka/i)
  expect(withoutTexts(line)).toContain('worker.js:12:3')
})

test('a log that grew large starts over, and the one before is kept', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'duebook.log'), 'x'.repeat(1_000_001))
  createIncidentLog(folder, clock)('the read thread could not open the company again: file_corrupt')
  expect(readFileSync(join(folder, 'duebook.log'), 'utf8')).toMatch(/file_corrupt\n$/)
  expect(readFileSync(join(folder, 'duebook.1.log'), 'utf8')).toHaveLength(1_000_001)
})
