import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { accountBalances, day, openAsOf, postReceipt } from '../fixtures/entries.ts'
import { credit, discounted, invoiced, one, taxesOf, tenPercentIn10Days, unapply, voided } from './crediting.ts'
import { addTaxCode, setSettings } from '../semantics/settings.ts'

describe('what is given back in money is what was paid in money', () => {
  test('discount then credit: 236 settled by 212.40 gives back 212.40, of it 32.40 tax', async () => {
    const company = newCompany()
    const { id, pay } = await discounted(company)
    await pay()
    const note = await credit(company, id)
    expect(note).toMatchObject({ total: -21_240, unapplied: 21_240 })
    expect(await accountBalances(company)).toEqual({ '1010': 21_240, '1200': -21_240 })
    expect(await taxesOf(company, note.id)).toMatchObject([{ base: -18_000, tax: -3240 }])
    const { lines } = await company.call('documents.get', { id: note.id })
    expect(lines.map(({ description, net }) => [description, net])).toEqual([
      ['Goods', -20_000],
      ['Less early payment discount', 2000],
    ])
    await expect(credit(company, id)).rejects.toMatchObject({ code: 'nothing_to_credit' })
  })

  test('in part: three of ten give back three tenths of the money, the rest the rest', async () => {
    const company = newCompany()
    const { id, pay } = await discounted(company)
    await pay()
    await expect(credit(company, id, [{ lineNo: 1, quantity: 3 * one }])).resolves.toMatchObject({ total: -6372 })
    await expect(credit(company, id)).resolves.toMatchObject({ total: -14_868 })
    expect(await accountBalances(company)).toEqual({ '1010': 21_240, '1200': -21_240 })
  })

  test('in pieces as at once: one by one comes to the same as all up to then', async () => {
    const pieces = newCompany()
    const first = await discounted(pieces)
    await first.pay()
    for (let piece = 0; piece < 7; piece += 1) await credit(pieces, first.id, [{ lineNo: 1, quantity: one }])
    const atOnce = newCompany()
    const second = await discounted(atOnce)
    await second.pay()
    await credit(atOnce, second.id, [{ lineNo: 1, quantity: 7 * one }])
    expect(await accountBalances(pieces)).toEqual(await accountBalances(atOnce))
  })

  test('credit then discount: the discount is offered on the rest alone, and all comes back', async () => {
    const company = newCompany()
    const { id, customer } = await discounted(company)
    const quarter = await credit(company, id, [{ lineNo: 1, quantity: 2_500_000 }])
    expect(quarter.total).toBe(-5900)
    await expect(
      postReceipt(company, customer, '2025-06-05', 15_929, [{ documentId: id, amount: 15_929, discount: 1771 }]),
    ).rejects.toMatchObject({ code: 'discount_exceeds' })
    await postReceipt(company, customer, '2025-06-05', 15_930, [{ documentId: id, amount: 15_930, discount: 1770 }])
    expect(openAsOf(company, id)).toBe(0)
    const rest = await credit(company, id)
    expect(rest).toMatchObject({ total: -15_930 })
    expect(await accountBalances(company)).toEqual({ '1010': 15_930, '1200': -15_930 })
  })

  test('a write-off, plain and with its tax', async () => {
    for (const writeOffReducesTax of [false, true]) {
      const company = newCompany()
      await setSettings(company, { writeOffReducesTax })
      const taxCodeId = await addTaxCode(company, 20)
      const { id, customer } = await invoiced(company, [[5000, taxCodeId, 2 * one]])
      await postReceipt(company, customer, '2025-06-05', 6000, [
        { documentId: id, amount: 6000, writeOff: 6000, writeOffReason: 'insolvent' },
      ])
      expect(await accountBalances(company)).toEqual(
        writeOffReducesTax
          ? { '1010': 6000, '2200': -1000, '4000': -10_000, '6100': 5000 }
          : { '1010': 6000, '2200': -2000, '4000': -10_000, '6100': 6000 },
      )
      await expect(credit(company, id, [{ lineNo: 1, quantity: one }])).resolves.toMatchObject({ total: -3000 })
      await expect(credit(company, id)).resolves.toMatchObject({ total: -3000 })
      expect(await accountBalances(company)).toEqual({ '1010': 6000, '1200': -6000 })
    }
  })

  test('an allowed deduction, and one that was charged back and written off', async () => {
    const company = newCompany()
    const taxCodeId = await addTaxCode(company, 20)
    const { id, customer } = await invoiced(company, [[10_000, taxCodeId]])
    const reasonCodeId = (await company.call('reasonCodes.list', {})).find(({ code }) => code === 'DAMAGED')?.id ?? 0
    await postReceipt(company, customer, '2025-06-05', 9000, [
      {
        documentId: id,
        amount: 9000,
        deductions: [
          { reasonCodeId, amount: 1000, memo: '' },
          { reasonCodeId, amount: 2000, memo: '' },
        ],
      },
    ])
    const { rows } = await company.call('deductions.list', { asOf: day('2025-06-30') })
    const [first, second] = rows
    await company.call('deductions.allow', { id: first?.id ?? 0, date: day('2025-06-10'), amount: null, memo: '' })
    const charged = await company.call('deductions.chargeBack', {
      id: second?.id ?? 0,
      date: day('2025-06-10'),
      amount: null,
      dueDate: day('2025-07-10'),
      memo: '',
    })
    await postReceipt(company, customer, '2025-06-12', 500, [
      { documentId: charged.id, amount: 500, writeOff: 1500, writeOffReason: 'lost' },
    ])
    const note = await credit(company, id)
    expect(note.total).toBe(-9500)
    expect(await accountBalances(company)).toEqual({ '1010': 9500, '1200': -9500 })
  })

  test('a decreasing adjustment, whose account bears it no more', async () => {
    const company = newCompany()
    const taxCodeId = await addTaxCode(company, 20)
    const { id, customer } = await invoiced(company, [[10_000, taxCodeId]])
    await postReceipt(company, customer, '2025-06-05', 9000, [{ documentId: id, amount: 9000 }])
    const reason = (await company.call('reasonCodes.list', {})).find(({ kind }) => kind === 'allowance')
    await company.call('adjustments.post', {
      customerId: customer,
      date: day('2025-06-06'),
      direction: 'decrease',
      amount: 3000,
      reasonCodeId: reason?.id ?? 0,
      rate: null,
      reference: '',
      memo: '',
      applications: [{ documentId: id, amount: 3000 }],
    })
    await expect(credit(company, id)).resolves.toMatchObject({ total: -9000 })
    expect(await accountBalances(company)).toEqual({ '1010': 9000, '1200': -9000 })
  })

  test('a discount on two rates follows each: the taxed line back takes back its part alone', async () => {
    const company = newCompany()
    const taxCodeId = await addTaxCode(company, 18)
    const { id, customer } = await invoiced(
      company,
      [
        [10_000, taxCodeId],
        [10_000, null],
      ],
      { terms: tenPercentIn10Days },
    )
    await postReceipt(company, customer, '2025-06-05', 19_620, [{ documentId: id, amount: 19_620, discount: 2180 }])
    const taxed = await credit(company, id, [{ lineNo: 1, quantity: one }])
    expect(taxed.total).toBe(-10_620)
    expect(await taxesOf(company, taxed.id)).toMatchObject([{ base: -9000, tax: -1620 }])
    await expect(credit(company, id)).resolves.toMatchObject({ total: -9000 })
    expect(await accountBalances(company)).toEqual({ '1010': 19_620, '1200': -19_620 })
  })
})

describe('undoing restores what is left', () => {
  test('the credit note void, the discount is taken back again by the next', async () => {
    const company = newCompany()
    const { id, pay } = await discounted(company)
    await pay()
    const note = await credit(company, id)
    await voided(company, note.id)
    expect(await accountBalances(company)).toEqual({ '1010': 21_240, '2200': -3240, '4000': -20_000, '4900': 2000 })
    await expect(credit(company, id, [{ lineNo: 1, quantity: 5 * one }])).resolves.toMatchObject({ total: -10_620 })
    await expect(credit(company, id)).resolves.toMatchObject({ total: -10_620 })
  })

  test('the discount undone after all came back: its 23.60 is left to credit, with no line', async () => {
    const company = newCompany()
    const { id, pay } = await discounted(company)
    const receipt = await pay()
    await credit(company, id)
    await unapply(company, receipt.id)
    const rest = await credit(company, id)
    expect(rest).toMatchObject({ total: -2360, applied: 2360 })
    expect(await accountBalances(company)).toEqual({ '1010': 21_240, '1200': -21_240 })
    await expect(credit(company, id)).rejects.toMatchObject({ code: 'nothing_to_credit' })
  })

  test('in any order: receipt first or credit note first, nothing is left of either', async () => {
    for (const order of ['receipt', 'note'] as const) {
      const company = newCompany()
      const { id, pay } = await discounted(company)
      const receipt = await pay()
      const note = await credit(company, id)
      const ids = order === 'receipt' ? [receipt.id, note.id] : [note.id, receipt.id]
      for (const each of ids) await voided(company, each)
      expect(await accountBalances(company)).toEqual({ '1200': 23_600, '2200': -3600, '4000': -20_000 })
      await expect(credit(company, id, null, false)).resolves.toMatchObject({ total: -23_600 })
    }
  })
})

describe('what is left decides what a discount reduces', () => {
  test('the taxed line credited: a discount on the rest reduces no tax', async () => {
    const company = newCompany()
    const taxCodeId = await addTaxCode(company, 18)
    const twoPercent = { ...tenPercentIn10Days, discount: { percent: 2_000_000, days: 20 } }
    const lines = [
      [10_000, taxCodeId],
      [10_000, null],
    ] as const
    const { id, customer } = await invoiced(company, lines, { terms: twoPercent })
    await credit(company, id, [{ lineNo: 1, quantity: one }])
    await postReceipt(company, customer, '2025-06-16', 9800, [{ documentId: id, amount: 9800, discount: 200 }])
    expect(openAsOf(company, id)).toBe(0)
    expect(await accountBalances(company)).toEqual({ '1010': 9800, '4000': -10_000, '4900': 200 })
  })

  test('118.00 with 18% inside: two discounts of 0.10 reduce what one of 0.20 does, 0.03 of tax', async () => {
    for (const pieces of [[20], [10, 10], [1, 19], [7, 6, 7]]) {
      const company = newCompany()
      const taxCodeId = await addTaxCode(company, 18)
      const { id, customer } = await invoiced(company, [[10_000, taxCodeId]], { terms: tenPercentIn10Days })
      for (const discount of pieces)
        await postReceipt(company, customer, '2025-06-05', 100, [{ documentId: id, amount: 100, discount }])
      expect(await accountBalances(company)).toMatchObject({ '2200': -1797, '4900': 17 })
    }
  })

  test('undone and taken again it comes to the same', async () => {
    const company = newCompany()
    const taxCodeId = await addTaxCode(company, 18)
    const { id, customer } = await invoiced(company, [[10_000, taxCodeId]], { terms: tenPercentIn10Days })
    const pay = () => postReceipt(company, customer, '2025-06-05', 100, [{ documentId: id, amount: 100, discount: 10 }])
    const first = await pay()
    await pay()
    await unapply(company, first.id)
    await pay()
    expect(await accountBalances(company)).toMatchObject({ '2200': -1797, '4900': 17 })
  })
})

describe('a write-off that takes its tax along, where the company says so', () => {
  const lost = async (writeOffReducesTax: boolean) => {
    const company = newCompany()
    await setSettings(company, { writeOffReducesTax })
    const taxCodeId = await addTaxCode(company, 20)
    const { id, customer } = await invoiced(company, [[10_000, taxCodeId]])
    return { company, id, customer }
  }

  test('100 + 20%, 60 lost as a bad debt by an adjustment: bad debt 50, tax 10, and back when it is unapplied', async () => {
    const { company, id, customer } = await lost(true)
    const reason = (await company.call('reasonCodes.list', {})).find(({ kind }) => kind === 'bad_debt')
    const { id: adjustment } = await company.call('adjustments.post', {
      customerId: customer,
      date: day('2025-06-06'),
      direction: 'decrease',
      amount: 6000,
      reasonCodeId: reason?.id ?? 0,
      rate: null,
      reference: '',
      memo: '',
      applications: [{ documentId: id, amount: 6000 }],
    })
    expect(await accountBalances(company)).toEqual({ '1200': 6000, '2200': -1000, '4000': -10_000, '6110': 5000 })
    await unapply(company, adjustment)
    expect(await accountBalances(company)).toEqual({ '1200': 6000, '2200': -2000, '4000': -10_000, '6110': 6000 })
  })

  test('in pieces as at once: 1.42 of 120.00 is 1.18 and 0.24 of tax', async () => {
    const { company, id, customer } = await lost(true)
    const pieces = [1, 2, 3, 5, 8, 13, 21, 34, 55]
    for (const writeOff of pieces)
      await postReceipt(company, customer, '2025-06-05', 1, [
        { documentId: id, amount: 1, writeOff, writeOffReason: 'lost' },
      ])
    expect(await accountBalances(company)).toMatchObject({ '2200': -1976, '6100': 118 })
  })

  test('unless it says so, the company bears the tax too', async () => {
    const { company, id, customer } = await lost(false)
    await postReceipt(company, customer, '2025-06-05', 6000, [
      { documentId: id, amount: 6000, writeOff: 6000, writeOffReason: 'lost' },
    ])
    expect(await accountBalances(company)).toMatchObject({ '2200': -2000, '6100': 6000 })
  })
})
