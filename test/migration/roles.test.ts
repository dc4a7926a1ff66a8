import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { CLERK_PIN, OWNER, takeOnClerk } from '../fixtures/clerk.ts'
import { newCompany, TEST_NOW } from '../fixtures/company.ts'
import { makeOlderCompany } from '../fixtures/older-company.ts'
import { v7 as uuidV7 } from 'uuid'

test('every supervisor of before who works here is an owner, and loses nothing; clerks stay clerks', async () => {
  const company = newCompany()
  await takeOnClerk(company)
  await company.call('people.create', { name: 'Sue', role: 'supervisor', pin: '2222' })
  const sam = await company.call('people.create', { name: 'Sam', role: 'supervisor', pin: '3333' })
  await company.call('people.update', { id: sam.id, version: 1, name: 'Sam', role: 'supervisor', active: false })
  const older = join(company.folder, 'Older.duebook')
  makeOlderCompany(company.path, older, 10)
  const file = openForWriting(older, { clock: () => TEST_NOW })
  try {
    await file.dispatch('session.signIn', { commandUid: uuidV7(), userId: OWNER.userId, pin: OWNER.pin })
    const answer = await file.dispatch('people.list', {})
    const people = answer.ok ? (answer.value as readonly { name: string; role: string }[]) : []
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ['Cleo', 'clerk'],
      ['Owner', 'owner'],
      ['Sam', 'supervisor'],
      ['Sue', 'owner'],
    ])
    const clerkAgain = { commandUid: uuidV7(), userId: 2, pin: CLERK_PIN }
    expect(await file.dispatch('session.signIn', clerkAgain)).toMatchObject({ ok: true, value: { role: 'clerk' } })
  } finally {
    file.close()
  }
})
