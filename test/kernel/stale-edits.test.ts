import { v7 as uuidV7 } from 'uuid'
import { expect, test } from 'vitest'
import { contract, type CommandName, type InputOf } from '../../src-shared/contract.ts'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { dumpOf } from '../fixtures/dump.ts'
import { commandNames, prepared, type Prepared } from './every-command.ts'

/** One of them takes its version with the record that it names. */
type Versioned = 'recurring.save' | { [N in CommandName]: 'version' extends keyof InputOf<N> ? N : never }[CommandName]

interface Edit<N extends Versioned> {
  /** What somebody else did in between, by the same command or by another one. */
  readonly meanwhile: Partial<InputOf<N>> | { readonly by: CommandName; readonly input: object }
  /** What the clerk sends, who saw the version before. */
  readonly sent: Partial<InputOf<N>>
  /** What the sentence says of the change. */
  readonly says: RegExp
}

const euros = { currency: 'EUR', version: 1 } as const

/** A command that takes a version is missing here until it has its edit: the compiler says so. */
const edits: { readonly [N in Versioned]: Edit<N> } = {
  'company.update': { meanwhile: { phone: '555 0100' }, sent: { phone: '555 0199' }, says: /^The company .*phone/ },
  'company.setClosingDate': {
    meanwhile: { by: 'company.update', input: { phone: '555 0100' } },
    sent: {},
    says: /^The company was changed meanwhile/,
  },
  'customers.update': { meanwhile: { phone: '555 0100' }, sent: { phone: '555 0199' }, says: /^Customer ACME .*phone/ },
  'products.update': { meanwhile: { name: 'Card' }, sent: { name: 'Board' }, says: /^Product PAPER .*name/ },
  'terms.rename': {
    meanwhile: { name: 'A month' },
    sent: { name: '30 days' },
    says: /^Terms NET31 .*name is now A month, here 30 days/,
  },
  'taxCodes.rename': { meanwhile: { name: 'None' }, sent: { name: 'Nothing' }, says: /^Tax code FREE .*name/ },
  'accounts.rename': { meanwhile: { name: 'Debtors' }, sent: { name: 'Owed' }, says: /^Account 1201 .*name/ },
  'reasonCodes.update': { meanwhile: { name: 'Loss' }, sent: { name: 'Lost' }, says: /^Reason WO .*name/ },
  'limits.set': { meanwhile: { most: 5001 }, sent: { most: 5002 }, says: /^The limit .*most/ },
  'numberSeries.change': {
    meanwhile: { prefix: 'I-' },
    sent: { prefix: 'R-' },
    says: /^The series of invoices was changed meanwhile \(prefix is now I-, here R-\)/,
  },
  'people.update': { meanwhile: { name: 'Olga' }, sent: { name: 'Olja' }, says: /Olga.* was changed meanwhile .*name/ },
  'rates.set': {
    meanwhile: { ...euros, rate: '1.3' },
    sent: { ...euros, rate: '1.4' },
    says: /^The rate of EUR on 30 Jun 2025 .*rate/,
  },
  'rates.setQuote': {
    meanwhile: { quote: 'indirect' },
    sent: { quote: 'direct' },
    says: /^How GBP is quoted .*quote is now GBP for one USD, here USD for one GBP/,
  },
  'rates.remove': {
    meanwhile: { by: 'rates.set', input: { ...euros, rate: '1.3' } },
    sent: {},
    says: /^The rate of EUR on 30 Jun 2025 was changed meanwhile/,
  },
  'receiptBatches.update': { meanwhile: { name: 'Post' }, sent: { name: 'Mail' }, says: /^Batch Post .*name/ },
  'receiptBatches.close': {
    meanwhile: { by: 'receiptBatches.update', input: { name: 'Post' } },
    sent: {},
    says: /^Batch Post was changed meanwhile/,
  },
  'receiptBatches.reopen': { meanwhile: {}, sent: {}, says: /^Batch Second was changed meanwhile/ },
  'recurring.save': {
    meanwhile: { existing: { id: 1, version: 1 }, memo: 'by post' },
    sent: { existing: { id: 1, version: 1 }, memo: 'by mail' },
    says: /memo/,
  },
  'recurring.end': {
    meanwhile: { by: 'recurring.setPaused', input: { paused: true } },
    sent: {},
    says: /^Rent was changed meanwhile/,
  },
  'recurring.setPaused': { meanwhile: { paused: true }, sent: { paused: false }, says: /paused/ },
}

const inputOf = (name: CommandName, inputs: Prepared['inputs'], changes: object) => ({
  ...inputs[name],
  ...changes,
  commandUid: uuidV7(),
})

for (const [name, edit] of Object.entries(edits) as [Versioned, Edit<Versioned>][]) {
  test(`${name} of what was changed meanwhile is refused, says what differs, and changes nothing`, async () => {
    const { company, inputs, send } = await prepared()
    const { meanwhile, sent, says } = edit
    const [by, changes] = 'by' in meanwhile ? [meanwhile.by, meanwhile.input] : [name, meanwhile]
    expect(await send(by, inputOf(by, inputs, changes)), by).toMatchObject({ ok: true })
    const before = dumpOf(company.path)
    const answer = await send(name, inputOf(name, inputs, sent))
    expect(answer).toMatchObject({ ok: false, error: { code: 'stale_version' } })
    if (!answer.ok) expect(describeRefusal(answer.error)).toMatch(says)
    expect(dumpOf(company.path) === before, 'nothing was changed').toBe(true)
  })
}

test('each command that may meet another version has its edit here', () => {
  const declares = commandNames.filter((name) => contract[name].refusals.some((code) => code === 'stale_version'))
  expect(Object.keys(edits).toSorted()).toEqual(declares.toSorted())
})
