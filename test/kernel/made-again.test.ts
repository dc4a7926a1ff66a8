import { copyFileSync } from 'node:fs'
import { v7 as uuidV7 } from 'uuid'
import { expect, test } from 'vitest'
import { contract } from '../../src-shared/contract.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { call, openForWriting, type CompanyFile, type OpenOptions } from '../../src-main/company-file/company-file.ts'
import { answerAgain, type MadeCommand } from '../../src-main/kernel/made-command.ts'
import { openReadable } from '../../src-main/db/open.ts'
import { OWNER, signInOwner, takeOnClerk } from '../fixtures/clerk.ts'
import { newCompany, TEST_NOW } from '../fixtures/company.ts'
import { dumpOf } from '../fixtures/dump.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { commandNames } from './every-command.ts'

/** An invoice and a receipt of 100.00 that is not applied, in two files alike; the clerk's limit is nothing. */
const twoFiles = async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01')
  const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
  const receipt = await postReceipt(company, customer, '2025-06-10', 10_000, [])
  const clerk = await takeOnClerk(company)
  company.file.close()
  const other = company.path.replace('.duebook', '-other.duebook')
  copyFileSync(company.path, other)
  const lines = [{ documentId: invoice.id, amount: 10_000, discount: 0, writeOff: 0, writeOffReason: '' }]
  const apply = { creditDocumentId: receipt.id, date: day('2025-06-10'), lines }
  return { path: company.path, other, customer, invoice, receipt, clerk, apply }
}

const opened = async (path: string, options: OpenOptions = {}): Promise<CompanyFile> => {
  const file = openForWriting(path, { clock: () => TEST_NOW, ...options })
  await signInOwner(file)
  return file
}

/** What is made goes to a list. */
const noting = () => {
  const made: MadeCommand[] = []
  const confirm = (command: MadeCommand): Promise<void> => {
    made.push(command)
    return Promise.resolve()
  }
  return { made, confirm }
}

test('a command that is not confirmed leaves nothing, and the next one is as if it had not been', async () => {
  const { path, apply } = await twoFiles()
  let isAway = true
  const file = await opened(path, {
    confirm: () => (isAway ? Promise.reject(new Refusal('cancelled')) : Promise.resolve()),
  })
  const before = dumpOf(path)
  const commandUid = uuidV7()
  expect(await file.dispatch('applications.apply', { ...apply, commandUid })).toMatchObject({
    ok: false,
    error: { code: 'cancelled' },
  })
  expect(dumpOf(path)).toBe(before)
  isAway = false
  expect(await file.dispatch('applications.apply', { ...apply, commandUid })).toMatchObject({ ok: true })
  file.close()
})

test('it is confirmed before it is committed, once, and what leaves no row in the log is not', async () => {
  const { path, apply } = await twoFiles()
  const seen: [name: string, applications: number][] = []
  const file = await opened(path, {
    confirm: ({ name }) => {
      seen.push([name, dumpOf(path).split('-- application\n')[1]?.startsWith('[') === true ? 1 : 0])
      return Promise.resolve()
    },
  })
  const commandUid = uuidV7()
  await file.dispatch('applications.apply', { ...apply, commandUid })
  await file.dispatch('applications.apply', { ...apply, commandUid })
  await file.dispatch('preferences.set', { key: 'a', value: 1, commandUid: uuidV7() })
  expect(seen).toEqual([['applications.apply', 0]])
  file.close()
})

test('what a supervisor approved is approved again without the PIN, which is nowhere in it', async () => {
  const { path, other, apply, clerk } = await twoFiles()
  const { made, confirm } = noting()
  const file = await opened(path, { confirm })
  const lines = apply.lines.map((line) => ({ ...line, amount: 5_000, writeOff: 5_000, writeOffReason: 'scratched' }))
  const approval = { ...OWNER, over: ['over_limit'] as const }
  const input = { ...apply, lines, commandUid: uuidV7(), approval }
  expect(await file.dispatch('applications.apply', input, { userId: clerk })).toMatchObject({ ok: true })
  file.close()
  expect(JSON.stringify(made)).not.toContain(OWNER.pin)
  expect(JSON.stringify(made)).not.toContain('"pin"')
  const again = openForWriting(other)
  for (const each of made) expect(await again.dispatchAgain(each)).toMatchObject({ ok: true })
  again.close()
  expect(dumpOf(other)).toBe(dumpOf(path))
})

test('a warning that a draft of the first desk made is in the log of both files', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01', { creditLimit: 15_000 })
  await takeOnClerk(company)
  company.file.close()
  const other = company.path.replace('.duebook', '-other.duebook')
  copyFileSync(company.path, other)
  const { made, confirm } = noting()
  const file = await opened(company.path, { confirm })
  const draft = { uid: uuidV7(), kind: 'invoice' as const, customerId: customer, title: '', body: {}, total: 10_000 }
  await call(file, 'drafts.save', draft)
  const posted = await postInvoice(
    { call: (name: never, input: never) => call(file, name, input) } as never,
    customer,
    '2025-06-12',
    10_000,
  )
  expect(posted.warnings).toMatchObject([{ code: 'over_credit_limit' }])
  await call(file, 'drafts.discard', { uid: draft.uid })
  file.close()
  const again = openForWriting(other)
  for (const each of made) expect(await again.dispatchAgain(each)).toEqual({ ok: true, value: posted })
  again.close()
  expect(dumpOf(other)).toBe(dumpOf(company.path))
})

test('an answer that differs in more than its warnings is the one of now', () => {
  const then = { number: 'INV-00001', documents: [{ total: 5, warnings: ['a'] }], warnings: [] }
  expect(answerAgain({ ...then, documents: [{ total: 5, warnings: [] }] }, then)).toBe(then)
  const now = { ...then, documents: [{ total: 6, warnings: [] }] }
  expect(answerAgain(now, then)).toBe(now)
  expect(answerAgain(null, null)).toBeNull()
})

test('where others settled the item meanwhile it is refused, and changes nothing', async () => {
  const { path, other, apply, customer, invoice } = await twoFiles()
  const { made, confirm } = noting()
  const file = await opened(path, { confirm })
  await call(file, 'applications.apply', apply)
  file.close()
  const meanwhile = await opened(other)
  await postReceipt(
    { call: (name: never, input: never) => call(meanwhile, name, input) } as never,
    customer,
    '2025-06-12',
    10_000,
    [{ documentId: invoice.id, amount: 10_000, discount: 0, writeOff: 0, writeOffReason: '' }],
  )
  const before = dumpOf(other)
  for (const each of made)
    expect(await meanwhile.dispatchAgain(each)).toMatchObject({ ok: false, error: { path: 'lines.0.amount' } })
  expect(dumpOf(other)).toBe(before)
  meanwhile.close()
})

test('rows beyond those of then get keys above both files', async () => {
  const { path, other, customer } = await twoFiles()
  const { made, confirm } = noting()
  const file = await opened(path, { confirm, idBlock: 7 })
  const posted = await postInvoice(
    { call: (name: never, input: never) => call(file, name, input) } as never,
    customer,
    '2025-06-12',
    500,
  )
  file.close()
  expect(posted.id).toBe(7 * 2 ** 32 + 1)
  const [command] = made
  if (!command) throw new Error('nothing was made')
  const again = await opened(other, { idBlock: 7 })
  // As if it had made fewer rows then.
  const fewer = { ...command, ids: { posting: command.ids.posting ?? [] }, uids: command.uids.slice(0, 1) }
  expect(await again.dispatchAgain(fewer)).toMatchObject({ ok: true, value: { id: 7 * 2 ** 32 + 1 } })
  again.close()
})

test('each command says whether a desk may do it alone, and then how it gives way', () => {
  for (const name of commandNames) {
    const { sharing, logged } = contract[name]
    expect(sharing?.giveWay === 'never', name).toBe(sharing?.office !== 'alone')
    expect(sharing?.office === 'desk', name).toBe(!logged)
  }
})

test('what is done while nobody works waits for a command that waits to be confirmed', async () => {
  const { path, apply } = await twoFiles()
  const worked: boolean[] = []
  const file = await opened(path, {
    confirm: () => Promise.resolve(void worked.push(file.workWhileIdle())),
  })
  expect(await file.dispatch('applications.apply', { ...apply, commandUid: uuidV7() })).toMatchObject({ ok: true })
  expect(worked).toEqual([false])
  const reader = openReadable(path)
  const readIn = () => reader.value('SELECT count(*) FROM document_words_search_docsize')
  expect(readIn()).toBe(0)
  file.workWhileIdle()
  expect(readIn()).toBe(2)
  reader.close()
  file.close()
})
