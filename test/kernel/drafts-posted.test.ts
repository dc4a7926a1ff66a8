import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { contract, type CommandName } from '../../src-shared/contract.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { commandNames, prepared } from './every-command.ts'

/** Every command that posts a draft takes it away with what it posts. */

const takesDraft = commandNames.filter((name) => 'draftUid' in contract[name].input.shape)

const draftsOf = (company: TestCompany): readonly string[] =>
  company
    .sql()
    .rows<[string]>('SELECT uid FROM draft ORDER BY uid')
    .map(([uid]) => uid)

/** Two drafts beside the one that the company has, and the command that posts the first of them. */
const twoDrafts = async (name: CommandName) => {
  const all = await prepared()
  const { company, inputs } = all
  const [posted, other] = [uuidV7(), uuidV7()]
  for (const uid of [posted, other])
    await company.call('drafts.save', { ...inputs['drafts.save'], commandUid: uuidV7(), uid })
  const before = draftsOf(company)
  expect(before).toHaveLength(3)
  const input = { ...inputs[name], draftUid: posted }
  return { ...all, posted, before, input, post: () => all.send(name, input) }
}

test('commands take drafts', () => {
  expect(takesDraft).toEqual(
    expect.arrayContaining([
      'invoices.post',
      'debitNotes.post',
      'creditNotes.post',
      'creditNotes.postFromInvoice',
      'receipts.post',
      'unidentifiedReceipts.post',
      'applications.applyCredits',
      'adjustments.post',
      'refunds.post',
      'receipts.returnPayment',
      'unidentifiedReceipts.identify',
      'openingBalances.post',
      'recurring.save',
      'financeCharges.post',
    ]),
  )
})

describe.each(takesDraft)('%s', (name) => {
  test('takes away the draft it posts, and no other', async () => {
    const { company, before, posted, post } = await twoDrafts(name)
    expect(await post()).toMatchObject({ ok: true })
    expect(draftsOf(company)).toEqual(before.filter((uid) => uid !== posted))
  })

  test('posting none leaves all', async () => {
    const { company, before, input, send } = await twoDrafts(name)
    expect(await send(name, { ...input, draftUid: null })).toMatchObject({ ok: true })
    expect(draftsOf(company)).toEqual(before)
  })

  test('keeps it where nothing is posted in the end', async () => {
    const { company, before, post } = await twoDrafts(name)
    company
      .sql()
      .run(
        `CREATE TRIGGER fault BEFORE INSERT ON command_log BEGIN SELECT RAISE(ABORT, 'account_total: more than the books can add up'); END`,
      )
    expect(await post()).toMatchObject({ ok: false })
    expect(draftsOf(company)).toEqual(before)
    company.sql().run('DROP TRIGGER fault')
    expect(await post(), 'once it is over').toMatchObject({ ok: true })
    expect(draftsOf(company)).toHaveLength(2)
  })
})
