import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newOpenShell, type TestShell } from '../fixtures/shell.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'

const inputs = validInputs('')

/** A shell with a company whose owner has a PIN, and a place for its backups. */
const withPin = async (): Promise<TestShell> => {
  const shell = await newOpenShell()
  await shell.ask('customers.create', inputs['customers.create'])
  const folder = join(shell.folder, 'stick')
  mkdirSync(folder)
  shell.chosen.push(folder)
  await shell.ask('backups.choosePlace', { which: 'first' })
  await shell.ask('people.setPin', { ...inputs['people.setPin'], pin: '0815' })
  return shell
}

const codeOf = async (shell: TestShell, name: Parameters<TestShell['ask']>[0], input: object): Promise<string> => {
  const answer = await shell.answer(name, JSON.stringify(input))
  return answer.ok ? 'done' : answer.error.code
}

test('restoring from the welcome screen goes past no PIN: the company is opened, and an owner signs in', async () => {
  const shell = await withPin()
  const { id: clerk } = await shell.ask('people.create', { ...inputs['people.create'], name: 'Cleo' })
  const { path } = shell.context.life.known()
  await shell.ask('company.close', {})
  await shell.context.keeper.settle()
  const restore = async (): Promise<string> => {
    const [recent] = await shell.ask('company.recent', {})
    const { backups } = await shell.ask('backups.list', { token: recent?.token ?? '' })
    return codeOf(shell, 'backups.restore', { token: backups[0]?.token ?? '' })
  }
  const before = readFileSync(path)
  expect(await restore()).toBe('restore_by_owner')
  shell.chosen.push(path)
  await shell.ask('company.open', {})
  expect(await restore()).toBe('sign_in_needed')
  await shell.ask('session.signIn', { ...inputs['session.signIn'], userId: clerk, pin: '4711' })
  expect(await restore()).toBe('not_allowed')
  await shell.ask('company.close', {})
  await shell.context.keeper.settle()
  expect(readFileSync(path).equals(before), 'nothing was put in its place').toBe(true)
  shell.chosen.push(path)
  await shell.ask('company.open', {})
  await shell.ask('session.signIn', { ...inputs['session.signIn'], pin: '0815' })
  expect(await restore()).toBe('done')
})

test('restoring a company that cannot be read any more waits for nobody', async () => {
  const shell = await withPin()
  const { path } = shell.context.life.known()
  await shell.ask('company.close', {})
  await shell.context.keeper.settle()
  const [recent] = await shell.ask('company.recent', {})
  writeFileSync(path, 'Dear Sir or Madam,'.repeat(400))
  const { backups } = await shell.ask('backups.list', { token: recent?.token ?? '' })
  expect(await codeOf(shell, 'backups.restore', { token: backups[0]?.token ?? '' })).toBe('done')
  expect(await codeOf(shell, 'people.list', {}), 'who restored it is nobody in it').toBe('sign_in_needed')
})
