import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract, type OutputOf } from '../../../src-shared/contract.ts'
import { entryKinds } from '../../../src-shared/history.ts'
import { CLERK_PIN, OWNER, takeOnClerk } from '../../fixtures/clerk.ts'
import { newCompany, newCompanyFrom, temporaryFolder, TEST_NOW, type TestCompany } from '../../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../../fixtures/entries.ts'
import { wholeBooksFile } from '../../fixtures/whole-books/whole-books.ts'

const wholeBooks = async (): Promise<TestCompany> => {
  const path = join(temporaryFolder(), 'Whole.duebook')
  await wholeBooksFile(path)
  return newCompanyFrom(path)
}

type Filter = Partial<{
  personId: number
  from: string
  to: string
  kind: string
  customerId: number
  documentId: number
  amount: number
}>
type Entry = OutputOf<'history.list'>['rows'][number]

const entries = async (company: TestCompany, { from, to, ...filter }: Filter = {}): Promise<readonly Entry[]> => {
  const days = { from: from === undefined ? null : day(from), to: to === undefined ? null : day(to) }
  return (await company.call('history.list', { ...filter, ...days })).rows
}

const newest = async (company: TestCompany): Promise<Entry> => {
  const [first] = await entries(company)
  if (first === undefined) throw new Error('nothing is in the log')
  return first
}

const said = ({ changes }: Entry): readonly string[] =>
  changes.map(({ field, before, after }) => `${field} ${before} to ${after}`)

const stored = async (company: TestCompany, id: number) => {
  const { customer } = await company.call('customers.get', { id, asOf: day('2025-06-30') })
  const { uid: _, ...fields } = customer
  return {
    ...fields,
    contacts: [...fields.contacts],
    currencyLimits: [...fields.currencyLimits],
  }
}

test('each command that reaches the log has words, and no other', () => {
  const logged = Object.entries(contract).flatMap(([name, { logged: isLogged }]) => (isLogged ? [name] : []))
  const own = ['company.create', 'company.migrate']
  expect(entryKinds.map(({ name }) => name).toSorted()).toEqual([...logged, ...own].toSorted())
})

describe('what a change was before', () => {
  test('a credit limit and terms are said with both values, as the company writes them', async () => {
    const company = newCompany()
    const terms = await company.call('terms.create', {
      code: '2-10',
      name: '2/10 net 30',
      rule: { kind: 'net', days: 30, discount: { percent: 2_000_000, days: 10 }, graceDays: 0 },
    })
    const id = await addCustomer(company, 'NORTH01', { creditLimit: 500_000 })
    await company.call('customers.update', { ...(await stored(company, id)), creditLimit: 800_000, termsId: terms.id })
    const entry = await newest(company)
    expect(said(entry)).toEqual(['terms Net 30 days to 2/10 net 30', 'credit limit 5,000.00 USD to 8,000.00 USD'])
    expect(entry).toMatchObject({ title: 'Change customer', person: 'Owner', customer: { id, code: 'NORTH01' } })
  })

  test('with a comma and dates by day where the company writes so', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'NORTH01', { creditLimit: 500_000 })
    const { settings, ...profile } = await company.call('company.profile', {})
    const { name, address, phone, email, taxNumber, version } = profile
    await company.call('company.update', {
      name,
      address,
      phone,
      email,
      taxNumber,
      version,
      settings: { ...settings, decimalMark: ',', agingEdges: [30, 60] },
    })
    expect(said(await newest(company))).toEqual(['aging buckets 30, 60, 90 to 30, 60', 'decimal mark point to comma'])
    await company.call('customers.update', { ...(await stored(company, id)), creditLimit: null })
    expect(said(await newest(company))).toEqual(['credit limit 5.000,00 USD to no limit'])
  })

  test('what the company began with is known as it was before its first change', async () => {
    const company = newCompany()
    const [limit] = (await company.call('limits.list', {})).filter(
      ({ role, act }) => role === 'clerk' && act === 'write_off',
    )
    if (limit === undefined) throw new Error('no limit')
    await company.call('limits.set', { role: limit.role, act: limit.act, most: 12_345, version: limit.version })
    expect(said(await newest(company))).toEqual(['at most 100.00 USD to 123.45 USD'])
    const [terms] = await company.call('terms.list', {})
    if (terms === undefined) throw new Error('no terms')
    await company.call('terms.rename', { id: terms.id, version: terms.version, code: terms.code, name: 'On receipt' })
    expect(said(await newest(company))).toEqual([`name ${terms.name} to On receipt`])
  })

  test('a rate that is removed says what it was', async () => {
    const company = newCompany()
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-01'), rate: '1.0845', version: null })
    expect((await newest(company)).changes).toEqual([])
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-01'), rate: '1.09', version: 1 })
    expect(said(await newest(company))).toEqual(['rate 1.0845 to 1.09'])
    await company.call('rates.remove', { currency: 'EUR', date: day('2025-06-01'), version: 2 })
    expect(said(await newest(company))).toEqual(['rate 1.09 to none'])
  })

  test('a hold says what was held before', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id, number } = await postInvoice(company, customer, '2025-06-01', 100)
    await company.call('openItems.hold', { documentId: id, state: 'disputed', reason: 'damaged' })
    await company.call('openItems.hold', { documentId: id, state: null, reason: '' })
    const entry = await newest(company)
    expect(entry.text).toBe(`Invoice ${number} neither disputed nor held any more`)
    expect(said(entry)).toEqual(['state disputed to neither', 'reason damaged to none'])
    expect(entry.document).toMatchObject({ id, number })
  })

  test('a command of before it was logged is compared with the command before it', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'NORTH01', { creditLimit: 500_000 })
    await company.call('customers.update', { ...(await stored(company, id)), creditLimit: 800_000 })
    await company.call('customers.update', { ...(await stored(company, id)), name: 'North & Sons' })
    const sql = company.sql()
    sql.run('DROP TRIGGER command_log_no_update')
    sql.run('UPDATE command_log SET before = NULL')
    const [second, first] = await entries(company, { customerId: id })
    expect(second === undefined || first === undefined ? [] : [said(first), said(second)]).toEqual([
      ['credit limit 5,000.00 USD to 8,000.00 USD'],
      ['name Customer NORTH01 to North & Sons'],
    ])
    const verdict = await company.call('history.verify', {})
    expect(verdict).toMatchObject({ intact: false, brokenAt: first?.id })
  })
})

describe('finding entries', () => {
  test('by person, kind, customer, document and amount, and by several at once', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    const [north, south] = [await addCustomer(company, 'NORTH01'), await addCustomer(company, 'SOUTH01')]
    const first = await postInvoice(company, north, '2025-06-01', 12_300)
    await company.call('session.signIn', { userId: clerk, pin: CLERK_PIN })
    const second = await postInvoice(company, south, '2025-06-02', 12_300)
    const receipt = await postReceipt(company, north, '2025-06-03', 12_300, [{ documentId: first.id, amount: 12_300 }])
    await company.call('session.signIn', OWNER)
    const texts = async (filter: Filter) => (await entries(company, filter)).map(({ text }) => text)
    const [posted, other, paid] = [first, second, receipt].map(
      ({ number }) => expect.stringContaining(number) as string,
    )
    expect(await texts({ documentId: first.id })).toEqual([paid, posted])
    expect(await texts({ customerId: south })).toEqual([other, expect.stringContaining('SOUTH01')])
    expect(await texts({ amount: 12_300 })).toEqual([paid, other, posted])
    expect(await texts({ amount: 12_300, personId: clerk })).toEqual([paid, other])
    expect(await texts({ kind: 'invoices.post' })).toEqual([other, posted])
    expect(await texts({ kind: 'invoices.post', personId: OWNER.userId })).toEqual([posted])
    expect(await texts({ personId: clerk, customerId: north, documentId: receipt.id })).toEqual([paid])
    expect(await texts({ personId: clerk, amount: 1 })).toEqual([])
  })

  test('by day of the clerk’s clock, also where the clock went back', async () => {
    let now = TEST_NOW
    const company = newCompany({ clock: () => now })
    const customer = await addCustomer(company, 'NORTH01')
    const at = async (instant: string) => {
      now = new Date(instant)
      return (await postInvoice(company, customer, '2025-06-01', 100)).number
    }
    const later = await at('2025-07-02T12:00:00.000Z')
    const back = await at('2025-07-01T12:00:00.000Z')
    const last = await at('2025-07-03T12:00:00.000Z')
    const numbers = async (from: string, to: string) =>
      (await entries(company, { from, to })).map(({ document }) => document?.number)
    expect(await numbers('2025-07-01', '2025-07-01')).toEqual([back])
    expect(await numbers('2025-07-02', '2025-07-02')).toEqual([later])
    expect(await numbers('2025-07-02', '2025-07-03')).toEqual([last, later])
    expect(await numbers('2025-07-04', '2025-07-09')).toEqual([])
  })

  test('page by page each entry comes once', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    for (let posted = 0; posted < 7; posted += 1) await postInvoice(company, customer, '2025-06-01', 100)
    const all = (await entries(company)).map(({ id }) => id)
    for (const filter of [{}, { personId: 1 }, { kind: 'invoices.post' }, { customerId: customer }, { amount: 100 }]) {
      const wanted = (await entries(company, filter)).map(({ id }) => id)
      const found: number[] = []
      let after: number | null = null
      do {
        const page: OutputOf<'history.list'> = await company.call('history.list', { ...filter, after, limit: 2 })
        found.push(...page.rows.map(({ id }) => id))
        after = page.next
      } while (after !== null)
      expect(found).toEqual(wanted)
      expect(all).toEqual(expect.arrayContaining(found))
    }
  })
})

test('the head of the chain stands for all entries, and is printed under them', async () => {
  const company = newCompany()
  await addCustomer(company, 'NORTH01', { name: '=HYPERLINK("http://bad")' })
  const verdict = await company.call('history.verify', {})
  const hash = company.sql().value<string>('SELECT hash FROM command_log ORDER BY seq DESC LIMIT 1')
  expect(verdict).toEqual({ commands: expect.any(Number) as number, intact: true, brokenAt: null, head: hash })
  const { csv, entries: count, more } = await company.call('history.csv', {})
  expect({ count, more }).toEqual({ count: verdict.commands, more: false })
  const lines = csv.trimEnd().split('\r\n')
  expect(lines).toHaveLength(verdict.commands + 2)
  expect(lines.at(-1)).toBe(`Head of the log after entry ${verdict.commands}: ${hash}`)
  expect(csv).toContain('Customer NORTH01 =HYPERLINK')
  expect(csv).not.toMatch(/(^|,)"?=HYPERLINK/m)
})

test('an account number in what was typed is hidden but for its end', async () => {
  const company = newCompany()
  const id = await addCustomer(company, 'NORTH01')
  await company.call('customers.update', {
    ...(await stored(company, id)),
    memo: 'pays from GB82 WEST 1234 5698 7654 32 mostly',
  })
  expect(said(await newest(company))).toEqual(['memo nothing to pays from GB…5432 mostly'])
})

test('what was done before the log named its subjects is found alike', async () => {
  const company = await wholeBooks()
  const sql = company.sql()
  const named = () => sql.all('SELECT * FROM command_subject ORDER BY kind, record_id, seq')
  const days = () => sql.all('SELECT * FROM command_day ORDER BY day')
  const [subjectsNow, daysNow] = [named(), days()]
  expect(subjectsNow.length).toBeGreaterThan(100)
  const file = readFileSync('migrations/0010-who-did-what.sql', 'utf8')
  const filling = file.split(/;\n\n/).filter((statement) => /^(--.*\n)*INSERT/.test(statement))
  expect(filling).toHaveLength(5)
  sql.run('DELETE FROM command_subject')
  sql.run('DELETE FROM command_day')
  for (const statement of filling) sql.run(statement)
  expect({ subjects: named(), days: days() }).toEqual({ subjects: subjectsNow, days: daysNow })
})

test('every entry of whole books is in words', async () => {
  const company = await wholeBooks()
  const { rows } = await company.call('history.list', { limit: 500 })
  expect(rows.length).toBeGreaterThan(50)
  for (const { title, text, changes } of rows) {
    for (const words of [title, text, ...changes.flatMap(({ before, after }) => [before ?? '', after])]) {
      expect(words).not.toMatch(/undefined|null|NaN|\[object|\{\}|one that is gone/)
    }
  }
})
