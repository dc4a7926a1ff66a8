import { v7 as uuidV7 } from 'uuid'
import type { GeneratedMemo } from '../../src-shared/kit/memo.ts'
import type { Warning } from '../../src-shared/kit/warning.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { run } from '../import-export/import-fixture.ts'
import { fileOf, linesOf } from '../import-export/import-text-fixture.ts'

/** How a warning or a memo comes about, and the whole sentence the clerk then reads. */
export interface Said {
  readonly says: string
  readonly make: (company: TestCompany) => Promise<unknown>
}

/** Warned of by what `make` answers. A warning that has no case does not compile. */
export type WarningCases = { readonly [C in Warning['code']]: { readonly says: string; readonly make: Warned } }
type Warned = (company: TestCompany) => Promise<{ readonly warnings: readonly Warning[] }>
/** Said of a document or a posting that `make` leaves. */
export type MemoCases = { readonly [C in GeneratedMemo['code']]?: Said }

const usual = (): ReturnType<typeof validInputs> => validInputs('')
const undo = (company: TestCompany, id: number, date = '2025-06-20') =>
  company.call('documents.void', { id, date: day(date), reason: 'wrong' })

/** Opening invoices of these numbers, and an invoice of the series after them. */
const numberedAfter = async (company: TestCompany, numbers: readonly string[]) => {
  const customerId = await addCustomer(company, 'NORTH01')
  const [item] = usual()['openingBalances.post'].items
  if (item === undefined) throw new Error('no opening item')
  await company.call('openingBalances.post', { items: numbers.map((number) => ({ ...item, customerId, number })) })
  return postInvoice(company, customerId, '2025-06-01', 100)
}

const batched = async (company: TestCompany) => {
  const customer = await addCustomer(company, 'NORTH01')
  const batch = { ...usual()['receiptBatches.open'], controlCount: 1, controlTotal: 100 }
  const { id, version } = await company.call('receiptBatches.open', { ...batch, commandUid: uuidV7() })
  const receipt = await postReceipt(company, customer, '2025-06-10', 100, [], { batchId: id })
  await company.call('receiptBatches.close', { id, version })
  return receipt
}

const deducted = async (company: TestCompany) => {
  const customer = await addCustomer(company, 'NORTH01')
  const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
  const reasons = await company.call('reasonCodes.list', {})
  const reasonCodeId = reasons.find(({ code }) => code === 'DAMAGED')?.id ?? 0
  const deductions = [{ reasonCodeId, amount: 500, memo: '' }]
  const receipt = await postReceipt(company, customer, '2025-06-10', 9500, [
    { documentId: invoice.id, amount: 9500, deductions },
  ])
  const { rows } = await company.call('deductions.list', { asOf: day('2025-06-30') })
  return { receipt, id: rows[0]?.id ?? 0 }
}

const refunded = async (company: TestCompany) => {
  const customer = await addCustomer(company, 'NORTH01')
  const receipt = await postReceipt(company, customer, '2025-06-10', 100)
  const refund = { ...usual()['refunds.post'], commandUid: uuidV7(), creditDocumentId: receipt.id }
  return company.call('refunds.post', { ...refund, amount: 130, overpaid: true })
}

export const warningCases: WarningCases = {
  number_given_before: {
    says: 'INV-00001 was given before, so this invoice is INV-00002.',
    make: (company) => numberedAfter(company, ['INV-00001']),
  },
  numbers_given_before: {
    says: 'INV-00001 to INV-00003 were given before, so this invoice is INV-00004.',
    make: (company) => numberedAfter(company, ['INV-00001', 'INV-00002', 'INV-00003']),
  },
  number_looks_like: {
    says: 'INV-00001 looks like inv 1, so this invoice is INV-00002.',
    make: (company) => numberedAfter(company, ['inv 1']),
  },
  over_credit_limit: {
    says: 'NORTH01 now owes 1.01, over the credit limit of 1.00.',
    make: async (company) =>
      postInvoice(company, await addCustomer(company, 'NORTH01', { creditLimit: 100 }), '2025-06-01', 101),
  },
  prepayment_waits: {
    says: 'Prepayment RCT-00001 of 5.00 is waiting to be applied.',
    make: async (company) => {
      const customer = await addCustomer(company, 'NORTH01')
      await postReceipt(company, customer, '2025-06-02', 500, [], { unappliedAs: 'prepayment' })
      return postInvoice(company, customer, '2025-06-03', 100)
    },
  },
  check_received_before: {
    says: 'Check 1001 of NORTH01 was received before: RCT-00001 of 10 Jun 2025, 50.00.',
    make: async (company) => {
      const customer = await addCustomer(company, 'NORTH01')
      await postReceipt(company, customer, '2025-06-10', 5000, [], { reference: '1001' })
      return postReceipt(company, customer, '2025-06-11', 5000, [], { reference: '1001' })
    },
  },
  paid_back_too_much: {
    says: 'RFD-00001 paid back 0.30 more than RCT-00001 had left: the customer owes it.',
    make: refunded,
  },
  copy_bills_skipped_day: {
    says: 'The copy bills Rent of 30 Apr 2025, which is skipped. Restore that day if you do not post the copy.',
    make: async (company) => {
      const customerId = await addCustomer(company, 'NORTH01')
      const { id: recurringId } = await company.call('recurring.save', {
        ...usual()['recurring.save'],
        commandUid: uuidV7(),
        customerId,
      })
      const due = { recurringId, dueOn: day('2025-04-30'), documentDate: day('2025-06-10'), rate: null }
      const { documents } = await company.call('recurring.post', { occurrences: [due] })
      return company.call('documents.voidAndCopy', {
        id: documents[0]?.id ?? 0,
        date: day('2025-06-11'),
        reason: 'wrong',
      })
    },
  },
  batch_keeps_count: {
    says: 'RCT-00001 stays counted in batch Morning post, which is closed and lists it as undone since.',
    make: async (company) => undo(company, (await batched(company)).id),
  },
  void_with_it: {
    says: 'ADJ-00002 is void with it.',
    make: async (company) => undo(company, (await deducted(company)).id - 1),
  },
}

export const memoCases = {
  memo_paid_back_too_much: { says: 'Paid back 0.30 more than RCT-00001 had left', make: refunded },
  memo_paid_too_much: {
    says: 'Paid too much with RCT-00001, within tolerance',
    make: async (company) => {
      const customer = await addCustomer(company, 'NORTH01')
      const { id } = await postInvoice(company, customer, '2025-06-01', 10_000)
      await postReceipt(company, customer, '2025-06-10', 10_003, [{ documentId: id, amount: 10_000 }], {
        unappliedAs: 'written_off',
      })
    },
  },
  memo_fee_for_returned: {
    says: 'Fee for returned RCT-00001',
    make: async (company) => {
      const { id } = await postReceipt(company, await addCustomer(company, 'NORTH01'), '2025-06-10', 100)
      const fee = { amount: 50, bearer: 'customer' as const }
      await company.call('receipts.returnPayment', { id, date: day('2025-06-11'), reason: 'no funds', fee })
    },
  },
  memo_deducted: { says: 'Deducted from INV-00001: Damaged goods', make: deducted },
  memo_allowed: {
    says: 'Allowed on INV-00001: Damaged goods',
    make: async (company) => {
      const { id } = await deducted(company)
      await company.call('deductions.allow', { id, date: day('2025-06-20'), amount: null, memo: '' })
    },
  },
  memo_charged_back: {
    says: 'Chargeback on INV-00001: Damaged goods',
    make: async (company) => {
      const { id } = await deducted(company)
      const date = day('2025-06-20')
      await company.call('deductions.chargeBack', { id, date, amount: null, dueDate: date, memo: '' })
    },
  },
  memo_part_paid: {
    says: 'Originally 5.00 USD, 2.00 of it settled before.',
    make: async (company) => {
      const header = 'Customer,Doc No,Type,Date,Due,Original Amount,Open Balance'
      const list = linesOf(header, 'ABBOT,A-1,Invoice,13.03.25,12.04.25,5.00,3.00')
      const [path, mapping] = await fileOf(company, list, 'open_items')
      await run(company, path, mapping)
    },
  },
  memo_receipt_for_invoice: {
    says: 'Receipt for invoice 4',
    make: async (company) => {
      const list = linesOf(
        'Customer,Invoice,Date,Total,Tax Code,VAT,Amount Due,Paid Date',
        'ABBOT,4,2025-03-04,50.00,,,0.00,2025-03-21',
      )
      const [path, mapping] = await fileOf(company, list, 'invoices')
      await run(company, path, mapping)
    },
  },
} as const satisfies MemoCases

/** What the whole books say of postings. A memo that has neither this nor a case does not compile. */
export const memosInBooks: { readonly [C in Exclude<GeneratedMemo['code'], keyof typeof memoCases>]: string } = {
  memo_invoice: 'Invoice INV-00001',
  memo_credit_note: 'Credit note CRN-00001',
  memo_debit_note: 'Debit note DBN-00001',
  memo_finance_charge: 'Finance charge FIN-00001',
  memo_receipt: 'Receipt RCT-00001',
  memo_refund: 'Refund RFD-00001',
  memo_adjustment: 'Adjustment ADJ-00001',
  memo_application: 'Application of RCT-00004',
  memo_unapplication: 'Unapplication of RCT-00003',
  memo_unapplied_for_void: 'Unapplication for the void of RCT-00009',
  memo_void: 'Void of INV-00008',
  memo_unidentified: 'Unidentified receipt UNR-00001',
  memo_unidentified_returned: 'Return of UNR-00003',
  memo_revaluation: 'Revaluation of EUR at 1.3',
  memo_revaluation_reversed: 'Revaluation of EUR at 1.3, taken back',
}
