import type { InputOf, OperationName } from '../../src-shared/contract.ts'
import type { Readable } from '../../src-main/db/connection.ts'
import { day } from '../fixtures/entries.ts'

type Inputs = { readonly [N in OperationName]?: readonly InputOf<N>[] }

/** In the middle of things, on days on which something was settled or undone, around the revaluation, and at the end. */
const days = [
  '2025-05-11',
  '2025-05-21',
  '2025-06-02',
  '2025-06-07',
  '2025-06-08',
  '2025-06-16',
  '2025-06-17',
  '2025-06-30',
].map(day)
const last = day('2025-06-30')

/** Two lists of all that can be asked together, one beside the other. */
const each = <A, B, T>(first: readonly A[], second: readonly B[], made: (one: A, other: B) => T): readonly T[] =>
  first.flatMap((one) => second.map((other) => made(one, other)))

/** What is asked of the whole books: every query and report, so that each of its statements has something to find. */
export const questionsOf = (books: Readable): Inputs => {
  const idsOf = (sql: string): readonly number[] => books.rows<[number]>(sql).map(([id]) => id)
  const customers = idsOf('SELECT id FROM customer ORDER BY id')
  const documents = idsOf('SELECT id FROM document ORDER BY id')
  const invoices = idsOf(
    `SELECT id FROM document WHERE kind IN ('invoice', 'debit_note') AND reverses_id IS NULL ORDER BY id`,
  )
  const receipts = idsOf('SELECT id FROM unidentified_receipt ORDER BY id')
  const draft = books.value<string>('SELECT uid FROM draft ORDER BY kind LIMIT 1') ?? ''
  const charging = { annualRate: 10_000_000, fee: 1000 }
  return {
    'creditNotes.creditable': invoices.map((invoiceId) => ({ invoiceId })),
    'recurring.list': [{}],
    'recurring.get': [{ id: 1 }],
    'recurring.fromInvoice': [{ documentId: 1 }, { documentId: 2 }],
    'recurring.due': ['2025-04-29', '2025-04-30', '2025-05-31', '2025-12-31'].map((asOf) => ({ asOf: day(asOf) })),
    'deductions.list': [
      ...days.map((asOf) => ({ asOf })),
      { asOf: day('2025-06-02'), limit: 1 },
      { asOf: day('2025-06-02'), customerId: 2 },
      { asOf: day('2025-06-02'), after: 43 },
    ],
    'receiptBatches.list': [{ state: 'open' }, { state: 'all' }, { state: 'all', limit: 1 }],
    'receiptBatches.get': [{ id: 1 }, { id: 2 }],
    'unidentifiedReceipts.list': [...days.map((asOf) => ({ asOf })), { asOf: last, limit: 2 }],
    'unidentifiedReceipts.get': receipts.map((id) => ({ id })),
    'receipts.earlierCheck': each(customers, ['1001', 'none'], (customerId, reference) => ({ customerId, reference })),
    'receipts.propose': each([1, 2, 4, 5], [100, 5000, 12_000], (customerId, amount) => ({
      customerId,
      date: last,
      amount,
      remittanceText: amount === 5000 ? 'INV-00003' : '',
    })),
    'receipts.leftOut': each(customers, days, (customerId, date) => ({ customerId, date })),
    'financeCharges.propose': [
      ...days.map((asOf) => ({ ...charging, asOf })),
      { ...charging, asOf: last, settledSince: day('2025-03-01') },
      {
        ...charging,
        asOf: last,
        settledSince: day('2025-05-10'),
        customerId: 2,
        rates: [{ currency: 'EUR', rate: '1.4' }],
      },
    ],
    'financeCharges.outdated': [{ ids: null }],
    'session.who': [{}],
    'people.list': [{}],
    'people.recovery': [{}],
    'terms.list': [{}],
    'taxCodes.list': [{}],
    'products.list': [{}],
    'accounts.list': [{}],
    'rates.list': [{}, { limit: 1 }],
    'rates.on': each(['EUR', 'GBP'], days, (currency, date) => ({ currency, date })),
    'rates.currencies': [{}],
    'rates.quotes': [{}],
    'numberSeries.list': [{ date: last }, { date: day('2026-01-01') }],
    'company.profile': [{}],
    'company.check': [{}],
    'preferences.get': [{ key: 'columns' }, { key: 'none' }],
    'reasonCodes.list': [{}],
    'limits.list': [{}],
    'revaluation.propose': days.map((date) => ({ date })),
    'revaluation.outdated': [{}],
    'customers.creditHistory': each(customers, [last, day('2025-05-11')], (id, asOf) => ({ id, asOf })),
    'customers.get': each(customers, days, (id, asOf) => ({ id, asOf })),
    'customers.list': [
      ...each(['name', 'balance', 'code'] as const, days, (order, asOf) => ({ order, asOf })),
      { asOf: last, order: 'name', filter: 'no' },
      { asOf: last, order: 'name', limit: 2 },
      { asOf: last, order: 'name', includeArchived: true },
    ] as never,
    'customers.changedSince': [{ after: null }, { after: 1 }],
    'customers.search': ['no', 'customer', 'zz', 'late'].map((text) => ({ text, limit: 3 })),
    'openItems.forCustomer': each(customers, days, (customerId, asOf) => ({ customerId, asOf })),
    'openItems.forPayer': each(customers, days, (customerId, asOf) => ({ customerId, asOf })),
    'find.everything': ['INV-0000', '5000', 'north', 'UNR', '10', '1001'].map((text) => ({ text, limit: 5 })),
    'documents.list': [
      ...each(['all', 'open', 'overdue'] as const, days, (status, asOf) => ({ status, asOf, limit: 100 })),
      ...each(['open', 'all'] as const, customers, (status, customerId) => ({ status, customerId, asOf: last })),
      { asOf: last, kinds: ['receipt', 'credit_note'], status: 'open' },
      { asOf: last, filter: 'OLD' },
      { asOf: last, from: day('2025-05-05'), to: day('2025-05-25'), limit: 3 },
    ],
    'documents.get': documents.map((id) => ({ id })),
    'documents.postings': documents.map((id) => ({ id })),
    'drafts.list': [{ kind: null }, { kind: 'invoice' }],
    'drafts.get': [{ uid: draft }],
    'registers.invoices': [
      { from: day('2025-05-01'), to: last },
      { from: day('2025-05-02'), to: day('2025-06-10') },
    ],
    'aging.byCustomer': [
      ...days.map((asOf) => ({ asOf })),
      ...days.map((asOf) => ({ asOf, in: 'base' as const })),
      { asOf: last, currency: 'EUR' },
      { asOf: last, basis: 'document_date' },
    ],
    'aging.items': [
      ...each(customers, [last, day('2025-05-11')], (customerId, asOf) => ({ customerId, asOf })),
      { asOf: last, customerId: 2, in: 'base' },
      { asOf: day('2025-06-16'), customerId: 2, in: 'base' },
    ],
    'statements.data': each(customers, ['open_item', 'balance_forward'] as const, (customerId, form) => ({
      customerId,
      statementDate: last,
      form,
      from: form === 'open_item' ? null : day('2025-05-15'),
    })),
    'history.list': [
      {},
      { limit: 3 },
      { personId: 1, kind: 'invoices.post' },
      { kind: 'customers.create' },
      ...customers.map((customerId) => ({ customerId })),
      ...documents.map((documentId) => ({ documentId })),
      { amount: 5000 },
      { from: last, to: last },
      { record: { kind: 'receipt_batch', id: 1 } },
    ],
    'history.verify': [{}],
    'history.csv': [{}, { customerId: 2 }],
    'ledger.trialBalance': days.map((asOf) => ({ asOf })),
    'ledger.tieOut': [
      ...each([null, 'EUR'], days, (currency, asOf) => ({ currency, asOf })),
      ...days.map((asOf) => ({ asOf, in: 'base' as const })),
    ],
  }
}

/** Those that need more than the books: a file of the clerk's, or a reader of the paper that they make. */
export const NOT_ASKED: readonly OperationName[] = ['imports.preview', 'imports.dryRun', 'statements.pdf']
