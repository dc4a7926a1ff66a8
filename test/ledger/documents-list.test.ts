import { describe, expect, test } from 'vitest'
import type { DocumentRow } from '../../src-shared/ledger/contract/documents.ts'
import type { InputOf } from '../../src-shared/contract.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { pageSql, type PageSource } from '../../src-main/ledger/queries/documents/page.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { planOf } from '../fixtures/plan.ts'

type Asked = Partial<InputOf<'documents.list'>>

const asOf = day('2025-06-30')

const list = async (company: TestCompany, asked: Asked = {}): Promise<readonly DocumentRow[]> =>
  (await company.call('documents.list', { asOf, ...asked })).rows

const numbers = async (company: TestCompany, asked: Asked = {}) =>
  (await list(company, asked)).map(({ number }) => number)

/** Two customers; three invoices, one of them paid in part, one in full; a receipt with something left. */
const traded = async () => {
  const company = newCompany()
  const first = await addCustomer(company, 'C1')
  const second = await addCustomer(company, 'C2')
  const old = await postInvoice(company, first, '2025-04-01', 10_000, { reference: 'PO 100' })
  const recent = await postInvoice(company, second, '2025-06-01', 20_000, { reference: 'po 101' })
  const paid = await postInvoice(company, first, '2025-05-01', 30_000)
  const receipt = await postReceipt(company, first, '2025-06-10', 40_000, [
    { documentId: old.id, amount: 4_000 },
    { documentId: paid.id, amount: 30_000 },
  ])
  return { company, first, second, old, recent, paid, receipt }
}

describe('the list of documents', () => {
  test('comes newest first, by its key page by page', async () => {
    const { company, second } = await traded()
    for (let index = 0; index < 5; index += 1) await postInvoice(company, second, '2025-06-01', 1_000 + index)
    const everything = await list(company)
    expect(everything.map(({ documentDate }) => documentDate)).toEqual(
      everything
        .map(({ documentDate }) => documentDate)
        .toSorted()
        .toReversed(),
    )
    const paged: DocumentRow[] = []
    let after: [CalendarDate, number] | null = null
    do {
      const page: { rows: readonly DocumentRow[]; next: readonly [CalendarDate, number] | null } = await company.call(
        'documents.list',
        { asOf, after, limit: 2 },
      )
      paged.push(...page.rows)
      after = page.next === null ? null : [page.next[0], page.next[1]]
    } while (after !== null)
    expect(paged).toEqual(everything)
  })

  test('says what is open, closed, void, and a reversal', async () => {
    const { company, recent } = await traded()
    await company.call('documents.void', { id: recent.id, date: day('2025-06-15'), reason: 'wrong customer' })
    const rows = await list(company)
    expect(rows.map(({ number, open, status }) => [number, open, status])).toEqual([
      ['INV-00002/V', 0, 'reversal'],
      ['RCT-00001', -6_000, 'open'],
      ['INV-00002', 0, 'void'],
      ['INV-00003', 0, 'closed'],
      ['INV-00001', 6_000, 'open'],
    ])
  })

  test('shows what was open as of a past day, and a document dated later as it was posted', async () => {
    const { company } = await traded()
    const rows = await list(company, { asOf: day('2025-05-15') })
    expect(rows.map(({ number, open }) => [number, open])).toEqual([
      ['RCT-00001', -40_000],
      ['INV-00002', 20_000],
      ['INV-00003', 30_000],
      ['INV-00001', 10_000],
    ])
  })

  test('of open documents counts the day asked for', async () => {
    const { company, first } = await traded()
    expect(await numbers(company, { status: 'open' })).toEqual(['RCT-00001', 'INV-00002', 'INV-00001'])
    expect(await numbers(company, { status: 'open', asOf: day('2025-05-15') })).toEqual(['INV-00003', 'INV-00001'])
    expect(await numbers(company, { status: 'open', customerId: first })).toEqual(['RCT-00001', 'INV-00001'])
    expect(await numbers(company, { status: 'open', kinds: ['receipt'] })).toEqual(['RCT-00001'])
    expect(await numbers(company, { status: 'open', kinds: ['receipt'], asOf: day('2025-06-09') })).toEqual([])
  })

  test('of overdue documents has debits past due on the day asked for, and no credits', async () => {
    const { company } = await traded()
    expect(await numbers(company, { status: 'overdue' })).toEqual(['INV-00001'])
    expect(await numbers(company, { status: 'overdue', asOf: day('2025-06-05') })).toEqual(['INV-00003', 'INV-00001'])
    expect(await numbers(company, { status: 'overdue', asOf: day('2025-07-02') })).toEqual(['INV-00002', 'INV-00001'])
    expect(await numbers(company, { status: 'overdue', asOf: day('2025-05-01') })).toEqual([])
  })

  test('is narrowed by kind, customer, period, and the start of number or reference', async () => {
    const { company, second } = await traded()
    expect(await numbers(company, { kinds: ['receipt', 'refund'] })).toEqual(['RCT-00001'])
    expect(await numbers(company, { kinds: ['credit_note'] })).toEqual([])
    expect(await numbers(company, { customerId: second })).toEqual(['INV-00002'])
    expect(await numbers(company, { from: day('2025-05-01'), to: day('2025-06-01') })).toEqual([
      'INV-00002',
      'INV-00003',
    ])
    expect(await numbers(company, { filter: 'inv-' })).toEqual(['INV-00002', 'INV-00003', 'INV-00001'])
    expect(await numbers(company, { filter: 'PO 10' })).toEqual(['INV-00002', 'INV-00001'])
    expect(await numbers(company, { filter: '3' })).toEqual(['INV-00003'])
    expect(await numbers(company, { filter: 'PO 10', kinds: ['receipt'] })).toEqual([])
    expect(await numbers(company, { filter: '%' })).toEqual([])
    expect(await numbers(company, { filter: 'INV', customerId: second, status: 'open' })).toEqual(['INV-00002'])
  })

  test('says the same whichever index it is walked by', async () => {
    const { company } = await traded()
    const sources: readonly PageSource[] = ['date', 'kind', 'open', 'text']
    const params = {
      asOf,
      customerId: null,
      kinds: '["invoice","receipt"]',
      side: 0,
      from: '1900-01-01',
      until: asOf,
      afterDate: '9999-12-31',
      afterId: 0,
      text: '',
      end: '\u{10FFFF}',
      key: '',
      sequence: null,
      limit: 100,
    }
    const sql = company.sql()
    for (const status of ['open', 'overdue'] as const) {
      const found = sources.map((source) => sql.all<{ document_id: number }>(pageSql(source, status, true), params))
      const expected = status === 'open' ? ['RCT-00001', 'INV-00002', 'INV-00001'] : ['INV-00001']
      const numberOf = (id: number) => sql.value<string>('SELECT number FROM document WHERE id = ?', [id])
      expect(
        found.map((rows) => rows.map(({ document_id: id }) => numberOf(id))),
        status,
      ).toEqual(sources.map(() => expected))
      for (const other of found) expect(other).toEqual(found[0])
    }
  })

  test('walks an index for every source, and sorts only where few are named', () => {
    const company = newCompany()
    const planFor = (source: PageSource) => planOf(company, pageSql(source, 'overdue', true))
    expect(planFor('date')).toMatch(
      /SEARCH d USING COVERING INDEX document_by_date \(document_date>\? AND document_date<\?\)/,
    )
    expect(planFor('customer')).toMatch(
      /SEARCH d USING COVERING INDEX document_by_customer \(customer_id=\? AND document_date>/,
    )
    for (const source of ['date', 'customer'] as const) expect(planFor(source)).not.toMatch(/TEMP B-TREE/)
    expect(planFor('open')).toMatch(
      /SEARCH i USING COVERING INDEX open_item_by_validity \(closed_on=\? AND document_date>/,
    )
    expect(planFor('open')).not.toMatch(/TEMP B-TREE FOR ORDER BY/)
    expect(planFor('kind')).toMatch(/SEARCH d USING INDEX sqlite_autoindex_document_3 \(kind=\?\)/)
    for (const source of ['date', 'customer', 'open', 'kind', 'text'] as const)
      expect(planFor(source)).not.toMatch(/SCAN (d|i|e|p)\b/)
  })
})
