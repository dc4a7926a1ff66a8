import { beforeEach, expect, test } from 'vitest'
import type { Connection } from '../../src-main/db/connection.ts'
import { newCompany } from '../fixtures/company.ts'

/** Attacks on people and on what they approve, through the file itself. */

let attacker: Connection

beforeEach(() => {
  attacker = newCompany().sql()
})

const approve = (userId: number, commandSeq: number): void => {
  attacker.run(
    `INSERT INTO approval (uid, command_seq, user_id, act, currency, most, amount)
     VALUES ('x', ?, ?, 'write_off', 'USD', 100, 200)`,
    [commandSeq, userId],
  )
}

test('nothing is approved afterwards', () => {
  const last = attacker.value<number>('SELECT max(seq) FROM command_log') ?? 0
  expect(() => approve(1, last)).toThrow('approval: its command is already finished')
})

test('only a supervisor who works here approves', () => {
  attacker.run(`INSERT INTO user (uid, name, role) VALUES ('c', 'Cleo', 'clerk')`)
  attacker.run(`INSERT INTO user (uid, name, role, active) VALUES ('s', 'Sam', 'supervisor', 0)`)
  const next = (attacker.value<number>('SELECT max(seq) FROM command_log') ?? 0) + 1
  for (const name of ['Cleo', 'Sam']) {
    const id = attacker.value<number>('SELECT id FROM user WHERE name = ?', [name]) ?? 0
    expect(() => approve(id, next), name).toThrow('approval: only a supervisor approves')
  }
})

test('the last owner can be neither demoted nor archived, and nobody is deleted', () => {
  for (const change of [`role = 'clerk'`, 'active = 0'])
    expect(() => attacker.run(`UPDATE user SET ${change}`)).toThrow('user: the last owner stays')
  expect(() => attacker.run('DELETE FROM user')).toThrow('user: a person is archived')
})
