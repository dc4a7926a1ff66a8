import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BooksCheckEvent } from '../../src-shared/bridge.ts'
import { endOf } from '../../src-main/company-file/clean-end.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { profile, TEST_NOW } from '../fixtures/company.ts'
import { newOpenShell, newShell, type TestShell } from '../fixtures/shell.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'

const inputs = validInputs('')

const statesOf = (shell: TestShell): readonly BooksCheckEvent['state'][] =>
  shell.events.flatMap((event) => (event.type === 'booksCheck' ? [event.state] : []))

const ended = async (shell: TestShell): Promise<BooksCheckEvent['state'] | undefined> => {
  await expect
    .poll(() => statesOf(shell).at(-1)?.kind, { timeout: 20_000 })
    .not.toSatisfy((kind) => kind === undefined || kind === 'running')
  return statesOf(shell).at(-1)
}

/** What only the whole check finds: the books break a rule that is too dear for each opening. */
const breakRule = (path: string): void => {
  const file = new Connection(path)
  const rule = file.value<string>(`SELECT sql FROM sqlite_schema WHERE name = 'command_log_no_update'`) ?? ''
  file.driver.exec('DROP TRIGGER command_log_no_update')
  file.run(`UPDATE command_log SET input = '{}' WHERE seq = 2`)
  file.driver.exec(rule)
  file.close()
}

describe('after an unclean end', { timeout: 60_000 }, () => {
  test('all of the company is checked beside the work, told, and noted when it is closed', async () => {
    const shell = await newOpenShell({ checkAfterMs: 0 })
    const { path } = shell.context.life.threads()
    await shell.ask('customers.create', inputs['customers.create'])
    expect(await ended(shell)).toEqual({ kind: 'sound' })
    expect(statesOf(shell)[0]).toEqual({ kind: 'running', percent: 0 })
    await shell.ask('company.close', {})
    expect(endOf(path)).toMatchObject({ kind: 'closed', isSound: true })
    shell.events.length = 0
    shell.chosen.push(path)
    await shell.ask('company.open', {})
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(statesOf(shell)).toEqual([])
  })

  test('damage that is found stops every later command, is told with what is broken, and is known at the next opening', async () => {
    const shell = newShell({ checkAfterMs: 500 })
    const path = join(shell.context.folders.documents, 'Test.duebook')
    createCompanyFile(path, { profile, baseCurrency: 'USD', clock: () => TEST_NOW })
    await shell.context.life.open(path)
    await shell.ask('customers.create', inputs['customers.create'])
    await shell.ask('company.backUp', {})
    await shell.ask('company.close', {})
    breakRule(path)
    shell.chosen.push(path)
    const opened = await shell.ask('company.open', {})
    expect(opened).toMatchObject({ damage: null, broken: [] })
    await shell.ask('invoices.post', inputs['invoices.post'])
    const broken = ['Each command is as it was when it was posted']
    expect(await ended(shell)).toMatchObject({ kind: 'damaged', error: { code: 'file_corrupt' }, broken })
    const refused = await shell.answer('drafts.save', JSON.stringify(inputs['drafts.save']))
    expect(refused).toMatchObject({ ok: false, error: { code: 'file_corrupt' } })
    expect(await shell.ask('documents.get', { id: 1 })).toMatchObject({ number: 'INV-00001' })
    expect(await shell.ask('company.current', {})).toMatchObject({ damage: { code: 'file_corrupt' }, broken })
    expect(await shell.ask('backups.newestGood', {})).not.toBeNull()
    await shell.ask('company.close', {})
    shell.chosen.push(path)
    expect(await shell.ask('company.open', {})).toMatchObject({ damage: { code: 'file_corrupt' } })
  })

  test('a check that closing cuts short is done at the next opening', async () => {
    const shell = await newOpenShell({ checkAfterMs: 600_000 })
    const { path } = shell.context.life.threads()
    await shell.ask('company.close', {})
    expect(endOf(path)).toEqual({ kind: 'unknown' })
    expect(statesOf(shell)).toEqual([])
  })

  test('a company that was just made is not checked', async () => {
    const shell = newShell({ checkAfterMs: 0 })
    const path = join(shell.context.folders.documents, 'Test.duebook')
    createCompanyFile(path, { profile, baseCurrency: 'USD', clock: () => TEST_NOW })
    await shell.context.life.open(path)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(statesOf(shell)).toEqual([])
  })
})
