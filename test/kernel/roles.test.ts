import { describe, expect, test } from 'vitest'
import { contract, type OperationName } from '../../src-shared/contract.ts'
import { roles, type Role } from '../../src-shared/kit/operation.ts'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { createCalls } from '../../src-main/shell/calls.ts'
import type { ShellContext } from '../../src-main/shell/context.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { operationNames, prepared } from './every-command.ts'

/** Who may do what, from the least role that may. What reads and prints is anybody's, what changes the books a clerk's. */
const OWNER_DOES = [
  'people.create',
  'people.update',
  'people.setRecoveryPhrase',
  'backups.restore',
  'backups.look',
  'company.move',
  'encryption.turnOn',
  'encryption.turnOff',
  'encryption.changePassphrase',
  'encryption.recoveryPhrase',
  'encryption.readable',
]
const SUPERVISOR_DOES = [
  'company.update',
  'company.setClosingDate',
  'limits.set',
  'numberSeries.change',
  'backups.choosePlace',
  'backups.forgetPlace',
]
/** Commands that leave the books as they are: who works, one's own PIN, how lists look; and what takes the recovery phrase. */
const VIEWER_COMMANDS = [
  'session.signIn',
  'session.signOut',
  'people.setPin',
  'people.setForgottenPin',
  'preferences.set',
]
/** What the main process does itself for whoever enters. */
const CLERK_DOES_IN_SHELL = ['imports.choose']

const leastRole = (name: OperationName): Role => {
  if (OWNER_DOES.includes(name)) return 'owner'
  if (SUPERVISOR_DOES.includes(name)) return 'supervisor'
  if (contract[name].kind === 'command') return VIEWER_COMMANDS.includes(name) ? 'viewer' : 'clerk'
  return CLERK_DOES_IN_SHELL.includes(name) ? 'clerk' : 'viewer'
}

const SENTENCES: Readonly<Record<Exclude<Role, 'viewer'>, string>> = {
  clerk: 'A viewer reads and prints; this takes a clerk, a supervisor or an owner. Let one sign in with Change user.',
  supervisor: 'Only a supervisor or an owner may do this. Let one sign in with Change user.',
  owner: 'Only an owner may do this. Let one sign in with Change user.',
}

const mayDo = (role: Role, name: OperationName): boolean => roles.indexOf(role) >= roles.indexOf(leastRole(name))

/** Somebody of each role; who works is named with each call. */
const addPeople = (company: TestCompany): Readonly<Record<Role, number>> => {
  const sql = company.sql()
  for (const [index, role] of roles.entries()) {
    sql.run('INSERT INTO user (id, uid, name, role) VALUES (?, ?, ?, ?)', [101 + index, `role-${role}`, role, role])
  }
  return { viewer: 101, clerk: 102, supervisor: 103, owner: 104 }
}

interface Answered {
  readonly ok: boolean
  readonly error?: { readonly code: string; readonly params: { readonly role?: string } }
}

/** What the answer says of the role: null where it was not what stood in the way. */
const refusedFor = (answer: Answered): string | null =>
  answer.error?.code === 'not_allowed' ? (answer.error.params.role ?? '') : null

describe.each(roles)('a %s', (role) => {
  const ofLedger = operationNames.filter((name) => contract[name].kind !== 'shell')
  test('does what the table says in the ledger, and is refused all else by who may', async () => {
    const { company, inputs, file } = await prepared()
    const userId = addPeople(company)[role]
    const wrong: string[] = []
    for (const name of ofLedger) {
      // Everybody sets a PIN of their own.
      const input = name === 'people.setPin' ? { ...inputs[name], id: userId } : inputs[name]
      const answer = (await company.file.dispatch(name, input, { file, userId })) as Answered
      const expected = mayDo(role, name) ? null : leastRole(name)
      if (refusedFor(answer) !== expected) wrong.push(`${name}: ${refusedFor(answer)} instead of ${expected}`)
    }
    expect(wrong).toEqual([])
  })

  test('does what the table says of the main process', async () => {
    const inputs = validInputs('0'.repeat(32))
    const wrong: string[] = []
    for (const name of operationNames.filter((each) => contract[each].kind === 'shell')) {
      const asked: string[] = []
      // Whatever the operation itself does ends here: the role is asked before it begins.
      const life = {
        isOpen: true,
        threads: () => ({ onlyReads: null }),
        ask: async (what: string) => {
          asked.push(what)
          return { person: { id: 1, name: role, role }, people: [] }
        },
      }
      const start = createCalls({ life } as unknown as ShellContext, () => {})
      const answer = JSON.parse(await start(name, JSON.stringify(inputs[name]), () => {}).answer) as Answered
      const expected = mayDo(role, name) ? null : leastRole(name)
      if (refusedFor(answer) !== expected) wrong.push(`${name}: ${refusedFor(answer)} instead of ${expected}`)
    }
    expect(wrong).toEqual([])
  })
})

test.each(roles)('a %s sets the PIN of another only as an owner', async (role) => {
  const company = newCompany()
  const userId = addPeople(company)[role]
  const input = { ...validInputs('0'.repeat(32))['people.setPin'], id: 1 }
  const answer = (await company.file.dispatch('people.setPin', input, { userId })) as Answered
  expect(refusedFor(answer)).toBe(role === 'owner' ? null : 'owner')
})

test('a refusal says who may, and what to do', async () => {
  const company = newCompany()
  const people = addPeople(company)
  const say = async (name: OperationName, input: object): Promise<string> => {
    const answer = await company.file.dispatch(name, input, { userId: people.viewer })
    if (answer.ok) throw new Error(`${name} was not refused`)
    return describeRefusal(answer.error)
  }
  const inputs = validInputs('0'.repeat(32))
  expect(await say('invoices.post', inputs['invoices.post'])).toBe(SENTENCES.clerk)
  expect(await say('limits.set', inputs['limits.set'])).toBe(SENTENCES.supervisor)
  expect(await say('people.create', inputs['people.create'])).toBe(SENTENCES.owner)
})

test('somebody of an unknown company has no role: the main process then asks nobody', async () => {
  const life = { isOpen: false, threads: () => ({ onlyReads: null }) }
  const start = createCalls({ life } as unknown as ShellContext, () => {})
  const input = JSON.stringify({ token: '0'.repeat(32) })
  const answer = JSON.parse(await start('backups.restore', input, () => {}).answer) as Answered
  expect(refusedFor(answer)).toBeNull()
})
