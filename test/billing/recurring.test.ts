import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-shared/contract.ts'
import type { Schedule } from '../../src-shared/billing/rules/schedule.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, line } from '../fixtures/entries.ts'

const monthly = (firstDate: string, changes: Partial<Schedule> = {}): Schedule => ({
  every: 1,
  unit: 'month',
  firstDate: day(firstDate),
  dayOfMonth: null,
  end: { kind: 'never' },
  ...changes,
})

type Entered = Omit<InputOf<'recurring.save'>, 'commandUid'>

const rent = (customerId: number, changes: Partial<Entered> = {}): Entered => ({
  existing: null,
  name: 'Rent',
  customerId,
  schedule: monthly('2025-03-31'),
  termsId: null,
  reference: '',
  memo: '',
  pricesIncludeTax: false,
  lines: [line(50_000, { description: 'Rent {month} {year}, {from} to {to}' })],
  ...changes,
})

const due = async (company: TestCompany, asOf = '2025-06-30') =>
  (await company.call('recurring.due', { asOf: day(asOf) })).rows

const occurrence = (recurringId: number, dueOn: string, documentDate = dueOn) => ({
  recurringId,
  dueOn: day(dueOn),
  documentDate: day(documentDate),
})

describe('what is due', () => {
  test('after weeks away is every day missed, of all recurring invoices, oldest first, with its amount', async () => {
    const company = newCompany()
    const [acme, beta] = [await addCustomer(company, 'ACME'), await addCustomer(company, 'BETA')]
    const taxCodeId = (await company.call('taxCodes.list', {})).find(({ rate }) => rate > 0)?.id ?? null
    const { id: first } = await company.call('recurring.save', rent(acme))
    const { id: second } = await company.call(
      'recurring.save',
      rent(beta, { name: 'Service', schedule: monthly('2025-04-15'), lines: [line(10_000, { taxCodeId })] }),
    )
    const rows = await due(company, '2025-05-15')
    expect(rows.map(({ recurringId, dueOn }) => [recurringId, dueOn])).toEqual([
      [first, '2025-03-31'],
      [second, '2025-04-15'],
      [first, '2025-04-30'],
      [second, '2025-05-15'],
    ])
    expect(rows[0]).toMatchObject({ name: 'Rent', customerCode: 'ACME', currency: 'USD', total: 50_000, problem: null })
    const posted = await company.call('recurring.post', { occurrences: [occurrence(second, '2025-04-15')] })
    expect(posted.documents[0]?.total).toBe(rows[1]?.total)
  })

  test('is what was neither billed nor skipped', async () => {
    const company = newCompany()
    const { id } = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
    await company.call('recurring.post', { occurrences: [occurrence(id, '2025-04-30')] })
    await company.call('recurring.skip', { occurrences: [{ recurringId: id, dueOn: day('2025-03-31') }] })
    expect((await due(company)).map(({ dueOn }) => dueOn)).toEqual(['2025-05-31', '2025-06-30'])
    const [row] = await company.call('recurring.list', {})
    expect(row).toMatchObject({ name: 'Rent', total: 50_000, nextDue: '2025-05-31', lastBilled: '2025-04-30' })
    await company.call('recurring.restore', { occurrences: [{ recurringId: id, dueOn: day('2025-03-31') }] })
    expect((await due(company)).map(({ dueOn }) => dueOn)).toEqual(['2025-03-31', '2025-05-31', '2025-06-30'])
    expect(await company.call('recurring.get', { id })).toMatchObject({
      settled: [{ dueOn: '2025-04-30', outcome: 'billed', document: { number: 'INV-00001' } }],
    })
  })

  test('of a paused one is nothing until it goes on', async () => {
    const company = newCompany()
    const { id, version } = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
    const paused = await company.call('recurring.setPaused', { id, version, paused: true })
    expect(await due(company)).toEqual([])
    await expect(company.call('recurring.post', { occurrences: [occurrence(id, '2025-03-31')] })).rejects.toMatchObject(
      {
        code: 'recurring_paused',
        path: 'occurrences.0.recurringId',
      },
    )
    await company.call('recurring.setPaused', { id, version: paused.version, paused: false })
    expect(await due(company)).toHaveLength(4)
    await expect(company.call('recurring.setPaused', { id, version, paused: true })).rejects.toMatchObject({
      code: 'stale_version',
    })
  })

  test('says beforehand whom nothing can be billed to', async () => {
    const company = newCompany()
    await company.call('recurring.save', rent(await addCustomer(company, 'ACME', { onHold: true })))
    expect((await due(company))[0]?.problem).toEqual({ code: 'customer_on_hold', params: { code: 'ACME' } })
  })
})

describe('billing what is due', () => {
  test('posts an invoice for each, on its own day, with its texts filled in', async () => {
    const company = newCompany()
    const { id } = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
    const { documents } = await company.call('recurring.post', {
      occurrences: [occurrence(id, '2025-03-31'), occurrence(id, '2025-04-30')],
    })
    expect(documents).toMatchObject([
      { number: 'INV-00001', total: 50_000, dueDate: '2025-04-30' },
      { number: 'INV-00002', total: 50_000, dueDate: '2025-05-30' },
    ])
    const view = await company.call('documents.get', { id: documents[1]?.id ?? 0 })
    expect(view).toMatchObject({
      documentDate: '2025-04-30',
      lines: [{ description: 'Rent April 2025, 30 Apr 2025 to 30 May 2025' }],
    })
    expect(await accountBalances(company)).toEqual({ '1200': 100_000, '4000': -100_000 })
  })

  test('never bills a day twice', async () => {
    const company = newCompany()
    const { id } = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
    const once = occurrence(id, '2025-03-31')
    await expect(company.call('recurring.post', { occurrences: [once, once] })).rejects.toMatchObject({
      code: 'occurrence_settled',
      path: 'occurrences.1.dueOn',
    })
    await company.call('recurring.post', { occurrences: [once] })
    await expect(company.call('recurring.post', { occurrences: [once] })).rejects.toMatchObject({
      message: 'Rent of 31 Mar 2025 was billed as INV-00001 already. Look at what is due again.',
    })
    await expect(
      company.call('recurring.skip', { occurrences: [{ recurringId: id, dueOn: once.dueOn }] }),
    ).rejects.toMatchObject({ code: 'occurrence_settled' })
  })

  test('bills a day again after its invoice was voided', async () => {
    const company = newCompany()
    const { id } = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
    const [posted] = (await company.call('recurring.post', { occurrences: [occurrence(id, '2025-03-31')] })).documents
    await company.call('documents.void', { id: posted?.id ?? 0, date: day('2025-04-01'), reason: 'wrong' })
    expect((await due(company))[0]?.dueOn).toBe('2025-03-31')
    const again = await company.call('recurring.post', { occurrences: [occurrence(id, '2025-03-31')] })
    expect(again.documents[0]?.number).toBe('INV-00002')
  })

  test('bills only days of the schedule', async () => {
    const company = newCompany()
    const { id } = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
    await expect(company.call('recurring.post', { occurrences: [occurrence(id, '2025-04-29')] })).rejects.toMatchObject(
      {
        message: 'Rent is not due on 29 Apr 2025. Look at what is due again.',
        path: 'occurrences.0.dueOn',
      },
    )
  })

  test('proposes the first open day for a day in a closed period, and refuses the closed one by its path', async () => {
    const company = newCompany()
    const { id } = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
    await company.call('company.setClosingDate', { closingDate: day('2025-04-30'), reason: 'April', version: 1 })
    expect((await due(company)).map(({ dueOn, documentDate }) => [dueOn, documentDate])).toEqual([
      ['2025-03-31', '2025-05-01'],
      ['2025-04-30', '2025-05-01'],
      ['2025-05-31', '2025-05-31'],
      ['2025-06-30', '2025-06-30'],
    ])
    await expect(company.call('recurring.post', { occurrences: [occurrence(id, '2025-03-31')] })).rejects.toMatchObject(
      {
        code: 'period_locked',
        path: 'occurrences.0.documentDate',
      },
    )
    await company.call('recurring.post', { occurrences: [occurrence(id, '2025-03-31', '2025-05-01')] })
  })

  test('is all or nothing: one at fault is named by its place, and the others go without it', async () => {
    const company = newCompany()
    const good = await company.call('recurring.save', rent(await addCustomer(company, 'ACME')))
    const bad = await company.call('recurring.save', rent(await addCustomer(company, 'BETA', { onHold: true })))
    const both = [occurrence(good.id, '2025-03-31'), occurrence(bad.id, '2025-03-31')]
    await expect(company.call('recurring.post', { occurrences: both })).rejects.toMatchObject({
      code: 'customer_on_hold',
      path: 'occurrences.1.customerId',
    })
    expect(await accountBalances(company)).toEqual({})
    expect((await company.call('recurring.post', { occurrences: both.slice(0, 1) })).documents).toHaveLength(1)
  })

  test('needs a rate for another currency, and passes on what billing warns of', async () => {
    const company = newCompany()
    const euro = await addCustomer(company, 'EURO', { currency: 'EUR', creditLimit: 100 })
    const { id } = await company.call('recurring.save', rent(euro))
    const one = occurrence(id, '2025-03-31')
    await expect(company.call('recurring.post', { occurrences: [one] })).rejects.toMatchObject({
      code: 'rate_missing',
      path: 'occurrences.0.rate',
    })
    const { documents } = await company.call('recurring.post', { occurrences: [{ ...one, rate: '1.1' }] })
    expect(documents[0]?.warnings[0]).toMatchObject({ code: 'over_credit_limit', params: { code: 'EURO' } })
  })

  test('refuses a text that its filled in placeholders make too long', async () => {
    const company = newCompany()
    const lines = [line(100, { description: '{from}'.repeat(80) })]
    const { id } = await company.call('recurring.save', rent(await addCustomer(company, 'ACME'), { lines }))
    await expect(company.call('recurring.post', { occurrences: [occurrence(id, '2025-03-31')] })).rejects.toMatchObject(
      {
        code: 'recurring_unusable',
        path: 'occurrences.0',
        message: 'Rent can no longer be billed as it was entered (lines 0 description). Open it and correct it.',
      },
    )
  })
})

describe('memorising a posted invoice', () => {
  test('says again what it said, without its dates; its terms follow the customer', async () => {
    const company = newCompany()
    const customerId = await addCustomer(company, 'ACME')
    const lines = [line(10_000, { description: 'Rent {month}' }), line(2500)]
    const posted = await company.call('invoices.post', {
      customerId,
      documentDate: day('2025-03-31'),
      termsId: null,
      dueDate: null,
      draftUid: null,
      reference: 'PO 7',
      memo: 'thanks',
      pricesIncludeTax: true,
      lines,
      documentDiscount: { kind: 'percent', percent: 10_000_000 },
    })
    const body = await company.call('recurring.fromInvoice', { documentId: posted.id })
    expect(body).toMatchObject({ customerId, name: 'Customer ACME', termsId: null, reference: 'PO 7', memo: 'thanks' })
    expect(body).toMatchObject({ documentDiscount: { kind: 'percent', percent: 10_000_000 }, pricesIncludeTax: true })
    const { documentDate, ...said } = body
    expect(documentDate).toBe('2025-03-31')
    const { id } = await company.call('recurring.save', { ...said, existing: null, schedule: monthly('2025-04-30') })
    const { documents } = await company.call('recurring.post', { occurrences: [occurrence(id, '2025-04-30')] })
    expect(documents[0]?.total).toBe(posted.total)
    const view = await company.call('documents.get', { id: documents[0]?.id ?? 0 })
    expect(view.lines.map(({ description }) => description)).toEqual(['Rent April', 'Goods'])
  })

  test('needs an invoice', async () => {
    const company = newCompany()
    await expect(company.call('recurring.fromInvoice', { documentId: 1 })).rejects.toMatchObject({
      code: 'document_not_found',
    })
  })
})

describe('saving a recurring invoice', () => {
  test('refuses what could not be billed, beside its field', async () => {
    const company = newCompany()
    const acme = await addCustomer(company, 'ACME')
    const cases: readonly (readonly [changes: Partial<Entered>, code: string, path: string])[] = [
      [{ customerId: 99 }, 'customer_not_found', 'customerId'],
      [{ termsId: 99 }, 'terms_not_found', 'termsId'],
      [{ lines: [] }, 'no_lines', 'lines'],
      [{ lines: [line(100, { taxCodeId: 99 })] }, 'tax_code_not_found', 'lines.0.taxCodeId'],
      [{ lines: [line(100), line(-200)] }, 'total_negative', 'lines'],
      [{ memo: 'Rent {mnoth}' }, 'placeholder_unknown', 'memo'],
      [{ schedule: monthly('2025-03-15', { dayOfMonth: 31 }) }, 'schedule_invalid', 'schedule.dayOfMonth'],
      [
        { schedule: monthly('2025-03-15', { end: { kind: 'on', date: day('2025-03-14') } }) },
        'schedule_invalid',
        'schedule.end.date',
      ],
      [{ existing: { id: 99, version: 1 } }, 'recurring_not_found', 'existing.id'],
    ]
    for (const [changes, code, path] of cases) {
      await expect(company.call('recurring.save', rent(acme, changes)), code).rejects.toMatchObject({ code, path })
    }
    expect(await company.call('recurring.list', {})).toEqual([])
  })

  test('changes it, and refuses a change made to an older version', async () => {
    const company = newCompany()
    const acme = await addCustomer(company, 'ACME')
    const made = await company.call('recurring.save', rent(acme))
    const changed = await company.call(
      'recurring.save',
      rent(acme, { existing: made, name: 'Lease', lines: [line(60_000)] }),
    )
    expect(changed).toEqual({ id: made.id, version: 2 })
    expect((await due(company))[0]).toMatchObject({ name: 'Lease', total: 60_000 })
    await expect(company.call('recurring.save', rent(acme, { existing: made }))).rejects.toMatchObject({
      code: 'stale_version',
      params: {
        what: 'Lease',
        changes:
          'name is now Lease, here Rent; lines is now 1 Goods at 600, here 1 Rent {month} {year}, {from} to {to} at 500',
      },
    })
  })

  test('lets a changed rhythm begin only after what was billed or skipped, so that nothing is billed twice', async () => {
    const company = newCompany()
    const acme = await addCustomer(company, 'ACME')
    const existing = await company.call('recurring.save', rent(acme))
    await company.call('recurring.post', { occurrences: [occurrence(existing.id, '2025-03-31')] })
    const weekly = (firstDate: string) => rent(acme, { existing, schedule: monthly(firstDate, { unit: 'week' }) })
    await expect(company.call('recurring.save', weekly('2025-03-10'))).rejects.toMatchObject({
      message: 'This was billed or skipped through 31 Mar 2025. Let the changed schedule begin on a later day.',
      path: 'schedule.firstDate',
    })
    await company.call('recurring.save', weekly('2025-06-20'))
    expect((await due(company)).map(({ dueOn }) => dueOn)).toEqual(['2025-06-20', '2025-06-27'])
  })

  test('another end is no other rhythm', async () => {
    const company = newCompany()
    const acme = await addCustomer(company, 'ACME')
    const existing = await company.call('recurring.save', rent(acme))
    await company.call('recurring.post', { occurrences: [occurrence(existing.id, '2025-03-31')] })
    const schedule = monthly('2025-03-31', { end: { kind: 'after', times: 2 } })
    await company.call('recurring.save', rent(acme, { existing, schedule }))
    expect((await due(company)).map(({ dueOn }) => dueOn)).toEqual(['2025-04-30'])
  })
})
