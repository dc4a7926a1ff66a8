import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line } from '../fixtures/entries.ts'

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
