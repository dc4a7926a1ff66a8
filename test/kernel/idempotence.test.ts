import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { contract, type CommandName, type InputOf } from '../../src-shared/contract.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { CLERK_PIN, signInOwner } from '../fixtures/clerk.ts'
import { day } from '../fixtures/entries.ts'
import { COMMAND_UID } from '../fixtures/valid-inputs.ts'
import { commandNames as commands, prepared } from './every-command.ts'
import { rowCounts } from '../import-export/import-fixture.ts'

const logged = commands.filter((name) => contract[name].logged)
type Unlogged = 'drafts.save' | 'drafts.discard' | 'preferences.set' | 'session.signIn' | 'session.signOut'
type Logged = Exclude<CommandName, Unlogged>

/** For each command, a change that makes it another one. A command added to the contract is missing here until it has one. */
const otherwise: { readonly [N in Logged]: Partial<InputOf<N>> } = {
  'company.update': { phone: '555 0100' },
  'company.setClosingDate': { reason: 'another reason' },
  'customers.create': { phone: '555 0100' },
  'customers.update': { phone: '555 0100' },
  'terms.create': { name: 'Another name' },
  'taxCodes.create': { name: 'Another name' },
  'taxCodes.createGroup': { name: 'Another name' },
  'products.create': { name: 'Another name' },
  'products.update': { name: 'Another name' },
  'accounts.create': { name: 'Another name' },
  'terms.rename': { name: 'Another name' },
  'taxCodes.rename': { name: 'Another name' },
  'accounts.rename': { name: 'Another name' },
  'invoices.post': { memo: 'another memo' },
  'recurring.save': { name: 'Another name' },
  'recurring.setPaused': { paused: false },
  'recurring.end': { version: 2 },
  'recurring.post': {
    occurrences: [{ recurringId: 1, dueOn: day('2025-06-30'), documentDate: day('2025-06-30'), rate: null }],
  },
  'recurring.skip': { occurrences: [{ recurringId: 1, dueOn: day('2025-06-30') }] },
  'recurring.restore': { occurrences: [{ recurringId: 1, dueOn: day('2025-06-30') }] },
  'creditNotes.post': { memo: 'another memo' },
  'creditNotes.postFromInvoice': { memo: 'another memo' },
  'debitNotes.post': { memo: 'another memo' },
  'adjustments.post': { memo: 'another memo' },
  'refunds.post': { memo: 'another memo' },
  'financeCharges.post': { memo: 'another memo' },
  'financeCharges.credit': { memo: 'another memo' },
  'numberSeries.change': { nextNumber: 8 },
  'openingBalances.post': {
    items: [
      {
        customerId: 1,
        kind: 'credit_note',
        number: 'OLD-2',
        documentDate: day('2025-06-30'),
        dueDate: null,
        amount: 100,
        rate: null,
        reference: '',
        memo: '',
      },
    ],
  },
  'openItems.hold': { reason: 'another reason' },
  'people.create': { name: 'Bea' },
  'people.update': { name: 'Another name' },
  'people.setPin': { id: 2 },
  'people.setRecoveryPhrase': { replaces: 2 },
  'people.setForgottenPin': { id: 2 },
  'reasonCodes.create': { name: 'Another name' },
  'reasonCodes.update': { name: 'Another name' },
  'limits.set': { most: 4711 },
  'revaluation.post': { date: day('2025-06-29') },
  'rates.set': { rate: '1.28' },
  'rates.remove': { version: 2 },
  'rates.setQuote': { quote: 'direct' },
  'receipts.post': { memo: 'another memo' },
  'receipts.returnPayment': { reason: 'another reason' },
  'unidentifiedReceipts.post': { memo: 'another memo' },
  'unidentifiedReceipts.identify': { memo: 'another memo' },
  'unidentifiedReceipts.giveBack': { memo: 'another memo' },
  'applications.applyCredits': { date: day('2025-06-30') },
  'receiptBatches.open': { name: 'Another name' },
  'receiptBatches.update': { name: 'Another name' },
  'receiptBatches.close': { id: 2 },
  'receiptBatches.reopen': { reason: 'another reason' },
  'deductions.allow': { memo: 'another memo' },
  'deductions.chargeBack': { memo: 'another memo' },
  'applications.apply': { lines: [{ documentId: 1, amount: 99, discount: 0, writeOff: 0, writeOffReason: '' }] },
  'applications.unapply': { applicationId: 2 },
  'documents.void': { reason: 'another reason' },
  'documents.voidAndCopy': { reason: 'other' },
  'imports.run': { fileHash: '1'.repeat(64) },
}

const reversed = (input: object): object => Object.fromEntries(Object.entries(input).toReversed())

describe('a command sent again with the same uid', () => {
  for (const name of logged) {
    test(`${name} is done once and answers what it answered`, async () => {
      const { company, file, inputs, send } = await prepared()
      const before = rowCounts(company)
      const first = await send(name, inputs[name])
      expect(first).toMatchObject({ ok: true })
      const after = rowCounts(company)
      expect(after).not.toEqual(before)
      expect(await send(name, inputs[name])).toEqual(first)
      expect(await send(name, reversed(inputs[name])), 'with its fields in another order').toEqual(first)
      expect(rowCounts(company)).toEqual(after)
      company.file.close()
      const again = openForWriting(company.path)
      await signInOwner(again)
      expect(await again.dispatch(name, inputs[name], { file }), 'once the file was opened again').toEqual(first)
      again.close()
      expect(rowCounts(company)).toEqual(after)
    })
  }

  for (const name of Object.keys(otherwise) as Logged[]) {
    test(`${name} with other content is refused and changes nothing`, async () => {
      const { company, inputs, send } = await prepared()
      expect(await send(name, inputs[name])).toMatchObject({ ok: true })
      const after = rowCounts(company)
      const other = await send(name, { ...inputs[name], ...otherwise[name] })
      expect(other).toMatchObject({ ok: false, error: { code: 'command_uid_reused' } })
      expect(rowCounts(company)).toEqual(after)
    })
  }

  test('is refused when it is another command', async () => {
    const { company, inputs, send } = await prepared()
    expect(await send('accounts.create', inputs['accounts.create'])).toMatchObject({ ok: true })
    const after = rowCounts(company)
    for (const name of logged.filter((each) => each !== 'accounts.create')) {
      const answer = await send(name, inputs[name])
      expect(answer, name).toMatchObject({ ok: false, error: { code: 'command_uid_reused' } })
    }
    expect(rowCounts(company)).toEqual(after)
  })

  test('is refused when another command would take the very same input', async () => {
    const { company, inputs, send } = await prepared()
    // Some of these have equal forms: to rename, to end and close, to skip and restore.
    const taking = logged.flatMap((first) =>
      logged
        .filter((second) => second !== first && contract[second].input.safeParse(inputs[first]).success)
        .map((second) => [first, second] as const),
    )
    expect(taking).toEqual(
      expect.arrayContaining([
        ['terms.rename', 'accounts.rename'],
        ['accounts.rename', 'taxCodes.rename'],
        ['recurring.skip', 'recurring.restore'],
        ['recurring.end', 'receiptBatches.close'],
      ]),
    )
    const firsts = [...new Set(taking.map(([first]) => first))]
    let sent = 0
    for (const first of firsts) {
      const commandUid = uuidV7()
      const input = { ...inputs[first], commandUid }
      if (!(await send(first, input)).ok) continue
      const after = rowCounts(company)
      for (const [, second] of taking.filter(([name]) => name === first)) {
        sent += 1
        expect(await send(second, input), `${first}, then ${second}`).toMatchObject({
          ok: false,
          error: { code: 'command_uid_reused' },
        })
      }
      expect(rowCounts(company)).toEqual(after)
    }
    expect(sent).toBeGreaterThan(10)
  })

  test('by another person is still done once, and answers what it answered', async () => {
    const { company, inputs, send } = await prepared()
    const { id } = await company.call('people.create', { name: 'Cleo', role: 'clerk', pin: CLERK_PIN })
    const input = inputs['customers.create']
    const first = await send('customers.create', input)
    expect(first).toMatchObject({ ok: true })
    await company.call('session.signIn', { userId: id, pin: CLERK_PIN })
    const after = rowCounts(company)
    expect(await send('customers.create', input)).toEqual(first)
    expect(rowCounts(company)).toEqual(after)
    const by = company.sql().rows('SELECT DISTINCT user_id FROM command_log WHERE uid = ?', [COMMAND_UID])
    expect(by).toEqual([[1]])
  })

  test('is the same command when it leaves out what has a default', async () => {
    const { inputs, send } = await prepared()
    const first = await send('invoices.post', inputs['invoices.post'])
    const { rate: _, ...short } = inputs['invoices.post']
    expect(await send('invoices.post', short)).toEqual(first)
  })

  test('works after a refusal, which uses up no uid', async () => {
    const { inputs, send } = await prepared()
    const input = inputs['invoices.post']
    expect(await send('invoices.post', { ...input, customerId: 99 })).toMatchObject({ ok: false })
    expect(await send('invoices.post', input)).toMatchObject({ ok: true })
  })
})

describe('what leaves no trace in the log', () => {
  test('drafts, preferences and who works, sent again, leave what they left', async () => {
    const { company, inputs, send } = await prepared()
    const unlogged = commands.filter((each) => !contract[each].logged && each !== 'session.signOut')
    // Once signed out, nothing else is answered.
    for (const name of [...unlogged, 'session.signOut'] as const) {
      const first = await send(name, inputs[name])
      const after = rowCounts(company)
      expect(first, name).toMatchObject({ ok: true })
      expect(await send(name, inputs[name]), name).toEqual(first)
      expect(rowCounts(company), name).toEqual(after)
    }
  })
})

test('a field no command knows is refused and changes nothing, for every command', async () => {
  const { company, inputs, send } = await prepared()
  const before = rowCounts(company)
  for (const name of commands) {
    expect(inputs[name].commandUid).toBe(COMMAND_UID)
    const answer = await send(name, { ...inputs[name], path: '/etc/passwd' })
    expect(answer, name).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  }
  expect(rowCounts(company)).toEqual(before)
})
