import { call } from '../../src-main/company-file/company-file.ts'
import { addCustomer, addInvoice, newBooks, openOf } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'
import { SetupPage } from './pages/setup-page.ts'
import { picture } from './shoot.ts'

let books: Books
let customer: number
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    customer = await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons' })
    await addInvoice(company, customer, '2025-05-12', 10_02)
  })
})
test.afterEach(() => books.remove())

test('a tax code of two taxes is made by keyboard, and shown with what it is made of', async ({ open }) => {
  const { app, window } = await open(books.file)
  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('Tax codes', 2)
  for (const [code, rate] of [
    ['GST', '5'],
    ['QST', '9.975'],
  ] as const) {
    await setup.field('Code').focus()
    await setup.type(code)
    await setup.press('Enter')
    await setup.type(code)
    await setup.field('Rate').focus()
    await setup.type(rate)
    await setup.press('F9')
    await setup.expectNotice(`Tax code ${code} is added.`)
  }
  await setup.field('Code').focus()
  await setup.type('QC')
  await setup.press('Enter')
  await setup.type('GST and QST')
  await setup.field('Charges').focus()
  await setup.type('Several')
  await setup.press('F9')
  await expect(window.getByText('It needs two taxes or more')).toBeVisible()
  await setup.type('GST')
  await setup.press('Enter', 'Enter')
  await setup.type('QST')
  await setup.press('Enter')
  await setup.type('Net')
  await setup.press('F9')
  await setup.expectNotice('Tax code QC is added.')
  await expect(setup.list('Tax codes').getByRole('row').filter({ hasText: 'QC' })).toContainText('GST + QST on GST')
  await app.close()
  const codes = await books.ask((company) => call(company, 'taxCodes.list', {}))
  expect(codes.find(({ code }) => code === 'QC')?.taxes).toMatchObject([
    { code: 'GST', onEarlier: false },
    { code: 'QST', onEarlier: true },
  ])
})

test('cash is rounded where Setup says so, and settles the item', async ({ open }) => {
  const { app, window } = await open(books.file)
  const setup = new SetupPage(window)
  await setup.open()
  await setup.field('Rounded to the smallest coin').focus()
  await setup.type('What is paid')
  await setup.press('F9')
  await setup.expectNotice('The company is saved.')
  await setup.press('Escape')

  const payment = new ReceivePaymentPage(window)
  await payment.open()
  await payment.receive('CEDAR01', 'Cedar & Sons', '10')
  await payment.field('Method').focus()
  await payment.type('Cash')
  await expect(payment.proposal).toContainText('rounded to the smallest coin')
  await expect(window.getByText('Rounding')).toBeVisible()
  await payment.press('F9')
  await payment.expectNotice('RCT-00001 posted')
  await app.close()
  expect(await openOf(books, customer)).toEqual({})
})

test('a line that product and customer each leave to the other is taxed with the company’s default, and says so', async ({
  open,
}) => {
  await books.ask((company) => addCustomer(company, { code: 'ELM', name: 'Elm Works', taxCode: null }))
  const { app, window } = await open(books.file)
  const invoice = new InvoicePage(window)
  const typePlanks = async (): Promise<void> => {
    await invoice.open()
    await invoice.chooseCustomer('ELM', 'Elm Works')
    await invoice.press('Enter')
    await invoice.typeLine('Planks', '100')
  }
  await typePlanks()
  await expect(invoice.grid.getByRole('row').nth(1)).toContainText('No code')
  await expect(window.getByText('Line 1 has no tax code and is untaxed')).toBeVisible()
  await picture(window, 'default-tax-none')
  await invoice.press('Escape')

  const setup = new SetupPage(window)
  await setup.open()
  await setup.field('Default tax code').focus()
  await setup.type('STD')
  await setup.press('F9')
  await setup.expectNotice('The company is saved.')
  await picture(window, 'default-tax-setup')
  await setup.press('Escape')

  await typePlanks()
  await expect(invoice.grid.getByRole('row').nth(1)).toContainText('STD')
  await expect(window.getByText('Line 1 is taxed with STD, the company’s default')).toBeVisible()
  await picture(window, 'default-tax-std')
  await invoice.press('F9')
  await invoice.expectNotice('110.00')
  await app.close()
})
