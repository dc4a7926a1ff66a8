import { call, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import type { InputOf } from '../../src-shared/contract.ts'
import { addDays, calendarDate, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, addMonthlyRent, addProduct, addUnappliedReceipt } from './books.ts'

/** A clerk's today: what is late or due is so by it. */
const today = calendarDate(new Date().toISOString().slice(0, 10))
const ago = (days: number): CalendarDate => addDays(today, -days)

/** Something in every list, so that no screen is drawn empty. */
export async function everyCashList(company: CompanyFile): Promise<void> {
  await addProduct(company, 'BOX-M', 'Carton, medium', 1_850_000)
  const northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
  await addCustomer(company, { code: 'NORTH02', name: 'Northgate Bakery', payingParentId: northgate })
  const port = await addCustomer(company, { code: 'EURO01', name: 'Papeterie du Port', currency: 'EUR' })
  for (const [from, rate] of [
    [ago(150), '1.08'],
    [ago(20), '1.12'],
  ] as const)
    await call(company, 'rates.set', { currency: 'EUR', date: from, rate, version: null })
  const invoices = []
  for (const [days, amount] of [
    [140, 4_210_00],
    [95, 1_265_50],
    [62, 2_480_00],
    [12, 918_75],
  ] as const)
    invoices.push(await addInvoice(company, northgate, ago(days), amount))
  await addInvoice(company, port, ago(100), 1_850_00)
  await addInvoice(company, port, ago(15), 640_00)
  await addUnappliedReceipt(company, northgate, ago(9), 300_00)
  const reasons = await call(company, 'reasonCodes.list', {})
  const shortage = reasons.find(({ code }) => code === 'SHORTAGE')
  if (shortage === undefined) throw new Error('A new company has SHORTAGE.')
  await call(company, 'receipts.post', {
    customerId: northgate,
    date: ago(5),
    amount: 4_100_00,
    method: 'check',
    reference: '004410',
    memo: '',
    depositAccountId: null,
    draftUid: null,
    applications: [
      {
        documentId: invoices[0]?.id ?? 0,
        amount: 4_100_00,
        discount: 0,
        writeOff: 0,
        writeOffReason: '',
        deductions: [{ amount: 110_00, reasonCodeId: shortage.id, memo: 'two cartons short' }],
      },
    ],
  })
  for (const [payer, amount] of [
    ['N Gate Fds, INV-00002', 1_265_50],
    ['Card terminal 3', 89_90],
  ] as const)
    await call(company, 'unidentifiedReceipts.post', unidentified(payer, amount))
  await call(company, 'receiptBatches.open', {
    name: 'Morning post',
    date: today,
    method: 'check',
    depositAccountId: null,
    controlCount: 3,
    controlTotal: 5_475_50,
    currency: 'USD',
  })
  await addMonthlyRent(company, northgate, ago(65))
}

const unidentified = (payer: string, amount: number): Omit<InputOf<'unidentifiedReceipts.post'>, 'commandUid'> => ({
  date: ago(3),
  amount,
  currency: 'USD',
  method: 'transfer',
  rate: null,
  payer,
  reference: 'FT 4711',
  memo: '',
  depositAccountId: null,
  draftUid: null,
})
