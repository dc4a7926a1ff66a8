import type { InputOf } from '../../src-shared/contract.ts'
import { AMOUNT_MAX } from '../../src-shared/domain/amounts/money.ts'
import { asClerk } from '../fixtures/clerk.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { TOKEN, valueOf, type RefusalCases } from './refusal-case.ts'

const postOf = async (company: TestCompany, changes: Partial<InputOf<'invoices.post'>>) => {
  const { commandUid: _, ...input } = validInputs(TOKEN)['invoices.post']
  const customerId = await addCustomer(company, 'NORTH01')
  return company.call('invoices.post', { ...input, customerId, documentDate: day('2025-06-01'), ...changes })
}

const invoiceSeries = {
  kind: 'invoice',
  version: 1,
  prefix: 'INV-',
  width: 5,
  nextNumber: 1,
  date: day('2025-06-30'),
} as const

const openingOf = async (company: TestCompany, number: string, amount = 100) =>
  company.call('openingBalances.post', {
    items: [
      {
        customerId: await addCustomer(company, `C-${number}`),
        kind: 'invoice',
        number,
        documentDate: day('2025-01-31'),
        dueDate: null,
        amount,
        rate: null,
        reference: '',
        memo: '',
      },
    ],
  })

/** Documents and the books they go into. */
export const posting = {
  period_locked: {
    says: 'The books are closed through 31 May 2025. Use a later date, or have a supervisor reopen the period.',
    make: async (company) => {
      const closing = { closingDate: day('2025-05-31'), reason: 'May is closed', version: 1 }
      await company.call('company.setClosingDate', closing)
      return postInvoice(company, await addCustomer(company, 'NORTH01'), '2025-05-31', 100)
    },
  },
  no_lines: {
    says: 'An invoice needs at least one line. Enter a description and a price.',
    make: (company) => postOf(company, { lines: [] }),
  },
  total_negative: {
    says: 'The total of an invoice cannot be negative. Correct the quantities or the prices.',
    make: (company) => postOf(company, { lines: [line(100), line(-101)] }),
  },
  document_discount_exceeds: {
    says: 'The discount is more than the lines add up to. Enter a smaller one.',
    make: (company) => postOf(company, { lines: [line(100)], documentDiscount: { kind: 'amount', amount: 101 } }),
  },
  document_discount_negative: {
    says: 'With this discount the total would be negative. Enter a smaller one.',
    make: (company) =>
      postOf(company, {
        lines: [line(26, { taxCodeId: 2 }), line(-10, { taxCodeId: 2 }), line(-18)],
        documentDiscount: { kind: 'percent', percent: 37_000_000 },
      }),
  },
  due_before_document: {
    says: 'The due date is before the document date. Enter a later due date.',
    make: (company) => postOf(company, { dueDate: day('2025-05-31') }),
  },
  rate_missing: {
    says: 'There is no exchange rate for EUR on 1 Jun 2025. Enter one here, or in Setup under Exchange rates.',
    make: async (company) =>
      postInvoice(company, await addCustomer(company, 'EURO01', { currency: 'EUR' }), '2025-06-01', 100),
  },
  number_taken: {
    says: 'Another document already has this number. Nothing was posted; import its invoices under other numbers.',
    make: async (company) => {
      const customer = await addCustomer(company, 'NORTH01')
      // A defect of the posting rules, brought about from outside: each invoice is entered twice.
      const columns = `uid, command_seq, posting_id, kind, number, customer_id, document_date, due_date, currency, total,
        base_total, reference, memo, rate`
      company.sql().run(`CREATE TRIGGER defect AFTER INSERT ON document WHEN NEW.kind = 'invoice' BEGIN
        INSERT INTO document (${columns})
        SELECT 'again', command_seq, posting_id, kind, number, customer_id, document_date, due_date, currency, total,
          base_total, reference, memo, rate FROM document WHERE id = NEW.id;
      END`)
      return valueOf(
        company.dispatch('invoices.post', { ...validInputs(TOKEN)['invoices.post'], customerId: customer }),
      )
    },
  },
  total_too_large: {
    says: 'With this, what is open or stands on an account would be more than the books can add up. The limit is 90 trillion in hundredths.',
    make: async (company) => {
      await openingOf(company, 'OLD-1', AMOUNT_MAX)
      return openingOf(company, 'OLD-2', 1)
    },
  },
  number_in_use: {
    says: 'Number OLD-1 is already used. Enter another number.',
    make: async (company) => {
      await openingOf(company, 'OLD-1')
      return company.call('openingBalances.post', {
        items: [{ ...openingItem, customerId: 1, number: 'OLD-1', documentDate: day('2025-01-31') }],
      })
    },
  },
  number_of_series: {
    says: 'OLD-7/V is a number that Duebook will give to a void itself, since it ends in /V. Enter it another way.',
    make: (company) => openingOf(company, 'OLD-7/V'),
  },
  series_prefix_invalid: {
    says: 'INV-{month} cannot start numbers. Use {year} once for the year of the document, and no other braces.',
    make: (company) => company.call('numberSeries.change', { ...invoiceSeries, prefix: 'INV-{month}' }),
  },
  series_number_used: {
    says: 'INV-00001 would be used again. Enter 2 or more, or another prefix.',
    make: async (company) => {
      await postInvoice(company, await addCustomer(company, 'NORTH01'), '2025-06-01', 100)
      return company.call('numberSeries.change', invoiceSeries)
    },
  },
  series_of_another_device: {
    says: "Numbers that start with LAPTOP- are another computer's. Enter another prefix.",
    make: (company) => {
      const sql = company.sql()
      sql.run(`INSERT INTO device (id, uid, name) VALUES (2, 'laptop', 'Laptop')`)
      sql.run(`INSERT INTO number_series (uid, command_seq, kind, device_id, prefix, width, first_number)
        VALUES ('laptop', 1, 'invoice', 2, 'LAPTOP-', 5, 1)`)
      return company.call('numberSeries.change', { ...invoiceSeries, prefix: 'LAPTOP-' })
    },
  },
  unbalanced: {
    says: 'The entries do not balance. Nothing was posted; tell support how you got here.',
    make: async (company) => {
      const customer = await addCustomer(company, 'NORTH01')
      // A defect of the posting rules, brought about from outside: each sale is entered a cent short.
      company.sql().run(`CREATE TRIGGER defect AFTER INSERT ON entry WHEN NEW.line_no = 2 BEGIN
        INSERT INTO entry (posting_id, line_no, account_id, posting_date, amount, base_amount)
        VALUES (NEW.posting_id, 99, NEW.account_id, NEW.posting_date, 1, 1);
      END`)
      return valueOf(
        company.dispatch('invoices.post', { ...validInputs(TOKEN)['invoices.post'], customerId: customer }),
      )
    },
  },
  over_limit: {
    says: 'Your limit for write-offs is 100.00 USD, this is 100.01 USD. Enter less, or ask a supervisor to approve it.',
    make: async (company) => {
      const customerId = await addCustomer(company, 'NORTH01')
      const { commandUid: _, ...input } = validInputs(TOKEN)['adjustments.post']
      return asClerk(company).call('adjustments.post', { ...input, customerId, amount: 10_001, applications: [] })
    },
  },
  overpayment_over_tolerance: {
    says: '1.01 USD was paid too much, more than the payment tolerance of 1.00 USD allows to write off. Leave it unapplied, or refund it.',
    make: async (company) => {
      const customer = await addCustomer(company, 'NORTH01')
      const { id } = await postInvoice(company, customer, '2025-06-01', 20_000)
      const paid = [{ documentId: id, amount: 20_000 }]
      return postReceipt(company, customer, '2025-06-10', 20_101, paid, { unappliedAs: 'written_off' })
    },
  },
  nothing_to_revalue: {
    says: 'What is open in EUR already stands at the rate of 30 Jun 2025. There is nothing to post.',
    make: (company) =>
      company.call('revaluation.post', {
        date: day('2025-06-30'),
        currencies: [{ currency: 'EUR', rate: '1.1', difference: 100 }],
      }),
  },
  proposal_changed: {
    says: 'The charge of NORTH01 is now 0.00, it was 5.00 when proposed. Propose again.',
    make: async (company) => {
      const customerId = await addCustomer(company, 'NORTH01')
      const { commandUid: _, ...input } = validInputs(TOKEN)['financeCharges.post']
      return company.call('financeCharges.post', { ...input, charges: [{ customerId, total: 500, rate: null }] })
    },
  },
  not_copied: {
    says: 'OLD-1 is an opening balance, which has no entry to be copied to. Void it, then enter it again.',
    make: async (company) => {
      const customerId = await addCustomer(company, 'NORTH01')
      const old = {
        customerId,
        kind: 'invoice',
        number: 'OLD-1',
        documentDate: day('2025-06-01'),
        amount: 500,
      } as const
      await company.call('openingBalances.post', {
        items: [{ ...old, dueDate: null, rate: null, reference: '', memo: '' }],
      })
      return company.call('documents.voidAndCopy', { id: 1, date: day('2025-06-02'), reason: 'wrong price' })
    },
  },
  already_void: {
    says: 'INV-00001 is already void.',
    make: async (company) => {
      const { id } = await postInvoice(company, await addCustomer(company, 'NORTH01'), '2025-06-01', 100)
      const twice = { id, date: day('2025-06-02'), reason: 'wrong price' }
      await company.call('documents.void', twice)
      return company.call('documents.void', twice)
    },
  },
  is_reversal: {
    says: 'INV-00001/V is itself a void and cannot be voided. Enter the document again instead.',
    make: async (company) => {
      const { id } = await postInvoice(company, await addCustomer(company, 'NORTH01'), '2025-06-01', 100)
      const date = day('2025-06-02')
      const reversal = await company.call('documents.void', { id, date, reason: 'entered wrong' })
      return company.call('documents.void', { id: reversal.id, date, reason: 'entered wrong' })
    },
  },
  void_too_early: {
    says: "The void's date cannot be before 9 Jun 2025, the last activity on INV-00001. Use 9 Jun 2025 or later.",
    make: async (company) => {
      const customer = await addCustomer(company, 'NORTH01')
      const { id } = await postInvoice(company, customer, '2025-06-01', 100)
      await postReceipt(company, customer, '2025-06-09', 100, [{ documentId: id, amount: 100 }])
      return company.call('documents.void', { id, date: day('2025-06-08'), reason: 'entered wrong' })
    },
  },
  not_a_receipt: {
    says: 'INV-00001 is not a receipt, so no bank can return it. Choose a receipt.',
    make: async (company) => {
      const { id } = await postInvoice(company, await addCustomer(company, 'NORTH01'), '2025-06-01', 100)
      return company.call('receipts.returnPayment', { id, date: day('2025-06-02'), reason: '', fee: null })
    },
  },
} as const satisfies RefusalCases

const openingItem = { kind: 'invoice', dueDate: null, amount: 100, rate: null, reference: '', memo: '' } as const
