import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line } from '../fixtures/entries.ts'
import { warned } from '../fixtures/warned.ts'

const rent = (customerId: number) => ({
  existing: null,
  name: 'Rent',
  customerId,
  schedule: {
    every: 1,
    unit: 'month' as const,
    firstDate: day('2025-03-31'),
    dayOfMonth: null,
    end: { kind: 'never' as const },
  },
  termsId: null,
  reference: '',
  memo: '',
  pricesIncludeTax: false,
  lines: [line(50_000)],
})

const due = async (company: TestCompany) => (await company.call('recurring.due', { asOf: day('2025-06-30') })).rows

const occurrence = (recurringId: number, dueOn: string) => ({
  recurringId,
  dueOn: day(dueOn),
  documentDate: day(dueOn),
})

describe('a recurring invoice that was ended', () => {
  test('is due no more, missed days neither; what was billed stays, and a later end lets it go on', async () => {
    const company = newCompany()
    const { id, version } = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
    await company.call('recurring.post', { occurrences: [occurrence(id, '2025-03-31')] })
    const ended = await company.call('recurring.end', { id, version })
    expect(await due(company)).toEqual([])
    expect(await company.call('recurring.get', { id })).toMatchObject({
      version: ended.version,
      schedule: { end: { kind: 'on', date: '2025-04-29' } },
      settled: [{ dueOn: '2025-03-31', outcome: 'billed' }],
    })
    await expect(company.call('recurring.post', { occurrences: [occurrence(id, '2025-04-30')] })).rejects.toMatchObject(
      { code: 'occurrence_not_due' },
    )
    expect(await company.call('recurring.end', ended)).toEqual(ended)
    await company.call('recurring.save', { ...rent(1), existing: ended })
    expect(await due(company)).toHaveLength(3)
  })

  test('before its first day is never due', async () => {
    const company = newCompany()
    const made = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
    await company.call('recurring.end', made)
    const [row] = await company.call('recurring.list', {})
    expect(row).toMatchObject({ nextDue: null, lastBilled: null, paused: false })
    expect(await due(company)).toEqual([])
  })
})

test('the days that were settled are told in their order, whenever that was done', async () => {
  const company = newCompany()
  const { id } = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
  await company.call('recurring.skip', { occurrences: [{ recurringId: id, dueOn: day('2025-05-31') }] })
  await company.call('recurring.post', { occurrences: [occurrence(id, '2025-04-30')] })
  await company.call('recurring.skip', { occurrences: [{ recurringId: id, dueOn: day('2025-03-31') }] })
  const { settled } = await company.call('recurring.get', { id })
  expect(settled.map(({ dueOn, outcome }) => [dueOn, outcome])).toEqual([
    ['2025-05-31', 'skipped'],
    ['2025-04-30', 'billed'],
    ['2025-03-31', 'skipped'],
  ])
  const [row] = await company.call('recurring.list', {})
  expect(row).toMatchObject({ nextDue: '2025-06-30', lastBilled: '2025-04-30' })
})

describe('a day due', () => {
  test('whose invoice was voided and copied is the copy’s to bill, until it is restored', async () => {
    const company = newCompany()
    const { id } = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
    const [posted] = (await company.call('recurring.post', { occurrences: [occurrence(id, '2025-03-31')] })).documents
    const copied = { id: posted?.id ?? 0, date: day('2025-04-01'), reason: 'wrong' }
    expect(warned(await company.call('documents.voidAndCopy', copied)).warnings).toEqual([
      'The copy bills Rent of 31 Mar 2025, which is skipped. Restore that day if you do not post the copy.',
    ])
    expect((await due(company)).map(({ dueOn }) => dueOn)).toEqual(['2025-04-30', '2025-05-31', '2025-06-30'])
    await company.call('recurring.restore', { occurrences: [{ recurringId: id, dueOn: day('2025-03-31') }] })
    expect((await due(company))[0]?.dueOn).toBe('2025-03-31')
  })

  test('billed by approval of one customer’s hold: it lets no other’s pass, and each month of that one', async () => {
    const company = newCompany()
    const held = (code: string) => addCustomer(company, code, { onHold: true })
    const one = await company.call('recurring.save', rent(await held('ACME')))
    const other = await company.call('recurring.save', rent(await held('OTHER')))
    const approval = { userId: 1, pin: null, over: ['customer_on_hold' as const] }
    const months = [occurrence(one.id, '2025-03-31'), occurrence(one.id, '2025-04-30')]
    await expect(
      company.call('recurring.post', { occurrences: [...months, occurrence(other.id, '2025-03-31')], approval }),
    ).rejects.toMatchObject({
      code: 'customer_on_hold',
      params: { code: 'OTHER' },
      path: 'occurrences.2.customerId',
    })
    const { documents } = await company.call('recurring.post', { occurrences: months, approval })
    expect(documents).toHaveLength(2)
  })
})
