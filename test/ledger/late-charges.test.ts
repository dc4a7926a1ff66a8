import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { validCashInputs } from '../fixtures/valid-cash-inputs.ts'
import { addTerms, plain } from '../semantics/settings.ts'

type Run = { readonly fee?: number; readonly currencyRate?: string }

/** An invoice of 100.00 due on 1 March, charged 10% a year through the day, and a fee on request: 0.82 by 31 March. */
const charged = async (company: TestCompany, until = '2025-03-31', { fee = 0 }: Run = {}) => {
  const customer = await addCustomer(company, 'NORTH01')
  const invoice = await postInvoice(company, customer, '2025-03-01', 10_000, { dueDate: '2025-03-01' })
  const charge = await chargeAll(company, until, fee)
  return { customer, invoice, charge, paid: [{ documentId: invoice.id, amount: 10_000 }] }
}

const chargeAll = async (company: TestCompany, asOf: string, fee = 0): Promise<number> => {
  const rules = { asOf: day(asOf), annualRate: 10_000_000, fee }
  const proposed = await company.call('financeCharges.propose', rules)
  const charges = proposed.map(({ customerId, total }) => ({ customerId, total, rate: null }))
  const { documents } = await company.call('financeCharges.post', { ...rules, memo: '', charges })
  return documents[0]?.id ?? 0
}

const lineOf = (documentId: number, amount: number) => {
  return { documentId, amount, discount: 0, writeOff: 0, writeOffReason: '' }
}
const applied = (documentId: number, amount: number) => [lineOf(documentId, amount)]

const credit = (company: TestCompany, id: number, total: number, changes: { date?: string } = {}) =>
  company.call('financeCharges.credit', { date: day(changes.date ?? '2025-04-10'), memo: '', charges: [{ id, total }] })

/** What the charge bills too much by now, as the clerk is offered it. */
const offered = async (company: TestCompany, id: number): Promise<number> => {
  const [outdated] = await company.call('financeCharges.outdated', { ids: [id] })
  return outdated?.credit ?? 0
}

describe('late news of days that were charged', () => {
  test('a receipt dated into charged days says what is charged too much', async () => {
    const company = newCompany()
    const { customer, invoice, charge, paid } = await charged(company, '2025-03-31', { fee: 1000 })
    const { lateCharges } = await postReceipt(company, customer, '2025-03-16', 10_000, paid)
    const figures = { charged: 1082, credited: 0, now: 1041, credits: [], currency: 'USD', until: '2025-03-31' }
    const about = { chargeId: charge, chargeNumber: 'FIN-00001', itemId: invoice.id, itemNumber: 'INV-00001' }
    expect(lateCharges).toEqual([{ ...about, ...figures }])
  })

  test('also the fee, of an item that was paid in time', async () => {
    const company = newCompany()
    const { customer, paid } = await charged(company, '2025-03-31', { fee: 1000 })
    const { lateCharges } = await postReceipt(company, customer, '2025-03-01', 10_000, paid)
    expect(lateCharges).toMatchObject([{ charged: 1082, now: 0 }])
  })

  test('a receipt dated on the last day charged, or later, says nothing', async () => {
    const company = newCompany()
    const { customer, paid } = await charged(company)
    const { lateCharges } = await postReceipt(company, customer, '2025-03-31', 10_000, paid)
    expect(lateCharges).toEqual([])
  })

  test('a part paid is worked out on the part', async () => {
    const company = newCompany()
    const { customer, invoice } = await charged(company)
    const { lateCharges } = await postReceipt(company, customer, '2025-03-16', 4_000, [
      { documentId: invoice.id, amount: 4_000 },
    ])
    // 15 days of 100.00 and 15 of 60.00.
    expect(lateCharges).toMatchObject([{ charged: 82, now: 66 }])
  })

  test('an item in instalments is charged again by its due parts', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const half = (dueAfterDays: number) => ({ percent: 50_000_000, dueAfterDays })
    const termsId = await addTerms(company, { kind: 'instalments', parts: [half(0), half(15)], ...plain })
    const invoice = await postInvoice(company, customer, '2025-03-01', 10_000, { termsId })
    // 50.00 for 15 days and 100.00 for 15.
    const charge = await chargeAll(company, '2025-03-31')
    expect((await company.call('documents.get', { id: charge })).total).toBe(62)
    const first = [{ documentId: invoice.id, amount: 5_000 }]
    const { lateCharges } = await postReceipt(company, customer, '2025-03-11', 5_000, first)
    // 50.00 for 10 days, nothing for 5, and 50.00 for 15.
    expect(lateCharges).toMatchObject([{ charged: 62, now: 34 }])
    await credit(company, charge, 28)
    expect(await offered(company, charge)).toBe(0)
  })

  test('whatever settles the item in charged days says it, and what opens it again too', async () => {
    const company = newCompany()
    const { customer, invoice, paid } = await charged(company)
    const date = day('2025-03-16')
    const says = async (posted: Promise<{ readonly lateCharges: readonly { readonly now: number }[] }>, now: number) =>
      expect((await posted).lateCharges.map((late) => late.now)).toEqual(now === 82 ? [] : [now])
    const waiting = validCashInputs(uuidV7(), date)['unidentifiedReceipts.post']
    const { id: unidentifiedId } = await company.call('unidentifiedReceipts.post', { ...waiting, amount: 1_000 })
    const identify = { id: unidentifiedId, customerId: customer, date, rate: null, memo: '' }
    const line = { documentId: invoice.id, amount: 1_000, discount: 0, writeOff: 0, writeOffReason: '' }
    const identified = company.call('unidentifiedReceipts.identify', { ...identify, applications: [line] })
    await says(identified, 78)
    const { id: receiptId } = await identified
    await says(company.call('documents.void', { id: receiptId, date, reason: 'another payer' }), 82)

    const adjusting = { customerId: customer, date, direction: 'decrease', amount: 1_000, reasonCodeId: 1 } as const
    const undecided = { rate: null, reference: '', memo: '' }
    const lines = [{ documentId: invoice.id, amount: 1_000 }]
    await says(company.call('adjustments.post', { ...adjusting, ...undecided, applications: lines }), 78)
    const note = { documentDate: date, reference: '', memo: '', apply: true, invoiceId: invoice.id }
    const some = [{ lineNo: 1, quantity: 100_000 }]
    await says(company.call('creditNotes.postFromInvoice', { ...note, lines: some }), 74)

    const { id: unapplied } = await postReceipt(company, customer, '2025-03-16', 2_000)
    const apply = company.call('applications.apply', {
      creditDocumentId: unapplied,
      date: null,
      lines: applied(invoice.id, 1_000),
    })
    await says(apply, 70)
    const { applicationIds } = await apply
    const applicationId = applicationIds[0] ?? 0
    await says(company.call('applications.unapply', { applicationId, date: null }), 74)
    const several = { date, credits: [{ documentId: unapplied, amount: 2_000 }], draftUid: null }
    await says(company.call('applications.applyCredits', { ...several, applications: applied(invoice.id, 2_000) }), 66)
    const back = { id: unapplied, date, reason: '', fee: null }
    await says(company.call('receipts.returnPayment', back), 74)
    expect(paid).toHaveLength(1)
  })

  test('what the payer deducted in charged days says it too', async () => {
    const company = newCompany()
    const { customer, invoice } = await charged(company)
    const deductions = [{ reasonCodeId: 3, amount: 2_000, memo: '' }]
    const line = { ...lineOf(invoice.id, 0), deductions }
    const { lateCharges } = await postReceipt(company, customer, '2025-03-16', 100, [line])
    expect(lateCharges).toMatchObject([{ charged: 82, now: 74 }])
  })

  test('what is open again on days charged as settled is too little, which nothing credits', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-03-01', 10_000, { dueDate: '2025-03-01' })
    const half = [{ documentId: invoice.id, amount: 5_000 }]
    const receipt = await postReceipt(company, customer, '2025-03-01', 5_000, half)
    const charge = await chargeAll(company, '2025-03-31')
    const asked = { id: receipt.id, date: day('2025-03-01'), reason: '', fee: null }
    const { lateCharges } = await company.call('receipts.returnPayment', asked)
    expect(lateCharges).toMatchObject([{ charged: 41, now: 82 }])
    expect(await offered(company, charge)).toBe(0)
  })
})

describe('the credit of what was charged too much', () => {
  test('is a credit note of exactly that, applied to the charge, which its customer still owes', async () => {
    const company = newCompany()
    const { customer, charge, paid } = await charged(company, '2025-03-31', { fee: 1000 })
    await postReceipt(company, customer, '2025-03-16', 10_000, paid)
    const { documents } = await credit(company, charge, 41)
    expect(documents).toMatchObject([{ number: 'CRN-00001', total: -41, applied: 41, unapplied: 0 }])
    const view = await company.call('documents.get', { id: documents[0]?.id ?? 0 })
    expect(view.lines).toMatchObject([{ description: 'Charged too much on INV-00001 to 31 Mar 2025', net: -41 }])
    expect(view.creditsNumber).toBe('FIN-00001')
    expect(view.creditsKind).toBe('finance_charge')
    const copying = { id: view.id, date: day('2025-04-10'), reason: 'again' }
    const copied = company.call('documents.voidAndCopy', copying)
    await expect(copied).rejects.toMatchObject({ code: 'not_copied' })
    expect(openAsOf(company, charge, '2025-04-10')).toBe(1041)
    expect(await accountBalances(company)).toMatchObject({ '1200': 1041, '4800': -1041 })
  })

  test('stays with the customer where the charge was paid', async () => {
    const company = newCompany()
    const { customer, charge, paid } = await charged(company)
    await postReceipt(company, customer, '2025-04-05', 82, [{ documentId: charge, amount: 82 }])
    await postReceipt(company, customer, '2025-03-16', 10_000, paid)
    const { documents } = await credit(company, charge, 41)
    expect(documents).toMatchObject([{ total: -41, applied: 0, unapplied: 41 }])
  })

  test('what was credited already counts: later news offers only the rest', async () => {
    const company = newCompany()
    const { customer, invoice, charge } = await charged(company)
    const part = (amount: number) => [{ documentId: invoice.id, amount }]
    await postReceipt(company, customer, '2025-03-16', 4_000, part(4_000))
    await credit(company, charge, 16)
    expect(await offered(company, charge)).toBe(0)
    const { lateCharges } = await postReceipt(company, customer, '2025-03-21', 6_000, part(6_000))
    expect(lateCharges).toMatchObject([{ charged: 82, credited: 16, now: 49, credits: ['CRN-00001'] }])
    await credit(company, charge, 17)
    await expect(credit(company, charge, 17)).rejects.toMatchObject({ code: 'proposal_changed' })
    expect(await offered(company, charge)).toBe(0)
  })

  test('is too much when the payment turns out to be none, and offered again once it is void', async () => {
    const company = newCompany()
    const { customer, charge, paid } = await charged(company)
    const receipt = await postReceipt(company, customer, '2025-03-16', 10_000, paid)
    const { documents } = await credit(company, charge, 41)
    const back = { id: receipt.id, date: day('2025-03-16'), reason: '', fee: null }
    const returned = await company.call('receipts.returnPayment', back)
    expect(returned.lateCharges).toMatchObject([{ charged: 82, credited: 41, now: 82, credits: ['CRN-00001'] }])
    await postReceipt(company, customer, '2025-03-26', 10_000, paid)
    const voided = { id: documents[0]?.id ?? 0, date: day('2025-04-10'), reason: 'too much' }
    const { lateCharges } = await company.call('documents.void', voided)
    expect(lateCharges).toMatchObject([{ charged: 82, credited: 0, now: 68 }])
    expect(await offered(company, charge)).toBe(14)
  })

  test('of a charge that was written off gives back no more than was not', async () => {
    const company = newCompany()
    const { customer, charge, paid } = await charged(company)
    const lines = [{ documentId: charge, amount: 60 }]
    const writeOff = { customerId: customer, date: day('2025-04-01'), direction: 'decrease', amount: 60 } as const
    const undecided = { reasonCodeId: 1, rate: null, reference: '', memo: '' }
    await company.call('adjustments.post', { ...writeOff, ...undecided, applications: lines })
    await postReceipt(company, customer, '2025-03-16', 10_000, paid)
    expect(await offered(company, charge)).toBe(22)
    await credit(company, charge, 22)
    expect(await offered(company, charge)).toBe(0)
  })

  test('leaves no more of the charge to be written off than it billed beyond the credit', async () => {
    const company = newCompany()
    const { customer, charge, paid } = await charged(company)
    await postReceipt(company, customer, '2025-03-01', 10_000, paid)
    const { documents } = await credit(company, charge, 82)
    const view = await company.call('documents.get', { id: charge })
    await company.call('applications.unapply', { applicationId: view.applications[0]?.id ?? 0, date: null })
    const line = { ...lineOf(charge, 60), writeOff: 22, writeOffReason: 'small' }
    const applying = { creditDocumentId: documents[0]?.id ?? 0, date: null, lines: [line] }
    await expect(company.call('applications.apply', applying)).rejects.toMatchObject({ code: 'given_away_before' })
  })

  test('takes each of several charges and items for itself, in one command', async () => {
    const company = newCompany()
    const { customer, invoice, charge } = await charged(company, '2025-03-16')
    const second = await postInvoice(company, customer, '2025-03-11', 20_000, { dueDate: '2025-03-11' })
    const next = await chargeAll(company, '2025-03-31')
    const both = [
      { documentId: invoice.id, amount: 10_000 },
      { documentId: second.id, amount: 20_000 },
    ]
    const { lateCharges } = await postReceipt(company, customer, '2025-03-11', 30_000, both)
    expect(lateCharges.map(({ chargeId, itemNumber, now }) => [chargeId, itemNumber, now])).toEqual([
      [charge, 'INV-00001', 27],
      [next, 'INV-00001', 0],
      [next, 'INV-00002', 0],
    ])
    const outdated = await company.call('financeCharges.outdated', {})
    const charges = outdated.map(({ id, credit: total }) => ({ id, total }))
    expect(charges).toEqual([
      { id: charge, total: 14 },
      { id: next, total: 41 + 110 },
    ])
    const { documents } = await company.call('financeCharges.credit', { date: day('2025-04-10'), memo: '', charges })
    expect(documents.map(({ total }) => total)).toEqual([-14, -151])
    expect(await company.call('financeCharges.outdated', {})).toEqual([])
  })

  test('in a foreign currency takes along what the charge was worth, so that no exchange difference is left', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'ABROAD', { currency: 'EUR' })
    const invoice = await postInvoice(company, customer, '2025-03-01', 10_000, { dueDate: '2025-03-01', rate: '1.1' })
    await company.call('rates.set', { currency: 'EUR', date: day('2025-03-01'), rate: '1.1', version: null })
    const charge = await chargeAll(company, '2025-03-31')
    await company.call('rates.set', { currency: 'EUR', date: day('2025-04-01'), rate: '1.3', version: null })
    await postReceipt(company, customer, '2025-03-01', 10_000, [{ documentId: invoice.id, amount: 10_000 }], {
      rate: '1.1',
    })
    await credit(company, charge, 82)
    expect(await accountBalances(company)).toEqual({ '1010': 11_000, '4000': -11_000 })
  })

  test('keeps the charge from being void beside it, and is no credit for lines', async () => {
    const company = newCompany()
    const { customer, charge, paid } = await charged(company)
    await postReceipt(company, customer, '2025-03-16', 10_000, paid)
    await credit(company, charge, 41)
    const voiding = company.call('documents.void', { id: charge, date: day('2025-04-10'), reason: 'wrong' })
    await expect(voiding).rejects.toMatchObject({ code: 'has_credit_notes' })
    const attacker = company.sql()
    const more = `INSERT INTO finance_charge_credit SELECT 999, charge_id, item_id, 82 FROM finance_charge_credit`
    expect(() => attacker.run(more)).toThrow('finance_charge_credit')
    expect(() => attacker.run('UPDATE finance_charge_credit SET amount = 1')).toThrow('facts are never changed')
  })

  test('in a closed period, or before the charge, is refused', async () => {
    const company = newCompany()
    const { customer, charge, paid } = await charged(company)
    await postReceipt(company, customer, '2025-03-16', 10_000, paid)
    await expect(credit(company, charge, 41, { date: '2025-03-30' })).rejects.toMatchObject({
      code: 'credit_too_early',
    })
    await expect(credit(company, charge, 40)).rejects.toMatchObject({
      code: 'proposal_changed',
      path: 'charges.0.total',
    })
  })
})
