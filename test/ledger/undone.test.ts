import { expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'

/** `cents` is how many the fixtures count for one minor unit. */
const currencies = [
  { currency: 'JPY', invoiced: '0.0065', paid: '0.0071', revalued: '0.0059', cents: 100 },
  { currency: 'KWD', invoiced: '3.2547', paid: '3.1999', revalued: '3.4001', cents: 0.1 },
  { currency: 'EUR', invoiced: '1.0845', paid: '1.1203', revalued: '0.9871', cents: 1 },
  { currency: 'USD', invoiced: null, paid: null, revalued: null, cents: 1 },
]

/** Short paid with a reason, a tolerance and a credit; resolved in both ways, charged, refunded and revalued in between. */
test.each(currencies)(
  'whatever was done in $currency, once every document is void nothing is left on any account',
  async ({ currency, invoiced, paid, revalued, cents }) => {
    const company = newCompany()
    const customer = await addCustomer(company, 'ACME', { currency })
    const reasonCodeId = (await company.call('reasonCodes.list', {})).find(({ code }) => code === 'DAMAGED')?.id ?? 0
    const at = (rate: string | null) => (rate === null ? {} : { rate })
    const invoice = await postInvoice(company, customer, '2025-03-01', 10_007 * cents, at(invoiced))
    const second = await postInvoice(company, customer, '2025-03-02', 3333 * cents, {
      ...at(paid),
      dueDate: '2025-03-10',
    })
    const earlier = await postReceipt(company, customer, '2025-03-05', 1009, [], at(revalued))
    if (revalued !== null) {
      for (const date of ['2025-03-31', '2025-04-30']) {
        await company.call('rates.set', { currency, date: day(date), rate: revalued, version: null })
      }
    }
    const receipt = await postReceipt(
      company,
      customer,
      '2025-04-02',
      9001,
      [
        {
          documentId: invoice.id,
          amount: 8003,
          writeOff: 3,
          writeOffReason: 'tolerance',
          deductions: [
            { reasonCodeId, amount: 701, memo: '' },
            { reasonCodeId, amount: 99, memo: '' },
          ],
        },
        { documentId: second.id, amount: 1111 },
      ],
      { ...at(paid), credits: [{ documentId: earlier.id, amount: 113 }] },
    )
    const { rows } = await company.call('deductions.list', { asOf: day('2025-04-30') })
    const date = day('2025-04-10')
    await company.call('deductions.allow', { id: rows[0]?.id ?? 0, date, amount: 333, memo: '' })
    await company.call('deductions.chargeBack', { id: rows[0]?.id ?? 0, date, amount: 368, memo: '', dueDate: date })
    const rules = { asOf: day('2025-04-20'), annualRate: 12_000_000, fee: 7, settledSince: null, customerId: null }
    const proposed = await company.call('financeCharges.propose', { ...rules, rates: [] })
    const charges = proposed.map(({ customerId, total }) => ({ customerId, total, rate: null }))
    const { customerId: _, ...charged } = rules
    await company.call('financeCharges.post', { ...charged, memo: '', charges })
    await company.call('refunds.post', {
      creditDocumentId: earlier.id,
      date,
      amount: 450,
      method: 'transfer',
      rate: paid,
      bankAccountId: null,
      reference: '',
      memo: '',
    })
    for (const asOf of revalued === null ? [] : ['2025-03-31', '2025-04-30']) {
      const proposal = await company.call('revaluation.propose', { date: day(asOf) })
      const seen = proposal.currencies.map(({ difference, rate }) => ({
        currency,
        rate: rate?.rate ?? '',
        difference: difference ?? 0,
      }))
      await company.call('revaluation.post', { date: day(asOf), currencies: seen })
    }
    expect(Object.keys(await accountBalances(company)).length).toBeGreaterThan(4)
    expect((await company.call('ledger.tieOut', { asOf: day('2025-04-30') })).difference).toBe(0)

    await company.call('receipts.returnPayment', { id: receipt.id, date: day('2025-05-02'), reason: 'NSF', fee: null })
    const live = (): readonly number[] =>
      company
        .sql()
        .all<{ id: number }>(
          `SELECT id FROM document WHERE reverses_id IS NULL
             AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = document.id)`,
        )
        .map(({ id }) => id)
    for (let [id] = live(); id !== undefined; [id] = live())
      await company.call('documents.void', { id, date: day('2025-05-03'), reason: 'undone' })
    expect(await accountBalances(company)).toEqual({})
  },
)
