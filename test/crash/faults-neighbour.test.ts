import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync } from 'node:fs'
import { v7 as uuidV7 } from 'uuid'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openForReading, openForWriting } from '../../src-main/company-file/company-file.ts'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { bundledProgram } from '../fixtures/bundled-program.ts'
import { expectInvariants } from '../fixtures/company.ts'
import { bytesOf, closedCompany, countsIn, expectRefused, invoiceInput } from './closed-company.ts'

const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

let program = ''
beforeAll(async () => {
  program = await bundledProgram('test/crash/neighbour.ts')
}, 60_000)

type Deed = 'open' | 'lock' | 'lock all'

interface Neighbour {
  readonly pid: number
  readonly says: string
  /** As a power cut or a task manager ends it. */
  kill(): Promise<void>
}

const startNeighbour = async (deed: Deed, path: string, as?: number): Promise<Neighbour> => {
  const others = as === undefined ? [] : [String(as)]
  const child = spawn(process.execPath, [program, deed, path, ...others], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  const [line] = (await Promise.race([once(child.stdout, 'data'), ended.then(() => ['it ended without a word'])])) as [
    Buffer | string,
  ]
  return { pid: child.pid ?? 0, says: line.toString().trim(), kill }
}

describe('a second Duebook', { timeout: 60_000 }, () => {
  test('is refused while the first has the company open, and told which process has it', async () => {
    const { path } = await closedCompany()
    const first = await startNeighbour('open', path)
    expect(first.says).toBe('open')
    const refusal = expectRefused(() => openForWriting(path), 'file_in_use', /Close it there first/)
    expect(refusal?.params['holder']).toContain(`process ${first.pid}`)
    const reader = openForReading(path)
    expect(await reader.dispatch('company.profile', {}), 'reading is free').toMatchObject({ ok: true })
    reader.close()
  })

  test('takes over once the first was killed: a crash leaves nothing locked', async () => {
    const { path } = await closedCompany()
    const first = await startNeighbour('open', path)
    await first.kill()
    const second = openForWriting(path)
    expect(await second.dispatch('invoices.post', invoiceInput(uuidV7()))).toMatchObject({ ok: true })
    const third = await startNeighbour('open', path)
    expect(third.says).toBe('refused file_in_use')
    second.close()
    expectInvariants(path)
  })

  test('of this very process is refused too', async () => {
    const { path } = await closedCompany()
    const first = openForWriting(path)
    expectRefused(() => openForWriting(path), 'file_in_use', /Close it there first/)
    first.close()
    openForWriting(path).close()
  })
})

describe('a program that locks the file', { timeout: 60_000 }, () => {
  test('makes a posting wait, then refused without a trace; it is posted once the lock is gone', async () => {
    const { path } = await closedCompany()
    const company = openForWriting(path, { busyTimeout_ms: 100 })
    const before = countsIn(path)
    const backup = await startNeighbour('lock', path)
    expect(backup.says).toBe('locked')
    const input = invoiceInput(uuidV7())
    const answer = await company.dispatch('invoices.post', input)
    expect(answer).toMatchObject({ ok: false, error: { code: 'file_locked' } })
    expect(describeRefusal({ code: 'file_locked', params: {} })).toMatch(/Try again in a moment/)
    expect(await company.dispatch('documents.get', { id: 1 }), 'reading is free').toMatchObject({ ok: true })
    expect(countsIn(path)).toEqual(before)
    await backup.kill()
    expect(await company.dispatch('invoices.post', input)).toMatchObject({ ok: true })
    expect(countsIn(path).documents).toBe(before.documents + 1)
    company.close()
  })

  test('that shares it with nobody keeps a company from being opened, and the file as it was', async () => {
    const { path } = await closedCompany()
    const other = await startNeighbour('lock all', path)
    expect(other.says).toBe('locked')
    const before = bytesOf(path)
    expectRefused(() => openForWriting(path, { busyTimeout_ms: 100 }), 'file_locked', /Try again in a moment/)
    expectRefused(() => openForReading(path, { busyTimeout_ms: 100 }), 'file_locked', /Try again in a moment/)
    expect(bytesOf(path)).toBe(before)
    await other.kill()
    openForWriting(path).close()
  })
})

describe('who may not write', { timeout: 60_000 }, () => {
  test('the file cannot open it for work, rather than find out at the first posting', async ({ skip }) => {
    if (!isRoot) return skip('only root can act as somebody else')
    const { path, folder } = await closedCompany()
    chmodSync(folder, 0o777)
    chmodSync(path, 0o444)
    const before = bytesOf(path)
    const { says } = await startNeighbour('open', path, NOBODY)
    expect(says).toBe('refused file_read_only')
    expect(bytesOf(path)).toBe(before)
  })

  test('the folder cannot either', async ({ skip }) => {
    if (!isRoot) return skip('only root can act as somebody else')
    const { path, folder } = await closedCompany()
    chmodSync(folder, 0o755)
    chownSync(path, NOBODY, NOBODY)
    const before = bytesOf(path)
    const { says } = await startNeighbour('open', path, NOBODY)
    expect(says).toBe('refused file_read_only')
    expect(bytesOf(path)).toBe(before)
  })
})
