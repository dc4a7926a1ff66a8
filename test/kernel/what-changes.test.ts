import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { contract, isReadAgain, type CommandName, type OperationName } from '../../src-shared/contract.ts'
import { answersTo, someQuestions, unnamed } from '../fixtures/what-changed.ts'
import { commandNames, operationNames, prepared } from './every-command.ts'

const asking = operationNames.filter((name) => contract[name].kind === 'query' || contract[name].kind === 'report')

describe('after a command only what it changes is read again', { timeout: 300_000 }, () => {
  test.each(commandNames)('%s names every query whose answer it changes', async (name) => {
    const { company, inputs, send } = await prepared()
    const questions = someQuestions(company.sql(), 4)
    const before = await answersTo(company.file, questions)
    expect(await send(name, { ...inputs[name], commandUid: uuidV7() })).toMatchObject({ ok: true })
    expect(unnamed(name, questions, before, await answersTo(company.file, questions))).toEqual([])
  })

  const readAgain = (name: OperationName): readonly string[] => asking.filter((query) => isReadAgain(query, name))

  test('a draft that is saved while one types reads only what shows drafts', () => {
    for (const name of ['drafts.save', 'drafts.discard'] as const)
      expect(readAgain(name)).toEqual(['drafts.list', 'drafts.get', 'customers.get'])
  })

  test('a layout that is remembered reads only what is remembered', () => {
    expect(readAgain('preferences.set')).toEqual(['preferences.get'])
  })

  test('a posting reads none of what Setup lists', () => {
    const setUp =
      /^(preferences|session|people|terms|taxCodes|products|accounts|reasonCodes|limits)\.|^rates\.(list|on|quotes)/
    const posting: readonly CommandName[] = ['invoices.post', 'receipts.post', 'creditNotes.post', 'refunds.post']
    for (const name of posting) expect(readAgain(name).filter((query) => setUp.test(query))).toEqual([])
  })

  test('what only reads has nothing read again', () => {
    const reading: readonly OperationName[] = [...asking, 'backups.state', 'backups.list', 'company.recent']
    for (const name of reading) expect([...asking, ...reading].filter((query) => isReadAgain(query, name))).toEqual([])
  })

  test('no query is read after every command, and none after no command', () => {
    const signing: readonly string[] = ['session.signIn', 'session.signOut']
    for (const query of asking) {
      const after = commandNames.filter((name) => !signing.includes(name) && isReadAgain(query, name))
      expect(after.length, query).toBeGreaterThan(0)
      expect(after.length, query).toBeLessThan(commandNames.length - signing.length)
    }
  })
})
