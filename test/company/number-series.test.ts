import { describe, expect, test } from 'vitest'
import type { DocumentKind } from '../../src-shared/domain/documents.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { asClerk } from '../fixtures/clerk.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { warned } from '../fixtures/warned.ts'
import { dryRun, run, writeCsv } from '../import-export/import-fixture.ts'

const seriesOf = async (company: TestCompany, kind: DocumentKind = 'invoice', date = '2025-06-30') => {
  const rows = await company.call('numberSeries.list', { date: day(date) })
  const row = rows.find((each) => each.kind === kind)
  if (!row) throw new Error(`no series of ${kind}`)
  return row
}

interface Change {
  readonly prefix?: string
  readonly width?: number
  readonly nextNumber?: number
  readonly date?: string
  readonly apart?: { readonly code: string; readonly like: string }[]
}

const changeSeries = async (company: TestCompany, changes: Change, kind: DocumentKind = 'invoice') => {
  const date = changes.date ?? '2025-06-30'
  const { prefix, width, nextNumber, version } = await seriesOf(company, kind, date)
  const entered = { prefix, width, nextNumber, ...changes, date: day(date) }
  return company.call('numberSeries.change', { kind, version, ...entered })
}

const opening = (company: TestCompany, customerId: number, number: string) =>
  company.call('openingBalances.post', {
    items: [
      {
        customerId,
        kind: 'invoice',
        number,
        documentDate: day('2025-01-15'),
        dueDate: null,
        amount: 100,
        rate: null,
        reference: '',
        memo: '',
      },
    ],
  })

describe('a series the company changes', () => {
  test('numbers from then on; what was given stays, and each kind has its own', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const post = async () => (await postInvoice(company, customer, '2025-06-01', 100)).number
    expect([await post(), await post()]).toEqual(['INV-00001', 'INV-00002'])
    await changeSeries(company, { prefix: 'R', width: 3, nextNumber: 318 })
    expect([await post(), await post()]).toEqual(['R318', 'R319'])
    await changeSeries(company, { prefix: 'INV-', width: 5, nextNumber: 3 })
    expect([await post(), await post()]).toEqual(['INV-00003', 'INV-00004'])
    expect((await postReceipt(company, customer, '2025-06-02', 100)).number).toBe('RCT-00001')
    await changeSeries(company, { prefix: '', width: 1, nextNumber: 7 }, 'receipt')
    expect((await postReceipt(company, customer, '2025-06-02', 100)).number).toBe('7')
    expect(await seriesOf(company, 'receipt')).toMatchObject({ prefix: '', width: 1, nextNumber: 8, next: '8' })
  })

  test('a later next number begins a new run, and leaves no gap in the old one', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await postInvoice(company, customer, '2025-06-01', 100)
    await changeSeries(company, { nextNumber: 1000 })
    expect((await postInvoice(company, customer, '2025-06-01', 100)).number).toBe('INV-01000')
    for (const nextNumber of [1000, 500, 1])
      await expect(changeSeries(company, { nextNumber })).rejects.toMatchObject({
        code: 'series_number_used',
        path: 'nextNumber',
        params: { next: '1001' },
      })
    await expect(changeSeries(company, { width: 6, nextNumber: 1 })).rejects.toMatchObject({
      code: 'series_number_used',
    })
  })

  test('the same again changes nothing', async () => {
    const company = newCompany()
    const { version } = await seriesOf(company)
    expect((await changeSeries(company, {})).version).toBe(version)
    expect((await seriesOf(company)).version).toBe(version)
  })

  test('only a supervisor changes it', async () => {
    const company = newCompany()
    const { version } = await seriesOf(company)
    const change = { kind: 'invoice', version, prefix: 'X-', width: 5, nextNumber: 1, date: day('2025-06-30') } as const
    await expect(asClerk(company).call('numberSeries.change', change)).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('with the year in the number', () => {
  test('each year is a series without a gap, by the date of the document', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const post = async (date: string) => (await postInvoice(company, customer, date, 100)).number
    await changeSeries(company, { prefix: 'INV-{year}-', width: 4, nextNumber: 319 })
    expect(await post('2025-06-01')).toBe('INV-2025-0319')
    expect(await post('2026-01-02')).toBe('INV-2026-0001')
    expect(await post('2025-12-31')).toBe('INV-2025-0320')
    expect(await post('2024-12-31')).toBe('INV-2024-0001')
    expect(await post('2026-01-03')).toBe('INV-2026-0002')
    expect(await seriesOf(company, 'invoice', '2026-05-01')).toMatchObject({
      prefix: 'INV-{year}-',
      nextNumber: 3,
      next: 'INV-2026-0003',
    })
    expect(await seriesOf(company, 'invoice', '2027-05-01')).toMatchObject({ nextNumber: 1, next: 'INV-2027-0001' })
  })

  test('another width goes on after what the year has had', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const post = async (date: string) => (await postInvoice(company, customer, date, 100)).number
    await changeSeries(company, { prefix: '{year}/', width: 3, nextNumber: 1 })
    expect([await post('2024-05-01'), await post('2025-05-01')]).toEqual(['2024/001', '2025/001'])
    await changeSeries(company, { prefix: '{year}/', width: 5, nextNumber: 2 })
    expect([await post('2024-05-01'), await post('2025-05-01')]).toEqual(['2024/00002', '2025/00002'])
  })
})

describe('an imported or opening document of the company’s own prefix', () => {
  test('keeps its number, and the series goes on up to it', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await opening(company, customer, 'INV-10419')
    expect((await postInvoice(company, customer, '2025-06-01', 100)).number).toBe('INV-00001')
    await run(company, writeCsv(company, ['C9,,,INV-00500,2025-01-10,,1.00,,']))
    expect((await postInvoice(company, customer, '2025-06-01', 100)).number).toBe('INV-00002')
  })

  test('is passed over when the series gets there: that is said, recorded, and shown in Setup', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await run(
      company,
      writeCsv(
        company,
        ['INV-00002', 'INV-00003', 'inv-00005'].map((n) => `C9,,,${n},2025-01-10,,1.00,,`),
      ),
    )
    const post = async () => warned(await postInvoice(company, customer, '2025-06-01', 100))
    expect(await post()).toMatchObject({ number: 'INV-00001', warnings: [] })
    expect(await seriesOf(company)).toMatchObject({ nextNumber: 2, next: 'INV-00004', passedOver: 0 })
    expect(await post()).toMatchObject({
      number: 'INV-00004',
      warnings: ['INV-00002 to INV-00003 were given before, so this invoice is INV-00004.'],
    })
    expect(await post()).toMatchObject({
      number: 'INV-00006',
      warnings: ['INV-00005 was given before, so this invoice is INV-00006.'],
    })
    expect(await seriesOf(company)).toMatchObject({ nextNumber: 7, passedOver: 3 })
    expect(await post()).toMatchObject({ number: 'INV-00007', warnings: [] })
  })

  test.each([
    'inv 2',
    'inv-2',
    'INV-0002',
    'I N V - 00002',
    'ÍNV-00002',
    'INV\u201100002',
    'INV2',
    'INV/002',
    'inv#2',
    'İNV_2',
  ])('%s merely looks like INV-00002, and is passed over as that would be', async (number) => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await opening(company, customer, number)
    const post = async () => warned(await postInvoice(company, customer, '2025-06-01', 100))
    expect(await post()).toMatchObject({ number: 'INV-00001', warnings: [] })
    expect(await seriesOf(company)).toMatchObject({ nextNumber: 2, next: 'INV-00003', passedOver: 0 })
    expect(await post()).toMatchObject({
      number: 'INV-00003',
      warnings: [`INV-00002 looks like ${number}, so this invoice is INV-00003.`],
    })
    expect(await seriesOf(company)).toMatchObject({ nextNumber: 4, passedOver: 1 })
  })

  test('where its numbers are written with more digits, up to one more digit and beyond', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await changeSeries(company, { prefix: 'R1', width: 1, nextNumber: 7 })
    for (const number of ['R18', 'R019', 'R110', 'r 111']) await opening(company, customer, number)
    const post = async () => (await postInvoice(company, customer, '2025-06-01', 100)).number
    expect([await post(), await post(), await post()]).toEqual(['R17', 'R112', 'R113'])
    expect(await seriesOf(company)).toMatchObject({ passedOver: 4 })
  })

  test('but not where digits alone stand before the separator, nor of another kind', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await changeSeries(company, { prefix: '2025-', width: 1, nextNumber: 7 })
    for (const number of ['20257', '2025/7']) await opening(company, customer, number)
    expect((await postInvoice(company, customer, '2025-06-01', 100)).number).toBe('2025-7')
    await opening(company, customer, 'RCT-00001')
    expect((await postReceipt(company, customer, '2025-06-02', 100)).number).toBe('RCT-00001')
  })

  test('many imported before it are passed over in one step, whatever order they came in', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const count = 600
    // Each third first, so that runs grow together.
    const numbers = [0, 1, 2].flatMap((rest) =>
      Array.from({ length: count }, (_, index) => index + 1).filter((n) => n % 3 === rest),
    )
    await run(
      company,
      writeCsv(
        company,
        numbers.map((n) => `C9,,,INV-${String(n).padStart(5, '0')},2025-01-10,,1.00,,`),
      ),
    )
    expect(warned(await postInvoice(company, customer, '2025-06-01', 100))).toMatchObject({
      number: 'INV-00601',
      warnings: ['INV-00001 to INV-00600 were given before, so this invoice is INV-00601.'],
    })
    expect(company.sql().all('SELECT series_number, through FROM number_passed_over')).toEqual([
      { series_number: 1, through: count },
    ])
    expect(await seriesOf(company)).toMatchObject({ nextNumber: 602, passedOver: count })
  })

  test('the numbers of an earlier series that look alike are passed over in one step', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    for (let count = 0; count < 3; count += 1) await postInvoice(company, customer, '2025-06-01', 100)
    await changeSeries(company, { prefix: 'I{year}', width: 4, nextNumber: 1 })
    await postInvoice(company, customer, '2025-06-01', 100)
    const change = { prefix: 'inv-', width: 1, nextNumber: 1 }
    await expect(changeSeries(company, change)).rejects.toMatchObject({ code: 'looks_like' })
    await changeSeries(company, { ...change, apart: [{ code: 'inv-1', like: 'INV-00001' }] })
    expect(warned(await postInvoice(company, customer, '2025-06-01', 100))).toMatchObject({
      number: 'inv-4',
      warnings: ['inv-1 to inv-3 were given before, so this invoice is inv-4.'],
    })
    expect(company.sql().value('SELECT count(*) FROM number_passed_over')).toBe(1)
  })

  test('a refused posting passes nothing over', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await opening(company, customer, 'INV-00001')
    await expect(postInvoice(company, customer, '2025-06-01', -100)).rejects.toMatchObject({ code: 'total_negative' })
    expect(await seriesOf(company)).toMatchObject({ nextNumber: 1, passedOver: 0 })
  })

  test('a number that the series gave cannot be imported', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await postInvoice(company, customer, '2025-06-01', 100)
    await expect(opening(company, customer, 'INV-00001')).rejects.toMatchObject({ code: 'number_in_use' })
    const plan = await dryRun(company, writeCsv(company, ['C9,,,INV-00001,2025-01-10,,1.00,,']))
    expect(plan.problems).toHaveLength(1)
  })

  test('the next number is set beyond what was imported, without passing anything over', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await opening(company, customer, 'INV-10419')
    await changeSeries(company, { nextNumber: 10_420 })
    expect(await postInvoice(company, customer, '2025-06-01', 100)).toMatchObject({ number: 'INV-10420', warnings: [] })
    expect(await seriesOf(company)).toMatchObject({ passedOver: 0 })
  })
})

describe('the database refuses', () => {
  const attacked = async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await opening(company, customer, 'INV-00002')
    await postInvoice(company, customer, '2025-06-01', 100)
    const sql = company.sql()
    const next = sql.value<number>('SELECT max(seq) + 1 FROM command_log') ?? 0
    return { sql, next }
  }

  test.each([
    ['passing over what is not the next', 'VALUES (1, 3, 1, :next)', 'the number is not the next of its series'],
    ['passing over a number that nothing has', 'VALUES (1, 2, 2, :next)', 'no document has the number'],
    ['passing over a range that is not taken', 'VALUES (1, 2, 1, :next, 3)', 'no documents have all of the numbers'],
    ['passing over in a finished command', 'VALUES (1, 2, 1, :next - 1)', 'its command is already finished'],
  ])('%s', async (_, values, message) => {
    const { sql, next } = await attacked()
    const range = values.includes(', 3)') ? ', through' : ''
    const insert = `INSERT INTO number_passed_over (series_id, series_number, document_id, command_seq${range}) `
    expect(() => sql.run(insert + values, { next })).toThrow(message)
  })

  test('a prefix of another device, and a change to a series in use', async () => {
    const { sql } = await attacked()
    sql.run(`INSERT INTO device (id, uid, name) VALUES (2, 'two', 'Two')`)
    const series = `INSERT INTO number_series (uid, command_seq, kind, device_id, prefix, width, first_number)
      VALUES ('x', 1, ?, 2, ?, 5, 9)`
    expect(() => sql.run(series, ['invoice', 'INV-'])).toThrow('another device numbers with this prefix')
    expect(() => sql.run(`UPDATE number_series SET first_number = 3 WHERE id = 1`)).toThrow('a series in use')
    sql.run(series, ['unidentified_receipt', 'TWO-'])
    expect(() => sql.run(series.replace("'x'", "'y'"), ['unidentified_receipt', 'TWO2-'])).toThrow(
      'unidentified receipts',
    )
  })
})
