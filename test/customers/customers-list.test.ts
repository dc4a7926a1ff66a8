import { describe, expect, test } from 'vitest'
import type { CustomerRow } from '../../src-shared/customers/contract/customers.ts'
import { CUSTOMER_PAGES } from '../../src-main/customers/queries/customers/list.ts'
import { SEARCHES } from '../../src-main/customers/queries/customers/search.ts'
import { BALANCES_NOW, BALANCES_THEN, PARTS_NOW } from '../../src-main/customers/queries/open-items/balances.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { planOf } from '../fixtures/plan.ts'

const asOf = day('2025-06-30')

const archive = async (company: TestCompany, id: number) => {
  const { uid: _, contacts, ...fields } = (await company.call('customers.get', { id, asOf })).customer
  await company.call('customers.update', { ...fields, contacts: [...contacts], archived: true })
}

/** Every page of the list, one after the other. */
const pages = async (company: TestCompany, order: 'code' | 'name', limit: number): Promise<readonly CustomerRow[]> => {
  const rows: CustomerRow[] = []
  let after: [string, number] | null = null
  for (;;) {
    const page: { readonly rows: readonly CustomerRow[]; readonly next: readonly [string, number] | null } =
      await company.call('customers.list', { asOf, order, after, limit })
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = [page.next[0], page.next[1]]
  }
}

describe('the customer list', () => {
  test('comes page by page, in the order of codes or of names, whatever their case', async () => {
    const company = newCompany()
    const names = ['beta', 'Alpha', 'Beta', 'gamma', 'ALPHA', 'Delta', 'beta']
    for (const [index, name] of names.entries()) await addCustomer(company, `C-${9 - index}`, { name })

    expect((await pages(company, 'code', 2)).map(({ code }) => code)).toEqual([
      'C-3',
      'C-4',
      'C-5',
      'C-6',
      'C-7',
      'C-8',
      'C-9',
    ])
    expect((await pages(company, 'name', 2)).map(({ name }) => name)).toEqual([
      'Alpha',
      'ALPHA',
      'beta',
      'Beta',
      'beta',
      'Delta',
      'gamma',
    ])
    expect(await pages(company, 'name', 7)).toEqual(await pages(company, 'name', 1))
  })

  test('shows balance and overdue as of the day asked for', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    await addCustomer(company, 'C2')
    const invoice = await postInvoice(company, id, '2025-04-01', 10_000)
    await postReceipt(company, id, '2025-06-01', 4_000, [{ documentId: invoice.id, amount: 4_000 }])
    const balances = async (date: string) =>
      (await company.call('customers.list', { asOf: day(date) })).rows.map(({ balance, overdue }) => [balance, overdue])
    expect(await balances('2025-03-31')).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect((await balances('2025-05-01'))[0]).toEqual([10_000, 0])
    expect((await balances('2025-05-31'))[0]).toEqual([10_000, 10_000])
    expect((await balances('2025-06-01'))[0]).toEqual([6_000, 6_000])
  })

  test('is filtered by the beginnings of words of code and name, and leaves out who is archived', async () => {
    const company = newCompany()
    await addCustomer(company, 'N-1', { name: 'Northwind Trading Co.' })
    await addCustomer(company, 'N-2', { name: 'North Sea Trading' })
    const gone = await addCustomer(company, 'N-3', { name: 'Northern Trade' })
    await archive(company, gone)
    const codes = async (filter: string, includeArchived = false) =>
      (await company.call('customers.list', { asOf, filter, includeArchived })).rows.map(({ code }) => code)
    expect(await codes('nor tra')).toEqual(['N-1', 'N-2'])
    expect(await codes('trading sea')).toEqual(['N-2'])
    expect(await codes('n-1')).toEqual(['N-1'])
    expect(await codes('nor', true)).toEqual(['N-1', 'N-2', 'N-3'])
    expect(await codes('…')).toEqual([])
    expect(await codes('')).toEqual(['N-1', 'N-2'])
  })

  test('reads its page from an index: no walk over the table, no sort', () => {
    const company = newCompany()
    for (const sql of Object.values(CUSTOMER_PAGES).flatMap((texts) => Object.values(texts))) {
      const plan = planOf(company, sql)
      expect(plan).toMatch(
        /SEARCH c USING INDEX (sqlite_autoindex_customer_2 \(code>\?\)|customer_by_name \(name>\?\))/,
      )
      expect(plan).not.toMatch(/SCAN c\b|TEMP B-TREE/)
    }
    for (const sql of [BALANCES_NOW, PARTS_NOW, BALANCES_THEN]) {
      const plan = planOf(company, sql)
      expect(plan).toMatch(/open_item_by_customer|document_by_customer/)
      expect(plan).not.toMatch(/SCAN (i|dated|e)\b|TEMP B-TREE/)
    }
    expect(planOf(company, BALANCES_NOW)).toContain(
      'SEARCH i USING COVERING INDEX open_item_by_customer (customer_id=?)',
    )
  })
})

const FTS_SYNTAX = '" "" a"b O\'Brien * NEAR(a NOT OR AND code:a -a ^a {a}:c \\ % _ ( a*b a+b \u200b'.split(' ')

describe('the customer type-ahead', () => {
  const codes = async (company: TestCompany, text: string) =>
    (await company.call('customers.search', { text })).map(({ code }) => code)

  test('puts the exact code first, then codes that start so, then names, then any words', async () => {
    const company = newCompany()
    await addCustomer(company, 'ZZ', { name: 'The Acme Company' })
    await addCustomer(company, 'YY', { name: 'Acme Tools' })
    await addCustomer(company, 'ACME2', { name: 'Second' })
    await addCustomer(company, 'ACME', { name: 'First' })
    expect(await codes(company, 'acme')).toEqual(['ACME', 'ACME2', 'YY', 'ZZ'])
  })

  test('finds any word of the name by its beginning, several words in any order, without accents', async () => {
    const company = newCompany()
    await addCustomer(company, 'A', { name: 'Müller & Söhne Papier' })
    await addCustomer(company, 'B', { name: 'Papier Nord' })
    expect(await codes(company, 'pap')).toEqual(['B', 'A'])
    expect(await codes(company, 'pap mul')).toEqual(['A'])
    expect(await codes(company, 'sohne')).toEqual(['A'])
    expect(await codes(company, 'pap xyz')).toEqual([])
  })

  test('finds the customer of an invoice by its number, written out or bare', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'A')
    await addCustomer(company, 'B')
    await postInvoice(company, id, '2025-06-01', 12_345)
    for (const text of ['INV-00001', 'inv-00001', '1', '00001']) expect(await codes(company, text), text).toContain('A')
    expect(await company.call('customers.search', { text: 'INV-00001' })).toEqual([
      {
        id,
        code: 'A',
        name: 'Customer A',
        city: 'Portland',
        currency: 'USD',
        balance: 12_345,
        onHold: false,
        others: [],
      },
    ])
  })

  test('who is archived is found by exact code only', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'OLD-1', { name: 'Old friend' })
    await archive(company, id)
    expect(await codes(company, 'old')).toEqual([])
    expect(await codes(company, 'friend')).toEqual([])
    expect(await codes(company, 'old-1')).toEqual(['OLD-1'])
  })

  test('takes what is typed as text, never as a query', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'X1', { name: 'Firm' })
    const { uid: _, contacts, ...fields } = (await company.call('customers.get', { id, asOf })).customer
    let version = 1
    for (const text of FTS_SYNTAX) {
      const name = `Firm ${text} Ltd`
      const saved = await company.call('customers.update', { ...fields, contacts: [...contacts], name, version })
      version = saved.version
      expect(await codes(company, `Firm ${text}`), text).toEqual(['X1'])
      expect((await company.dispatch('customers.search', { text })).ok, text).toBe(true)
      expect((await company.dispatch('customers.list', { asOf, filter: text })).ok, text).toBe(true)
    }
  })

  test('gives as many as asked for, each once, and the first by code for an empty text', async () => {
    const company = newCompany()
    for (let index = 0; index < 20; index += 1) await addCustomer(company, `A${10 + index}`, { name: 'A name' })
    const found = await company.call('customers.search', { text: 'a', limit: 12 })
    expect(new Set(found.map(({ id }) => id)).size).toBe(12)
    expect((await codes(company, '')).slice(0, 3)).toEqual(['A10', 'A11', 'A12'])
  })

  test('every step reads an index', () => {
    const company = newCompany()
    for (const sql of Object.values(SEARCHES)) {
      const plan = planOf(company, sql)
      expect(plan).toMatch(/SEARCH c USING (INTEGER PRIMARY KEY|INDEX)/)
      expect(plan).not.toMatch(/SCAN (c|d|document)\b|TEMP B-TREE/)
    }
  })
})
