import { describe, expect, test } from 'vitest'
import { billingDraft } from '../../src-renderer/billing/entry/entry.ts'
import { linesToPost } from '../../src-renderer/billing/entry/input.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, line, openAsOf, postReceipt } from '../fixtures/entries.ts'
import { recurringInputs } from '../fixtures/valid-recurring.ts'
import { credit, one, taxesOf, unapply, voided } from '../billing/crediting.ts'
import { addTaxCode, addTerms, setSettings } from '../semantics/settings.ts'

const twoPercentIn10Days = {
  kind: 'net',
  days: 30,
  discount: { percent: 2_000_000, days: 10 },
  graceDays: 0,
} as const

interface Entered {
  readonly cents: number
  readonly taxCodeId?: number | null
  readonly earnsDiscount?: boolean | null
  readonly productId?: number
  readonly quantity?: number
}

/** An invoice of 1 June on 2/10 net 30. */
const billed = async (company: TestCompany, lines: readonly Entered[], terms: object = twoPercentIn10Days) => {
  const customer = await addCustomer(company, 'C1')
  const input = {
    customerId: customer,
    documentDate: day('2025-06-01'),
    termsId: await addTerms(company, terms as never),
    dueDate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    lines: lines.map(({ cents, taxCodeId = null, quantity = one, ...rest }) => ({
      ...line(cents, { taxCodeId, quantity }),
      ...rest,
    })),
    draftUid: null,
  }
  return { customer, input, ...(await company.call('invoices.post', input)) }
}

const offer = async (company: TestCompany, customerId: number, id: number): Promise<number | undefined> => {
  const items = await company.call('openItems.forCustomer', { customerId, asOf: day('2025-06-05') })
  return items.find(({ documentId }) => documentId === id)?.discount
}

const goods = (taxCodeId: number | null = null): Entered => ({ cents: 10_000, taxCodeId })
const freight = (taxCodeId: number | null = null): Entered => ({ cents: 1000, taxCodeId, earnsDiscount: false })

describe('lines that earn no early payment discount', () => {
  test('100.00 and 10.00 of freight at 2 percent offer 2.00, and what is proposed is 108.00', async () => {
    const company = newCompany()
    const { id, customer, total } = await billed(company, [goods(), freight()])
    expect(total).toBe(11_000)
    expect(await offer(company, customer, id)).toBe(200)
    const asked = { customerId: customer, date: day('2025-06-05'), amount: 10_800, remittanceText: '' }
    const [proposal] = await company.call('receipts.propose', asked)
    expect(proposal?.lines).toEqual([{ documentId: id, amount: 10_800, discount: 200, writeOff: 0 }])
    await expect(
      postReceipt(company, customer, '2025-06-05', 10_780, [{ documentId: id, amount: 10_780, discount: 220 }]),
    ).rejects.toMatchObject({ code: 'discount_exceeds' })
    await postReceipt(company, customer, '2025-06-05', 10_800, [{ documentId: id, amount: 10_800, discount: 200 }])
    expect(openAsOf(company, id)).toBe(0)
  })

  test('the discount reduces the tax of the lines that earn it, not that of the freight', async () => {
    const company = newCompany()
    const [goodsTax, freightTax] = [await addTaxCode(company, 18), await addTaxCode(company, 10)]
    const { id, customer } = await billed(company, [goods(goodsTax), freight(freightTax)])
    expect(await offer(company, customer, id)).toBe(236)
    await postReceipt(company, customer, '2025-06-05', 12_664, [{ documentId: id, amount: 12_664, discount: 236 }])
    // 18.00 + 1.00 billed, 0.36 of it with the discount.
    expect(await accountBalances(company)).toMatchObject({ '2200': -1864, '4900': 200, '4000': -11_000 })
  })

  test('under one tax its share goes with what it is charged on', async () => {
    const company = newCompany()
    const tax = await addTaxCode(company, 18)
    const { id, customer } = await billed(company, [goods(tax), freight(tax)])
    expect(await offer(company, customer, id)).toBe(236)
    await postReceipt(company, customer, '2025-06-05', 12_744, [{ documentId: id, amount: 12_744, discount: 236 }])
    expect(await accountBalances(company)).toMatchObject({ '2200': -1944, '4900': 200 })
  })

  test('what is left of the goods decides: crediting the freight leaves the offer, crediting goods lowers it', async () => {
    const company = newCompany()
    const tax = await addTaxCode(company, 18)
    const { id, customer } = await billed(company, [{ ...goods(tax), cents: 1000, quantity: 10 * one }, freight(tax)])
    await credit(company, id, [{ lineNo: 2, quantity: one }])
    expect(await offer(company, customer, id)).toBe(236)
    const quarter = await credit(company, id, [{ lineNo: 1, quantity: 2_500_000 }])
    expect(await offer(company, customer, id)).toBe(177)
    await voided(company, quarter.id)
    expect(await offer(company, customer, id)).toBe(236)
    await credit(company, id, [{ lineNo: 1, quantity: 10 * one }], false)
    expect(await offer(company, customer, id)).toBe(0)
  })

  test('a taxed line credited before leaves a discount without tax where only freight bears it', async () => {
    const company = newCompany()
    const tax = await addTaxCode(company, 18)
    const { id, customer } = await billed(company, [goods(tax), goods(), freight(tax)])
    await credit(company, id, [{ lineNo: 1, quantity: one }])
    await postReceipt(company, customer, '2025-06-05', 10_980, [{ documentId: id, amount: 10_980, discount: 200 }])
    expect(await accountBalances(company)).toMatchObject({ '2200': -180, '4900': 200 })
  })

  test('the freight comes back whole, the goods less the discount', async () => {
    const company = newCompany()
    const tax = await addTaxCode(company, 18)
    const { id, customer } = await billed(company, [goods(tax), freight(tax)])
    await postReceipt(company, customer, '2025-06-05', 12_744, [{ documentId: id, amount: 12_744, discount: 236 }])
    const first = await credit(company, id, [{ lineNo: 2, quantity: one }])
    expect(first.total).toBe(-1180)
    const second = await credit(company, id, [{ lineNo: 1, quantity: one }])
    expect(second.total).toBe(-11_564)
    expect(await taxesOf(company, second.id)).toMatchObject([{ base: -9800, tax: -1764 }])
    expect(await accountBalances(company)).toEqual({ '1010': 12_744, '1200': -12_744 })
  })

  test('goods in thirds take the discount back in pieces, which come to all of it', async () => {
    const company = newCompany()
    const tax = await addTaxCode(company, 18)
    const { id, customer } = await billed(company, [{ ...goods(tax), cents: 3333, quantity: 3 * one }, freight(tax)])
    await postReceipt(company, customer, '2025-06-05', 12_742, [{ documentId: id, amount: 12_742, discount: 236 }])
    for (const lineNo of [1, 1, 2, 1]) await credit(company, id, [{ lineNo, quantity: one }])
    expect(await accountBalances(company)).toEqual({ '1010': 12_742, '1200': -12_742 })
  })

  test('where a discount leaves tax alone it comes back with the goods too', async () => {
    const company = newCompany()
    await setSettings(company, { discountReducesTax: false })
    const tax = await addTaxCode(company, 18)
    const { id, customer } = await billed(company, [goods(tax), freight(tax)])
    await postReceipt(company, customer, '2025-06-05', 12_744, [{ documentId: id, amount: 12_744, discount: 236 }])
    expect(await accountBalances(company)).toMatchObject({ '2200': -1980, '4900': 236 })
    expect((await credit(company, id, [{ lineNo: 2, quantity: one }])).total).toBe(-1180)
    expect((await credit(company, id)).total).toBe(-11_564)
  })

  test('a write-off with its tax takes what the discount left, in either order', async () => {
    const company = newCompany()
    await setSettings(company, { writeOffReducesTax: true })
    const tax = await addTaxCode(company, 18)
    const { id, customer } = await billed(company, [goods(tax), { ...freight(), cents: 10_000 }])
    await postReceipt(company, customer, '2025-06-05', 1, [
      { documentId: id, amount: 1, discount: 236, writeOff: 10, writeOffReason: 'small' },
    ])
    // 0.01 of 0.10 is tax: 17.64 of 215.64 is left.
    expect(await accountBalances(company)).toMatchObject({ '2200': -1763, '4900': 200, '6100': 9 })
    await postReceipt(company, customer, '2025-06-06', 1, [
      { documentId: id, amount: 1, writeOff: 21_552, writeOffReason: 'insolvent' },
    ])
    expect(await accountBalances(company)).not.toHaveProperty('2200')
  })

  test('a discount taken back by its own undoing is owed again, and credited whole', async () => {
    const company = newCompany()
    const tax = await addTaxCode(company, 18)
    const { id, customer } = await billed(company, [goods(tax), freight(tax)])
    const { id: receipt } = await postReceipt(company, customer, '2025-06-05', 12_744, [
      { documentId: id, amount: 12_744, discount: 236 },
    ])
    await credit(company, id, [{ lineNo: 1, quantity: one }], false)
    await unapply(company, receipt)
    await credit(company, id, null, false)
    expect(await accountBalances(company)).toEqual({ '1010': 12_744, '1200': -12_744 })
  })

  test('a flat amount is no more than what earns it', async () => {
    const company = newCompany()
    const flat = { ...twoPercentIn10Days, discount: { amount: 1500, days: 10 } }
    const { id, customer } = await billed(company, [{ cents: 1000 }, { ...freight(), cents: 9000 }], flat)
    expect(await offer(company, customer, id)).toBe(1000)
  })

  test('a bill of freight alone offers nothing', async () => {
    const company = newCompany()
    const { id, customer } = await billed(company, [freight()])
    expect(await offer(company, customer, id)).toBe(0)
  })

  test('a line follows its product, unless it says otherwise', async () => {
    const company = newCompany()
    const account = (await company.call('accounts.list', {})).find(({ roles }) => roles.includes('sales'))
    const product = { code: 'FREIGHT', name: 'Freight', unitPrice: one, taxCodeId: null, accountId: account?.id ?? 0 }
    const { id: productId, version } = await company.call('products.create', { ...product, earnsDiscount: false })
    expect(await company.call('products.list', {})).toMatchObject([{ earnsDiscount: false }])
    const lines = [goods(), { cents: 5000, productId }, { cents: 2500, productId, earnsDiscount: true }]
    const { id, customer } = await billed(company, lines)
    expect(await offer(company, customer, id)).toBe(250)
    const view = await company.call('documents.get', { id })
    expect(view.lines.map(({ earnsDiscount }) => earnsDiscount)).toEqual([true, false, true])
    await company.call('products.update', { ...product, id: productId, version, earnsDiscount: true })
    expect(await offer(company, customer, id)).toBe(250)
    expect(await company.call('products.list', {})).toMatchObject([{ earnsDiscount: true }])
  })

  test('void and copy, a recurring invoice and one made of a posted one keep it', async () => {
    const company = newCompany()
    const { id, customer, input } = await billed(company, [goods(), freight()])
    expect((await company.call('recurring.fromInvoice', { documentId: id })).lines).toMatchObject([
      { earnsDiscount: true },
      { earnsDiscount: false },
    ])
    const { draft } = await company.call('documents.voidAndCopy', { id, date: day('2025-06-02'), reason: 'x' })
    const entry = billingDraft.read(await company.call('drafts.get', { uid: draft.uid }), '')
    const setup = {
      currency: 'USD',
      taxRounding: 'line',
      cashRounding: { cashRounding: 'off', cashRoundingStep: 5 },
      baseCurrency: 'USD',
      customerTaxCodeId: null,
      companyTaxCodeId: null,
      products: [],
      taxCodes: [],
    } as const
    const { lines } = linesToPost(entry.lines, setup)
    const copy = await company.call('invoices.post', { ...input, lines, draftUid: draft.uid })
    expect(await offer(company, customer, copy.id)).toBe(200)
    const { commandUid: _, ...saved } = recurringInputs('', line(0))['recurring.save']
    const recurring = { ...saved, customerId: customer, termsId: input.termsId, lines: input.lines }
    const { id: recurringId } = await company.call('recurring.save', recurring)
    const occurrence = { recurringId, dueOn: day('2025-05-31'), documentDate: day('2025-06-01') }
    const { documents } = await company.call('recurring.post', { occurrences: [occurrence] })
    expect(await offer(company, customer, documents[0]?.id ?? 0)).toBe(200)
  })
})
