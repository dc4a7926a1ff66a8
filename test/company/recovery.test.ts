import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { expect, test } from 'vitest'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { encryptCompany } from '../../src-main/company-file/encryption/turn.ts'
import { writeRecoveryPhrase } from '../../src-shared/company/rules/recovery-phrase.ts'
import { CLERK_PIN, OWNER, takeOnClerk } from '../fixtures/clerk.ts'
import { expectInvariants, newCompany, temporaryFolder, TEST_NOW, type TestCompany } from '../fixtures/company.ts'
import { heldKey } from '../fixtures/encrypted-company.ts'
import { RECOVERY_PHRASE } from '../fixtures/valid-people.ts'

const NEW_PIN = '246813'
const other = writeRecoveryPhrase(new Uint8Array(20).fill(8))
const forgotten = { id: OWNER.userId, pin: NEW_PIN, recoveryPhrase: RECOVERY_PHRASE }

/** A company with a clerk and a recovery phrase, in which nobody is signed in and the owner has tried PINs in vain. */
const lockedOut = async (): Promise<{ readonly company: TestCompany; readonly clerk: number }> => {
  const company = newCompany()
  const clerk = await takeOnClerk(company)
  await company.call('people.setRecoveryPhrase', { replaces: 0, recoveryPhrase: RECOVERY_PHRASE })
  await company.call('session.signOut', {})
  for (let count = 0; count < 3; count += 1) {
    await expect(company.call('session.signIn', { userId: OWNER.userId, pin: '9999' })).rejects.toMatchObject({
      code: 'pin_wrong',
    })
  }
  return { company, clerk }
}
const signIn = (company: TestCompany, userId: number, pin: string) => company.call('session.signIn', { userId, pin })

test('the only owner who forgot the PIN sets a new one with the recovery phrase, and need not wait', async () => {
  const { company } = await lockedOut()
  // As it is read from paper: small letters, spaces, O for nought.
  const typed = RECOVERY_PHRASE.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
  await company.call('people.setForgottenPin', { ...forgotten, recoveryPhrase: typed })
  expect(await company.call('session.who', {}), 'the phrase signs nobody in').toMatchObject({ person: null })
  expect(await signIn(company, OWNER.userId, NEW_PIN)).toMatchObject({ name: 'Owner' })
  await expect(signIn(company, OWNER.userId, OWNER.pin)).rejects.toMatchObject({ code: 'pin_wrong' })
  expectInvariants(company.path)
})

test('the log says that the phrase was used, under the name whose PIN it set, and keeps neither', async () => {
  const { company } = await lockedOut()
  await company.call('people.setForgottenPin', forgotten)
  await signIn(company, OWNER.userId, NEW_PIN)
  const { rows } = await company.call('history.list', { kind: 'people.setForgottenPin' })
  expect(rows).toMatchObject([{ person: 'Owner', text: 'PIN of Owner set anew with the recovery phrase' }])
  const printed = await company.call('history.list', { kind: 'people.setRecoveryPhrase' })
  expect(printed.rows).toMatchObject([{ text: 'Recovery phrase printed' }])
  expect(await company.call('company.check', {})).toMatchObject({ chain: { intact: true } })
  company.file.checkpoint()
  for (const file of [company.path, `${company.path}-wal`]) {
    const bytes = readFileSync(file)
    for (const secret of [NEW_PIN, RECOVERY_PHRASE, RECOVERY_PHRASE.replaceAll('-', '')])
      expect(bytes.includes(secret), file).toBe(false)
  }
})

test('a wrong phrase, one with a wrong letter, and one that was replaced set no PIN', async () => {
  const { company } = await lockedOut()
  await company.call('people.setForgottenPin', forgotten)
  await signIn(company, OWNER.userId, NEW_PIN)
  await company.call('people.setRecoveryPhrase', { replaces: 1, recoveryPhrase: other })
  await company.call('session.signOut', {})
  for (const recoveryPhrase of [RECOVERY_PHRASE, `${other.slice(0, -1)}!`, other.slice(5), '', 'herons']) {
    const refused = company.call('people.setForgottenPin', { ...forgotten, pin: '1234', recoveryPhrase })
    await expect(refused, recoveryPhrase).rejects.toMatchObject({ code: 'phrase_wrong', path: 'recoveryPhrase' })
  }
  await expect(signIn(company, OWNER.userId, '1234')).rejects.toMatchObject({ code: 'pin_wrong' })
  await company.call('people.setForgottenPin', { ...forgotten, pin: '1234', recoveryPhrase: other })
  await signIn(company, OWNER.userId, '1234')
})

test('a supervisor is helped too; a clerk, somebody archived and nobody are not', async () => {
  const { company, clerk } = await lockedOut()
  await company.call('people.setForgottenPin', forgotten)
  await signIn(company, OWNER.userId, NEW_PIN)
  const { id: sam } = await company.call('people.create', { name: 'Sam', role: 'supervisor', pin: '2222' })
  const { id: gone } = await company.call('people.create', { name: 'Gina', role: 'supervisor', pin: '3333' })
  await company.call('people.update', { id: gone, version: 1, name: 'Gina', role: 'supervisor', active: false })
  await company.call('people.setForgottenPin', { ...forgotten, id: sam })
  await signIn(company, sam, NEW_PIN)
  const ask = (id: number) => company.call('people.setForgottenPin', { ...forgotten, id })
  await expect(ask(clerk)).rejects.toMatchObject({ code: 'pin_by_owner', path: 'id' })
  for (const id of [gone, 99]) await expect(ask(id)).rejects.toMatchObject({ code: 'person_not_found', path: 'id' })
  await signIn(company, clerk, CLERK_PIN)
})

test('without a phrase nobody sets a forgotten PIN, and a clerk makes none', async () => {
  const company = newCompany()
  const clerk = await takeOnClerk(company)
  expect(await company.call('people.recovery', {})).toEqual({ version: 0, isOfFile: false })
  await expect(company.call('people.setForgottenPin', forgotten)).rejects.toMatchObject({ code: 'phrase_missing' })
  await signIn(company, clerk, CLERK_PIN)
  const made = company.call('people.setRecoveryPhrase', { replaces: 0, recoveryPhrase: RECOVERY_PHRASE })
  await expect(made).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(company.call('people.setForgottenPin', forgotten)).rejects.toMatchObject({ code: 'phrase_missing' })
})

test('of an encrypted company the phrase that opens it sets the PIN, and so does the one that was printed before', async () => {
  const { company } = await lockedOut()
  company.file.close()
  const key = await heldKey()
  const ofFile = writeRecoveryPhrase(key.secret)
  const path = join(temporaryFolder(), 'Sealed.duebook')
  copyFileSync(company.path, path)
  encryptCompany(path, key)
  const file = openForWriting(path, { clock: () => TEST_NOW })
  const ask = (recoveryPhrase: string, pin: string) =>
    file.dispatch('people.setForgottenPin', { commandUid: uuidV7(), id: OWNER.userId, pin, recoveryPhrase })
  const enter = (pin: string) => file.dispatch('session.signIn', { commandUid: uuidV7(), userId: OWNER.userId, pin })
  expect(await file.dispatch('people.recovery', {})).toMatchObject({ value: { version: 1, isOfFile: true } })
  expect(await ask(other, '1111')).toMatchObject({ ok: false, error: { code: 'phrase_wrong' } })
  expect(await ask(ofFile, '1111')).toMatchObject({ ok: true })
  expect(await enter('1111')).toMatchObject({ ok: true })
  expect(await ask(RECOVERY_PHRASE, '2222')).toMatchObject({ ok: true })
  expect(await enter('2222')).toMatchObject({ ok: true })
  file.close()
})
