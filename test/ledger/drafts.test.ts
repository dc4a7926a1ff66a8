import { expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer } from '../fixtures/entries.ts'

const first = '01890a5d-ac96-774b-bcce-b302099a8057'
const second = '01890a5d-ac96-774b-bcce-b302099a8058'

test('a draft is kept as it was left, and saving it again replaces it', async () => {
  let now = new Date('2025-06-30T12:00:00.000Z')
  const company = newCompany({ clock: () => now })
  const customerId = await addCustomer(company, 'C1')
  const body = { lines: [{ description: 'Paper', price: '12*3' }], note: null }
  await company.call('drafts.save', { uid: first, kind: 'invoice', customerId, title: 'Invoice for C1', body: {} })
  now = new Date('2025-06-30T12:05:00.000Z')
  await company.call('drafts.save', { uid: first, kind: 'invoice', customerId, title: 'Invoice for C1', body })
  const kept = {
    uid: first,
    kind: 'invoice',
    customerId,
    title: 'Invoice for C1',
    body,
    updatedAt: '2025-06-30T12:05:00.000Z',
  }
  expect(await company.call('drafts.get', { uid: first })).toEqual(kept)
  expect(await company.call('drafts.list', {})).toEqual([kept])
})

test('drafts are listed last touched first, of one kind or of all', async () => {
  let minute = 0
  const company = newCompany({ clock: () => new Date(Date.UTC(2025, 5, 30, 12, minute++)) })
  const draft = { customerId: null, title: '', body: null }
  await company.call('drafts.save', { ...draft, uid: first, kind: 'invoice' })
  await company.call('drafts.save', { ...draft, uid: second, kind: 'receipt' })
  const uids = async (kind: 'invoice' | 'receipt' | null) =>
    (await company.call('drafts.list', { kind })).map(({ uid }) => uid)
  expect(await uids(null)).toEqual([second, first])
  expect(await uids('invoice')).toEqual([first])
})

test('a draft that was discarded is gone, and discarding it twice is no error', async () => {
  const company = newCompany()
  await company.call('drafts.save', { uid: first, kind: 'receipt', customerId: null, title: '', body: 1 })
  await company.call('drafts.discard', { uid: first })
  await company.call('drafts.discard', { uid: first })
  await expect(company.call('drafts.get', { uid: first })).rejects.toMatchObject({ code: 'draft_not_found' })
})

test('a draft outlives a customer that does not exist', async () => {
  const company = newCompany()
  await company.call('drafts.save', { uid: first, kind: 'invoice', customerId: 404, title: 'Kept', body: {} })
  expect(await company.call('drafts.get', { uid: first })).toMatchObject({ customerId: null, title: 'Kept' })
})

test('drafts leave no trace in the command log', async () => {
  const company = newCompany()
  await company.call('drafts.save', { uid: first, kind: 'invoice', customerId: null, title: '', body: {} })
  expect(company.sql().value(`SELECT count(*) FROM command_log WHERE name LIKE 'drafts%'`)).toBe(0)
})
