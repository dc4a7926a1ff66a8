import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postReceipt } from '../fixtures/entries.ts'
import { warned } from '../fixtures/warned.ts'

const counted = {
  name: 'Morning post',
  date: day('2025-06-10'),
  method: 'check',
  depositAccountId: null,
  controlCount: 3,
  controlTotal: 60_000,
} as const

const openBatch = async (
  company: TestCompany,
  changes: Partial<{ currency: string; name: string; date: string }> = {},
) =>
  (
    await company.call('receiptBatches.open', {
      ...counted,
      name: changes.name ?? counted.name,
      date: day(changes.date ?? counted.date),
      currency: changes.currency ?? 'USD',
    })
  ).id

const receive = (company: TestCompany, customerId: number, cents: number, batchId: number) =>
  postReceipt(company, customerId, '2025-06-10', cents, [], { batchId })

const ofUnknown = (company: TestCompany, cents: number, batchId: number) =>
  company.call('unidentifiedReceipts.post', {
    date: day('2025-06-10'),
    amount: cents,
    currency: 'USD',
    method: 'check',
    rate: null,
    payer: 'Unreadable',
    reference: '',
    memo: '',
    depositAccountId: null,
    batchId,
    draftUid: null,
  })

const close = async (company: Pick<TestCompany, 'call'>, id: number) => {
  const { version } = await company.call('receiptBatches.get', { id })
  return company.call('receiptBatches.close', { id, version })
}

describe('a batch of receipts', () => {
  test('counts what is entered, money of unknown payers too, against what was counted', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const id = await openBatch(company)
    const { number } = await receive(company, customer, 25_000, id)
    await ofUnknown(company, 15_000, id)
    await postReceipt(company, customer, '2025-06-10', 99_900)
    expect(await company.call('receiptBatches.get', { id })).toMatchObject({
      ...counted,
      isClosed: false,
      count: 2,
      total: 40_000,
      receipts: [
        { number, payer: 'Customer NORTH01', amount: 25_000 },
        { number: 'UNR-00001', documentId: null, payer: 'Unreadable', amount: 15_000 },
      ],
    })
  })

  test('closes only when both agree, and says what does not', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const id = await openBatch(company)
    await receive(company, customer, 25_000, id)
    await receive(company, customer, 15_000, id)
    await expect(close(company, id)).rejects.toMatchObject({
      code: 'batch_differs',
      message:
        'Batch Morning post does not agree. Receipts entered: 2 of 3, 1 missing. Amount entered: 400.00 of 600.00, 200.00 missing. Correct what is entered or what was counted.',
    })
    await receive(company, customer, 20_001, id)
    await expect(close(company, id)).rejects.toMatchObject({
      message: expect.stringContaining(
        '3 of 3, which agrees. Amount entered: 600.01 of 600.00, 0.01 too much.',
      ) as string,
    })
    const { version } = await company.call('receiptBatches.get', { id })
    await company.call('receiptBatches.update', { id, version, ...counted, controlTotal: 60_001 })
    expect(await close(company, id)).toEqual({ version: 3 })
    await expect(close(company, id)).rejects.toMatchObject({ code: 'batch_closed' })
  })

  test('a void receipt and money sent back drop out', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const id = await openBatch(company)
    const wrong = await receive(company, customer, 25_000, id)
    const unknown = await ofUnknown(company, 15_000, id)
    await company.call('documents.void', { id: wrong.id, date: day('2025-06-10'), reason: 'entered twice' })
    await company.call('unidentifiedReceipts.giveBack', {
      id: unknown.id,
      date: day('2025-06-11'),
      rate: null,
      bankAccountId: null,
      memo: '',
    })
    expect(await company.call('receiptBatches.get', { id })).toMatchObject({ count: 0, total: 0, receipts: [] })
  })

  test('a closed batch keeps what it was closed with, and names what is undone since and by what', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const id = await openBatch(company)
    const corrected = await receive(company, customer, 99_900, id)
    await company.call('documents.void', { id: corrected.id, date: day('2025-06-10'), reason: 'entered twice' })
    const returned = await receive(company, customer, 25_000, id)
    await receive(company, customer, 20_000, id)
    const unknown = await ofUnknown(company, 15_000, id)
    await close(company, id)
    const { warnings, number: reversal } = warned(
      await company.call('receipts.returnPayment', {
        id: returned.id,
        date: day('2025-06-12'),
        reason: 'no funds',
        fee: null,
      }),
    )
    const stays = 'stays counted in batch Morning post, which is closed and lists it as undone since.'
    expect(warnings).toEqual([`${returned.number} ${stays}`])
    const back = { date: day('2025-06-13'), rate: null, bankAccountId: null, memo: '' }
    const { warnings: given } = warned(await company.call('unidentifiedReceipts.giveBack', { id: unknown.id, ...back }))
    expect(given).toEqual([`${unknown.number} ${stays}`])
    const batch = await company.call('receiptBatches.get', { id })
    expect(batch).toMatchObject({ isClosed: true, count: 3, total: 60_000, undoneCount: 2, undoneTotal: 40_000 })
    expect(batch.receipts.map(({ amount, undone }) => [amount, undone])).toEqual([
      [
        25_000,
        { how: 'returned', on: '2025-06-12', by: { documentId: expect.any(Number) as number, number: reversal } },
      ],
      [20_000, null],
      [15_000, { how: 'returned', on: '2025-06-13', by: null }],
    ])
  })

  test('reopened, it counts what is left, and closes again once that is what was counted', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const id = await openBatch(company)
    const wrong = await receive(company, customer, 40_000, id)
    await receive(company, customer, 10_000, id)
    await receive(company, customer, 10_000, id)
    const { version } = await close(company, id)
    const voided = await company.call('documents.void', { id: wrong.id, date: day('2025-06-11'), reason: 'not ours' })
    expect(voided.warnings).toHaveLength(1)
    const again = await company.call('receiptBatches.reopen', { id, version, reason: 'one too many' })
    expect(await company.call('receiptBatches.get', { id })).toMatchObject({
      count: 2,
      total: 20_000,
      undoneCount: 0,
      undoneTotal: 0,
    })
    await expect(close(company, id)).rejects.toMatchObject({ code: 'batch_differs' })
    await company.call('receiptBatches.update', { id, ...again, ...counted, controlCount: 2, controlTotal: 20_000 })
    await close(company, id)
    const { rows } = await company.call('receiptBatches.list', {})
    expect(rows).toMatchObject([{ isClosed: true, count: 2, total: 20_000, undoneCount: 0 }])
  })

  test('money returned that was unidentified in a closed batch is named there, one that waits again is not', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const id = await openBatch(company)
    const unknown = await ofUnknown(company, 60_000, id)
    const { version } = await company.call('receiptBatches.get', { id })
    await company.call('receiptBatches.update', { id, version, ...counted, controlCount: 1 })
    await close(company, id)
    const identify = (on: string) =>
      company.call('unidentifiedReceipts.identify', {
        id: unknown.id,
        customerId: customer,
        date: day(on),
        rate: null,
        memo: '',
        applications: [],
      })
    const first = await identify('2025-06-11')
    const voided = await company.call('documents.void', { id: first.id, date: day('2025-06-12'), reason: 'not theirs' })
    expect(voided.warnings).toEqual([])
    expect(await company.call('receiptBatches.get', { id })).toMatchObject({ count: 1, undoneCount: 0 })
    const second = await identify('2025-06-13')
    const back = { id: second.id, date: day('2025-06-14'), reason: '', fee: null }
    const { warnings } = warned(await company.call('receipts.returnPayment', back))
    expect(warnings).toEqual([expect.stringContaining(`${unknown.number} stays counted`)])
    expect(await company.call('receiptBatches.get', { id })).toMatchObject({ count: 1, undoneTotal: 60_000 })
  })

  test('an unknown payer found later still counts once', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const id = await openBatch(company)
    const unknown = await ofUnknown(company, 15_000, id)
    await company.call('unidentifiedReceipts.identify', {
      id: unknown.id,
      customerId: customer,
      date: day('2025-06-11'),
      rate: null,
      memo: '',
      applications: [],
    })
    expect(await company.call('receiptBatches.get', { id })).toMatchObject({ count: 1, total: 15_000 })
  })

  test('takes nothing once it is closed, nor another currency; a supervisor opens it again', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const id = await openBatch(company)
    await receive(company, customer, 20_000, id)
    await receive(company, customer, 20_000, id)
    await receive(company, customer, 20_000, id)
    const { version } = await close(company, id)
    const closed = { code: 'batch_closed', path: 'batchId' }
    await expect(receive(company, customer, 100, id)).rejects.toMatchObject(closed)
    await expect(ofUnknown(company, 100, id)).rejects.toMatchObject(closed)
    const changed = { id, version, ...counted, name: 'Other' }
    await expect(company.call('receiptBatches.update', changed)).rejects.toMatchObject({ code: 'batch_closed' })
    const reopening = { id, version, reason: 'a check fell under the desk' }
    const again = await company.call('receiptBatches.reopen', reopening)
    await expect(company.call('receiptBatches.reopen', { ...reopening, ...again })).rejects.toMatchObject({
      code: 'batch_open',
    })
    await receive(company, customer, 100, id)
    const euros = await openBatch(company, { currency: 'EUR' })
    await expect(receive(company, customer, 100, euros)).rejects.toMatchObject({
      code: 'batch_currency',
      message: 'Batch Morning post is in EUR, this is in USD. Enter it outside the batch.',
    })
    await expect(receive(company, customer, 100, 99)).rejects.toMatchObject({ code: 'batch_not_found' })
  })

  test('a change to an older version is refused', async () => {
    const company = newCompany()
    const id = await openBatch(company)
    await company.call('receiptBatches.update', { id, version: 1, ...counted, controlCount: 4 })
    await expect(
      company.call('receiptBatches.update', { id, version: 1, ...counted, controlCount: 5 }),
    ).rejects.toMatchObject({ code: 'stale_version', message: expect.stringContaining('control count') as string })
  })

  test('batches are listed newest first, a page at a time, the open ones by themselves', async () => {
    const company = newCompany()
    const first = await openBatch(company, { name: 'First', date: '2025-06-11' })
    await openBatch(company, { name: 'Second', date: '2025-06-10' })
    await openBatch(company, { name: 'Third', date: '2025-06-11' })
    await company.call('receiptBatches.update', {
      id: first,
      version: 1,
      ...counted,
      name: 'First',
      controlCount: 0,
      controlTotal: 0,
    })
    await close(company, first)
    const names = async (input: {
      state?: 'open' | 'all'
      after?: [ReturnType<typeof day>, number] | null
      limit?: number
    }) => {
      const page = await company.call('receiptBatches.list', input)
      return { names: page.rows.map(({ name }) => name), next: page.next }
    }
    expect((await names({})).names).toEqual(['Third', 'Second', 'First'])
    expect((await names({ state: 'open' })).names).toEqual(['Third', 'Second'])
    const page = await names({ limit: 2 })
    expect((await names({ limit: 2, after: page.next && [...page.next] })).names).toEqual(['First'])
  })

  test('the database itself refuses what does not belong in a batch, and to close one that does not agree', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const id = await openBatch(company)
    const euros = await openBatch(company, { currency: 'EUR' })
    const { id: receipt } = await receive(company, customer, 20_000, id)
    const attacker = company.sql()
    expect(() => attacker.run('DELETE FROM receipt_batch')).toThrow('a batch is kept')
    expect(() => attacker.run(`UPDATE receipt_batch SET currency = 'EUR'`)).toThrow('the currency is fixed')
    expect(() => attacker.run('UPDATE receipt_batch SET is_closed = 1, closed_seq = 99')).toThrow(
      'is not what was counted',
    )
    attacker.run('UPDATE receipt_batch SET control_count = 1, control_total = 20000 WHERE id = ?', [id])
    const namesClose = 'names the command that closed it'
    expect(() => attacker.run('UPDATE receipt_batch SET is_closed = 1 WHERE id = ?', [id])).toThrow(namesClose)
    expect(() => attacker.run('UPDATE receipt_batch SET closed_seq = 1 WHERE id = ?', [id])).toThrow(namesClose)
    await close(company, id)
    expect(() => attacker.run('UPDATE receipt_batch SET control_total = 1 WHERE id = ?', [id])).toThrow(
      'a closed batch is not changed',
    )
    const columns = attacker
      .all<{ name: string }>(`SELECT name FROM pragma_table_info('document')`)
      .map(({ name }) => name)
    const copy = (changes: Readonly<Record<string, string>>): string =>
      `INSERT INTO document (${columns.join(', ')}) SELECT ${columns.map((name) => changes[name] ?? name).join(', ')}
       FROM document WHERE id = ${receipt}`
    const fresh = { id: 'NULL', uid: `'x'`, number: `'X'`, series_id: 'NULL', series_number: 'NULL', command_seq: '99' }
    expect(() => attacker.run(copy({ ...fresh, batch_id: String(euros) }))).toThrow('go into an open batch')
    const invoice = { ...fresh, kind: `'invoice'`, total: '0 - total', base_total: '0 - base_total' }
    expect(() => attacker.run(copy(invoice))).toThrow('go into an open batch')
    const voided = { ...fresh, reverses_id: String(receipt), total: '0 - total', base_total: '0 - base_total' }
    expect(() => attacker.run(copy({ ...voided, batch_id: 'NULL' }))).toThrow('stands in the batch of what it reverses')
  })
})
