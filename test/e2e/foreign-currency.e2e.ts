import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { AgingPage } from './pages/aging-page.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { AdjustmentPage, OpeningBalancesPage, FinanceChargesPage } from './pages/money-pages.ts'
import { RevaluationPage } from './pages/revaluation-page.ts'
import { SetupPage } from './pages/setup-page.ts'
import { StatementPage } from './pages/statement-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'EURO01', name: 'Papeterie du Port', currency: 'EUR' })
  })
})
test.afterEach(() => books.remove())

test('a rate is set, an invoice takes it, its balance is revalued, and statement, postings and aging show it in dollars', async ({
  open,
}) => {
  const { window } = await open(books.file)
  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('Exchange rates', 5)
  await setup.focus('Currency')
  for (const [from, rate, shown] of [
    ['6/1/2025', '1.00', '1 Jun 2025'],
    ['6/30/2025', '1.10', '30 Jun 2025'],
  ] as const) {
    await setup.focus('From')
    await setup.type(from)
    await setup.press('Enter')
    await setup.type(rate)
    await setup.press('F9')
    await setup.expectNotice(`The rate of EUR is ${rate} from ${shown}.`)
    await expect(setup.field('USD for one EUR')).toHaveValue('')
  }

  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('EURO01', 'Papeterie du Port')
  await invoice.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab')
  await invoice.type('6/10/2025')
  await invoice.press('Tab')
  await expect(invoice.field('USD for one EUR')).toHaveValue('1')
  await expect(window.getByText('Of 1 Jun 2025, over a week old')).toBeVisible()
  await invoice.focus('Description, line 1')
  await invoice.type('Paper')
  await invoice.focus('Unit price, line 1')
  await invoice.type('1000')
  await invoice.press('Tab')
  await invoice.postDatedFar('Invoice date')
  await invoice.expectNotice('INV-00001')

  const revaluation = new RevaluationPage(window)
  await revaluation.open()
  await revaluation.type('6/30/2025')
  await revaluation.press('Enter')
  await expect(revaluation.field('USD for one EUR')).toHaveValue('1.1')
  await revaluation.expectItem('INV-00001', '1,000.00', '1', '1,000.00', '1,100.00', '100.00')
  // A better rate of the day is typed here, and kept in the table.
  await revaluation.type('1.12')
  await revaluation.press('Tab')
  await revaluation.expectItem('INV-00001', '1,000.00', '1', '1,000.00', '1,120.00', '120.00')
  await revaluation.press('F9')
  await revaluation.expectNotice('A gain of 120.00 USD is posted, taken back on 1 Jul 2025.')
  await revaluation.expectItem('INV-00001', '1,000.00', '1', '1,120.00', '1,120.00', '0.00')

  // A rate corrected later leaves the day behind: another day shown, the window says so and leads back to it.
  await revaluation.press('Shift+Tab')
  await revaluation.type('1.13')
  await revaluation.press('Tab')
  await revaluation.expectItem('INV-00001', '1,000.00', '1', '1,120.00', '1,130.00', '10.00')
  await revaluation.press('Shift+Tab', 'Shift+Tab')
  await expect(revaluation.field('At the end of')).toBeFocused()
  await revaluation.type('7/10/2025')
  await revaluation.press('Enter')
  await expect(window.getByRole('main').getByText('The figures of the revaluation of 30 Jun 2025')).toBeVisible()
  await window.getByRole('main').getByRole('button', { name: 'Revalue again' }).press('Enter')
  await expect(revaluation.field('At the end of')).toHaveValue('30 Jun 2025')
  await revaluation.expectItem('INV-00001', '1,000.00', '1', '1,120.00', '1,130.00', '10.00')
  await revaluation.press('F9')
  await revaluation.expectNotice('A gain of 10.00 USD is posted, taken back on 1 Jul 2025.')
  await expect(window.getByRole('main').getByRole('button', { name: 'Revalue again' })).toHaveCount(0)

  const statement = new StatementPage(window)
  await statement.open()
  await statement.choose('EURO01', 'Papeterie du Port', '6/30/2025')
  await statement.expectFact('Due', 'EUR1,000.00')
  await statement.expectFact('Due in USD', '1,130.00')

  const documents = new DocumentsPage(window)
  const invoiced = await documents.openDocument('Invoice', 'INV-00001')
  await invoiced.press('Control+y')
  await expect(invoiced.postings.getByRole('columnheader', { name: 'Debit USD' })).toBeVisible()
  await expect(invoiced.postings).toContainText('120.00')

  const aging = new AgingPage(window)
  await aging.open()
  await aging.asOf('6/30/2025', '30 Jun 2025')
  await aging.press('Tab', 'Tab')
  await aging.type('all')
  await aging.expectTotals('1,130.00', '0.00', '0.00', '0.00', '0.00', '1,130.00')
  await aging.press('Shift+Tab', 'Shift+Tab')
  await aging.asOf('7/1/2025', '1 Jul 2025')
  await aging.expectTotals('1,000.00', '0.00', '0.00', '0.00', '0.00', '1,000.00')
})

test('the rate of the day stands in every entry for a foreign customer, until another is typed', async ({ open }) => {
  await books.ask(async (company) => {
    for (const [from, rate] of [
      ['2025-06-01', '1.00'],
      ['2025-06-20', '1.10'],
    ] as const) {
      await call(company, 'rates.set', { currency: 'EUR', date: calendarDate(from), rate, version: null })
    }
  })
  const { app, window } = await open(books.file)
  const adjustment = new AdjustmentPage(window)
  await adjustment.open()
  await adjustment.chooseCustomer('EURO01', 'Papeterie du Port')
  await expect(adjustment.field('USD for one EUR')).toHaveValue('1.1')
  await adjustment.focus('Date')
  await adjustment.type('6/10/2025')
  await adjustment.press('Tab')
  await expect(adjustment.field('USD for one EUR')).toHaveValue('1')
  await adjustment.focus('USD for one EUR')
  await adjustment.type('1.05')
  await adjustment.press('Shift+Tab', 'Shift+Tab')
  await adjustment.type('6/25/2025')
  await adjustment.press('Tab')
  await expect(adjustment.field('USD for one EUR')).toHaveValue('1.05')
  await adjustment.press('Escape')

  const opening = new OpeningBalancesPage(window)
  await opening.open()
  await opening.expectCell('Customer, line 1')
  await opening.type('EURO01')
  await expect(window.getByRole('option', { name: 'Papeterie du Port' })).toBeVisible()
  await opening.press('Enter')
  await opening.type('H-1')
  await opening.press('Enter')
  await opening.type('6/25/2025')
  await opening.press('Enter')
  await opening.type('100')
  await expect(opening.row('H-1')).toContainText('1.1')
  await opening.press('F9')
  await opening.expectNotice('1 item posted as opening balances.')

  // The late fee is in dollars; the customer is charged what it comes to.
  const charges = new FinanceChargesPage(window)
  await charges.open()
  await expect(charges.field('Charged through')).toBeFocused()
  await charges.press('Enter', 'Enter')
  await expect(charges.field('Late fee')).toBeFocused()
  await charges.type('11')
  await charges.expectFigure('Total EUR', '10.00')
  await expect(charges.field('USD for one EUR')).toHaveValue('1.1')
  await charges.focus('USD for one EUR')
  await charges.type('2')
  await charges.expectFigure('Total EUR', '5.50')
  await charges.press('Escape')
  await app.close()
  const entries = await books.ask(async (company) => {
    const { documents } = await call(company, 'find.everything', { text: 'H-1' })
    return call(company, 'documents.postings', { id: documents[0]?.id ?? 0 })
  })
  expect(entries).toContainEqual(expect.objectContaining({ amount: 100_00, baseAmount: 110_00 }))
})

test('a rate in dong is entered as people quote it, shown both ways, and turned for one invoice', async ({ open }) => {
  const withDong = await newBooks(async (company) => {
    await addCustomer(company, { code: 'DONG01', name: 'Saigon Paper', currency: 'VND' })
  })
  const { window } = await open(withDong.file)
  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('Exchange rates', 5)
  await setup.focus('Currency')
  await setup.type('VND')
  await setup.focus('From')
  await setup.type('6/1/2025')
  await setup.press('Enter')
  await setup.type('26315')
  await expect(setup.field('VND for one USD')).toHaveValue('26315')
  await expect(window.getByText('1 VND = 0.00003800114 USD')).toBeVisible()
  await setup.press('F9')
  await setup.expectNotice('The rate of VND is 26315 from 1 Jun 2025.')

  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('DONG01', 'Saigon Paper')
  await invoice.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab')
  await invoice.type('6/10/2025')
  await invoice.press('Tab')
  await expect(invoice.field('VND for one USD')).toHaveValue('26315')
  // The other way round, for once: the label turns with what is typed.
  await invoice.focus('VND for one USD')
  await invoice.type('1/0.00004')
  await expect(invoice.field('USD for one VND')).toHaveValue('0.00004')
  await invoice.focus('Description, line 1')
  await invoice.type('Paper')
  await invoice.focus('Unit price, line 1')
  await invoice.type('1000000')
  await invoice.press('Tab')
  await invoice.postDatedFar('Invoice date')
  await invoice.expectNotice('INV-00001')
  withDong.remove()
})
