import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { bundledProgram } from '../fixtures/bundled-program.ts'
import { newOpenShell, type TestShell } from '../fixtures/shell.ts'

const threadFile = pathToFileURL(await bundledProgram('test/fixtures/faulty-thread.ts'))
const report = JSON.stringify({ asOf: '2025-06-30' })
const account = (code: string) =>
  JSON.stringify({ commandUid: uuidV7(), code, name: `Account ${code}`, type: 'income' })

const fault = (shell: TestShell, role: 'ledger' | 'read' | 'report', name: string): string =>
  `${shell.context.life.threads().path}.${role}.${name}`

const codes = async (shell: TestShell): Promise<readonly string[]> =>
  (await shell.ask('accounts.list', {})).map((found) => found.code)

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('the threads of a company', { timeout: 60_000 }, () => {
  test('a query sees what the command before it committed', async () => {
    const shell = await newOpenShell()
    for (const code of ['4100', '4200', '4300']) {
      expect(await shell.answer('accounts.create', account(code))).toMatchObject({ ok: true })
      expect(await codes(shell)).toContain(code)
    }
  })

  test('a slow report delays neither a posting nor a query', async () => {
    const shell = await newOpenShell({ threadFile })
    const block = fault(shell, 'report', 'block')
    writeFileSync(block, '')
    let isAnswered = false
    const slow = shell.start('aging.byCustomer', report)
    void slow.answer.then(() => (isAnswered = true))
    const before = performance.now()
    expect(await shell.answer('accounts.create', account('4100'))).toMatchObject({ ok: true })
    expect(await codes(shell)).toContain('4100')
    const taken = performance.now() - before
    expect(isAnswered, `answered in ${taken} ms`).toBe(false)
    rmSync(block)
    expect(JSON.parse(await slow.answer)).toMatchObject({ ok: true })
  })

  test('a report is cancelled while it is busy, and its progress comes at most 20 times a second', async () => {
    const shell = await newOpenShell({ threadFile })
    writeFileSync(fault(shell, 'report', 'block'), '')
    const seen: number[] = []
    const slow = shell.start('aging.byCustomer', report, (done) => seen.push(done))
    await until(() => seen.length > 0)
    slow.cancel()
    expect(JSON.parse(await slow.answer)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  test('a command committed as its thread dies is answered with what it did, and is done once', async () => {
    const shell = await newOpenShell({ threadFile })
    writeFileSync(fault(shell, 'ledger', 'die-after'), '')
    const input = account('4100')
    const answer = await shell.answer('accounts.create', input)
    expect(answer).toMatchObject({ ok: true })
    expect((await codes(shell)).filter((code) => code === '4100')).toHaveLength(1)
    expect(await shell.answer('accounts.create', input)).toEqual(answer)
    expect(shell.logged.join()).toMatch(/incident .* in the ledger thread/)
  })

  test('a command whose thread dies before it starts is done by the next one, with those that waited', async () => {
    const shell = await newOpenShell({ threadFile })
    writeFileSync(fault(shell, 'ledger', 'die-before'), '')
    const answers = await Promise.all(['4100', '4200'].map((code) => shell.answer('accounts.create', account(code))))
    expect(answers).toMatchObject([{ ok: true }, { ok: true }])
    expect(await codes(shell)).toEqual(expect.arrayContaining(['4100', '4200']))
  })

  test('a command that kills its thread is run twice and no more: it is answered, and those behind it are done', async () => {
    const shell = await newOpenShell({ threadFile })
    writeFileSync(fault(shell, 'ledger', 'die-of'), '"4100"')
    const answers = await Promise.all(['4100', '4200'].map((code) => shell.answer('accounts.create', account(code))))
    expect(answers).toMatchObject([{ ok: false, error: { code: 'internal' } }, { ok: true }])
    expect(readFileSync(fault(shell, 'ledger', 'died'), 'utf8')).toBe('xx')
    expect(await codes(shell)).not.toContain('4100')
    expect(await codes(shell)).toContain('4200')
    // Two deaths are not yet so many that the threads are given up.
    expect(await shell.answer('accounts.create', account('4300'))).toMatchObject({ ok: true })
  })

  test('a query or a report that kills its thread is not run again', async () => {
    const shell = await newOpenShell({ threadFile })
    for (const role of ['read', 'report'] as const) writeFileSync(fault(shell, role, 'die-of'), '2025-06-30')
    for (const [name, input] of [
      ['documents.list', report],
      ['aging.byCustomer', report],
    ])
      expect(await shell.answer(name, input), name).toMatchObject({ ok: false, error: { code: 'internal' } })
    for (const role of ['read', 'report'] as const) expect(readFileSync(fault(shell, role, 'died'), 'utf8')).toBe('x')
  })

  test('who signed in stays signed in when a thread dies, and each thread asks for it after signing out', async () => {
    const shell = await newOpenShell({ threadFile })
    await shell.ask('people.setPin', { commandUid: '', id: 1, pin: '0815', currentPin: null })
    const cleo = { name: 'Cleo', role: 'clerk', pin: '4711' } as const
    const { id } = await shell.ask('people.create', { commandUid: '', ...cleo })
    await shell.ask('session.signIn', { commandUid: '', userId: id, pin: cleo.pin })
    for (const role of ['ledger', 'read'] as const) writeFileSync(fault(shell, role, 'die-before'), '')
    expect(await shell.answer('accounts.create', account('4100'))).toMatchObject({ ok: true })
    expect(await shell.answer('session.who', '{}')).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(await shell.ask('session.who', {})).toMatchObject({ person: { name: 'Cleo', role: 'clerk' } })
    expect(await shell.answer('people.create', JSON.stringify({ commandUid: uuidV7(), ...cleo }))).toMatchObject({
      ok: false,
      error: { code: 'not_allowed' },
    })
    await shell.ask('session.signOut', { commandUid: '' })
    for (const [name, input] of [
      ['accounts.create', account('4200')],
      ['accounts.list', '{}'],
      ['aging.byCustomer', report],
    ])
      expect(await shell.answer(name, input), name).toMatchObject({ ok: false, error: { code: 'sign_in_needed' } })
    expect(await shell.ask('session.who', {})).toMatchObject({ person: null })
  })

  test('a query whose thread dies is answered with an incident, and the next query works', async () => {
    const shell = await newOpenShell({ threadFile })
    writeFileSync(fault(shell, 'read', 'die-before'), '')
    expect(await shell.answer('accounts.list', '{}')).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(await codes(shell)).toContain('1000')
  })

  test('threads that keep dying are given up, with an answer each time', async () => {
    const shell = await newOpenShell({ threadFile })
    writeFileSync(fault(shell, 'read', 'die-always'), '')
    for (let attempt = 0; attempt < 8; attempt += 1) {
      expect(await shell.answer('accounts.list', '{}')).toMatchObject({ ok: false, error: { code: 'internal' } })
    }
    expect(shell.logged.length).toBeLessThan(10)
    expect(await shell.answer('accounts.create', account('4100'))).toMatchObject({ ok: true })
    rmSync(fault(shell, 'read', 'die-always'))
    expect(await shell.answer('accounts.list', '{}')).toMatchObject({ ok: false, error: { code: 'internal' } })
  })

  test('threads that died five times answer again once nothing kills them', async () => {
    const shell = await newOpenShell({ threadFile })
    writeFileSync(fault(shell, 'read', 'die-always'), '')
    for (let attempt = 0; attempt < 5; attempt += 1) await shell.answer('accounts.list', '{}')
    rmSync(fault(shell, 'read', 'die-always'))
    expect(await codes(shell)).toContain('1000')
  })

  test('closing waits for no report, and what was running is answered', async () => {
    const shell = await newOpenShell({ threadFile })
    const { path } = shell.context.life.threads()
    writeFileSync(fault(shell, 'report', 'block'), '')
    const slow = shell.start('aging.byCustomer', report)
    await shell.ask('company.close', {})
    expect(JSON.parse(await slow.answer)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await shell.answer('accounts.list', '{}')).toMatchObject({ ok: false, error: { code: 'no_company_open' } })
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  test('a draft that waits for the ledger as the company closes is saved', async () => {
    const shell = await newOpenShell({ threadFile })
    const { path } = shell.context.life.threads()
    writeFileSync(fault(shell, 'ledger', 'block'), '')
    const first = shell.start('accounts.create', account('4100'))
    const draft = {
      commandUid: uuidV7(),
      uid: uuidV7(),
      kind: 'invoice',
      customerId: null,
      title: 'Half typed',
      body: {},
    }
    const saved = shell.start('drafts.save', JSON.stringify(draft))
    await shell.ask('company.close', {})
    for (const call of [first, saved]) expect(JSON.parse(await call.answer)).toMatchObject({ ok: true })
    rmSync(`${path}.ledger.block`)
    await shell.context.life.open(path)
    expect(await shell.ask('drafts.list', { kind: null })).toMatchObject([{ title: 'Half typed' }])
  })

  test('a draft whose page goes away is saved, and a long command of that page is not begun', async () => {
    const shell = await newOpenShell({ threadFile })
    const block = fault(shell, 'ledger', 'block')
    writeFileSync(block, '')
    const first = shell.start('accounts.create', account('4100'))
    const draft = {
      commandUid: uuidV7(),
      uid: uuidV7(),
      kind: 'invoice',
      customerId: null,
      title: 'Half typed',
      body: {},
    }
    const saved = shell.start('drafts.save', JSON.stringify(draft))
    const long = shell.start('recurring.post', JSON.stringify({ commandUid: uuidV7(), occurrences: [] }))
    for (const call of [saved, long, first]) call.cancel()
    expect(JSON.parse(await first.answer)).toMatchObject({ ok: true })
    expect(JSON.parse(await saved.answer)).toMatchObject({ ok: true })
    expect(JSON.parse(await long.answer)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  test('a backup that runs as the company closes is finished', async () => {
    const shell = await newOpenShell()
    await shell.ask('preferences.set', { commandUid: '', key: 'width', value: 1 })
    const made = shell.ask('company.backUp', {})
    await shell.ask('company.close', {})
    expect((await made).file).toMatch(/\.duebook$/)
  })
})
