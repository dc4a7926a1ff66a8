import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import type { Approval } from '../../src-shared/kit/operation.ts'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line } from '../fixtures/entries.ts'
import { recurringInputs } from '../fixtures/valid-recurring.ts'
import { warned } from '../fixtures/warned.ts'
import { setSettings } from '../semantics/settings.ts'

/** Rent of 100.00 at the end of April, May and June. */
const rented = async (company: TestCompany, code: string, creditLimit: number | null, onHold = false) => {
  const customerId = await addCustomer(company, code, { creditLimit, onHold })
  const { commandUid: _, ...rent } = recurringInputs('', line(10_000))['recurring.save']
  const { id } = await company.call('recurring.save', { ...rent, name: code, customerId })
  return ['2025-04-30', '2025-05-31', '2025-06-30'].map((dueOn) => ({
    recurringId: id,
    dueOn: day(dueOn),
    documentDate: day(dueOn),
  }))
}

type Run = Awaited<ReturnType<typeof rented>>

const bill = (company: TestCompany, occurrences: Run, approval?: Approval) =>
  company.dispatch('recurring.post', {
    commandUid: uuidV7(),
    occurrences,
    ...(approval === undefined ? {} : { approval }),
  })

const alone = { userId: 1, pin: null }
const questionOf = (answer: Awaited<ReturnType<typeof bill>>) => {
  if (answer.ok) throw new Error('it was not refused')
  const { code, params, path } = answer.error
  return { code, said: JSON.stringify(params), path, message: describeRefusal(answer.error) }
}

describe('a billing run', () => {
  test('in which a customer goes over its limit twice asks once, with the whole sum, and is approved', async () => {
    const company = newCompany()
    await setSettings(company, { creditLimitPolicy: 'ask' })
    const run = await rented(company, 'NORTH01', 15_000)
    const question = questionOf(await bill(company, run))
    expect(question).toMatchObject({
      code: 'credit_limit_ask',
      path: 'occurrences.1.lines',
      message:
        'NORTH01 would owe 300.00 (0.00 open, 300.00 on this), over the credit limit of 150.00. Post a smaller invoice, or ask a supervisor to approve it.',
    })
    const answer = await bill(company, run, { ...alone, over: ['credit_limit_ask'] })
    expect(answer).toMatchObject({ ok: true })
    expect(company.sql().all('SELECT act, most, amount FROM approval')).toEqual([
      { act: 'credit_limit', most: 15_000, amount: 30_000 },
    ])
  })

  test('within the limit by itself but not together is asked about', async () => {
    const company = newCompany()
    await setSettings(company, { creditLimitPolicy: 'block' })
    const run = await rented(company, 'NORTH01', 25_000)
    expect(questionOf(await bill(company, run))).toMatchObject({
      code: 'credit_limit_exceeded',
      path: 'occurrences.2.lines',
    })
    expect(await bill(company, run.slice(0, 2))).toMatchObject({ ok: true })
  })

  test('of two customers over their limits asks about each, and is approved once both were read', async () => {
    const company = newCompany()
    await setSettings(company, { creditLimitPolicy: 'ask' })
    const run = [...(await rented(company, 'NORTH01', 0)), ...(await rented(company, 'SOUTH01', 5000))]
    const first = questionOf(await bill(company, run))
    expect(first.message).toContain('NORTH01 would owe 300.00')
    const second = questionOf(await bill(company, run, { ...alone, over: ['credit_limit_ask'] }))
    expect(second.message).toContain('SOUTH01 would owe 300.00')
    const read = [first, second].map(({ said }) => ({ code: 'credit_limit_ask' as const, said }))
    const other = { ...alone, over: ['credit_limit_ask' as const], read: read.slice(1) }
    expect(questionOf(await bill(company, run, other)).said).toBe(first.said)
    expect(await bill(company, run, { ...other, read })).toMatchObject({ ok: true })
    expect(company.sql().value('SELECT count(*) FROM approval')).toBe(2)
  })

  test('of two customers on hold is approved once both were read', async () => {
    const company = newCompany()
    const run = [...(await rented(company, 'NORTH01', null, true)), ...(await rented(company, 'SOUTH01', null, true))]
    const first = questionOf(await bill(company, run))
    const over = ['customer_on_hold' as const]
    const second = questionOf(await bill(company, run, { ...alone, over }))
    const read = [first, second].map(({ said }) => ({ code: 'customer_on_hold' as const, said }))
    expect(await bill(company, run, { ...alone, over, read })).toMatchObject({ ok: true })
  })

  test('by a policy that warns says it once for a customer, on the invoice that goes over', async () => {
    const company = newCompany()
    const run = await rented(company, 'NORTH01', 15_000)
    const { documents } = await company.call('recurring.post', { occurrences: run })
    expect(documents.map((each) => warned(each).warnings)).toEqual([
      [],
      ['NORTH01 now owes 300.00, over the credit limit of 150.00.'],
      [],
    ])
  })
})
