import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { v7 as uuidV7 } from 'uuid'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { isEncryptedFile } from '../../src-main/company-file/encryption/unlock.ts'
import { profile } from '../fixtures/company.ts'
import { filesWith, PASSPHRASE } from '../fixtures/encrypted-company.ts'
import { newOpenShell, newShell, type TestShell } from '../fixtures/shell.ts'

vi.mock('electron', () => ({ app: {}, BrowserWindow: {} }))

const PLANTED = ['Harbor Paper', 'Quay Street', 'CREATE TABLE']

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'accepted'
}

const pathOf = (shell: TestShell): string => join(shell.context.folders.documents, 'Test.duebook')

/** As it is opened from the list of those opened before. */
const openRecent = async (shell: TestShell) => {
  const [recent] = await shell.ask('company.recent', {})
  return shell.ask('company.open', { token: recent?.token ?? '' })
}

test('a clerk turns encryption on, closes the company, and opens it by its passphrase', async () => {
  const shell = await newOpenShell()
  const { company, recoveryPhrase } = await shell.ask('encryption.turnOn', { passphrase: PASSPHRASE })
  expect(company.isEncrypted).toBe(true)
  expect(recoveryPhrase).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/)
  expect(filesWith(shell.context.folders.documents, PLANTED)).toEqual([])
  await shell.ask('accounts.create', { code: '7777', name: 'Planted heron', type: 'income' } as never)
  expect(filesWith(shell.context.folders.documents, ['Planted heron', ...PLANTED])).toEqual([])
  await shell.ask('company.close', {})
  await shell.context.keeper.settle()
  expect(filesWith(shell.context.folders.backups, ['Planted heron', ...PLANTED])).toEqual([])
  expect((await shell.ask('company.recent', {}))[0]?.isEncrypted).toBe(true)
  expect(await codeOf(openRecent(shell))).toBe('passphrase_needed')
  expect(await codeOf(shell.ask('company.unlock', { passphrase: 'a wrong one' }))).toBe('passphrase_wrong')
  expect((await shell.ask('company.unlock', { passphrase: PASSPHRASE })).profile.name).toBe(profile.name)
  await shell.ask('company.close', {})
  await shell.context.keeper.settle()
  expect(await codeOf(openRecent(shell))).toBe('passphrase_needed')
  expect((await shell.ask('company.unlock', { recoveryPhrase })).isEncrypted).toBe(true)
  expect(shell.logged.join('\n')).not.toContain(PASSPHRASE)
})

test('a passphrase that is forgotten is set anew with the recovery phrase, also for backups', async () => {
  const shell = await newOpenShell()
  const { recoveryPhrase } = await shell.ask('encryption.turnOn', { passphrase: PASSPHRASE })
  await shell.ask('company.backUp', {})
  const next = 'five loud herons by the weir'
  expect(await shell.ask('encryption.changePassphrase', { recoveryPhrase, next })).toEqual({
    backups: 1,
    unreached: [],
  })
  expect(await codeOf(shell.ask('encryption.recoveryPhrase', { passphrase: PASSPHRASE }))).toBe('passphrase_wrong')
  expect(await shell.ask('encryption.recoveryPhrase', { passphrase: next })).toEqual({ recoveryPhrase })
  const { backups } = await shell.ask('backups.list', {})
  expect(await shell.ask('backups.check', { token: backups[0]?.token ?? '' })).toMatchObject({
    problem: null,
    isProved: true,
  })
  rmSync(`${pathOf(shell)}-key`)
  expect(await codeOf(shell.ask('encryption.recoveryPhrase', { passphrase: next }))).toBe('key_file_missing')
  expect(await codeOf(shell.ask('encryption.changePassphrase', { recoveryPhrase, next }))).toBe('accepted')
  expect(await shell.ask('encryption.recoveryPhrase', { passphrase: next })).toEqual({ recoveryPhrase })
})

test('backups from before are named, and encrypted or deleted', async () => {
  const shell = await newOpenShell()
  await shell.ask('company.backUp', {})
  await shell.ask('encryption.turnOn', { passphrase: PASSPHRASE })
  const state = await shell.ask('encryption.state', {})
  expect(state).toMatchObject({ isEncrypted: true, hasKeyFile: true, unreached: [] })
  expect(state.readable.map(({ file }) => file)).toEqual([expect.stringMatching(/^Test\.backup-/)])
  expect((await shell.ask('encryption.readable', { do: 'encrypt' })).readable).toEqual([])
  expect(filesWith(shell.folder, ['Quay Street', 'CREATE TABLE'])).toEqual([])
  const { backups } = await shell.ask('backups.list', {})
  expect(await shell.ask('backups.check', { token: backups[0]?.token ?? '' })).toMatchObject({
    problem: null,
    isProved: true,
  })
  expect((await shell.ask('backups.restore', { token: backups[0]?.token ?? '' }))?.company.isEncrypted).toBe(true)
  await shell.ask('encryption.turnOff', { passphrase: PASSPHRASE })
  expect(isEncryptedFile(pathOf(shell))).toBe(false)
})

test('what lies in clear is deleted when it is so wanted', async () => {
  const shell = await newOpenShell()
  await shell.ask('company.backUp', {})
  await shell.ask('encryption.turnOn', { passphrase: PASSPHRASE })
  expect((await shell.ask('encryption.readable', { do: 'delete' })).readable).toEqual([])
  expect((await shell.ask('backups.list', {})).backups).toEqual([])
})

test('a company is made encrypted', async () => {
  const shell = newShell()
  shell.chosen.push(pathOf(shell))
  const made = await shell.ask('company.create', { ...profile, baseCurrency: 'USD', passphrase: PASSPHRASE })
  expect(made?.isEncrypted).toBe(true)
  expect(filesWith(shell.context.folders.documents, PLANTED)).toEqual([])
  expect((await shell.ask('encryption.recoveryPhrase', { passphrase: PASSPHRASE })).recoveryPhrase).toHaveLength(44)
})

test('only an owner turns encryption on or off', async () => {
  const shell = await newOpenShell()
  await shell.ask('people.setPin', { id: 1, pin: '1357', currentPin: null, commandUid: uuidV7() })
  const { id: userId } = await shell.ask('people.create', {
    name: 'Clara',
    role: 'clerk',
    pin: '2468',
    commandUid: uuidV7(),
  })
  await shell.ask('session.signIn', { userId, pin: '2468', commandUid: uuidV7() })
  expect(await codeOf(shell.ask('encryption.turnOn', { passphrase: PASSPHRASE }))).toBe('not_allowed')
  expect(isEncryptedFile(pathOf(shell))).toBe(false)
})

test('nothing of it is left in the temporary folder', async () => {
  const before = new Set(readdirSync(tmpdir()))
  const shell = await newOpenShell()
  await shell.ask('encryption.turnOn', { passphrase: PASSPHRASE })
  const fresh = readdirSync(tmpdir()).filter((name) => !before.has(name) && join(tmpdir(), name) !== shell.folder)
  const inClear = fresh.filter((name) => {
    try {
      return readFileSync(join(tmpdir(), name)).includes('Quay Street')
    } catch (error) {
      if (error instanceof Error && 'code' in error) return false
      throw error
    }
  })
  expect(inClear).toEqual([])
})
