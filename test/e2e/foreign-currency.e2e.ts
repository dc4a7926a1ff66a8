import { addCustomer, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { AgingPage } from './pages/aging-page.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { RevaluationPage } from './pages/revaluation-page.ts'
import { SetupPage } from './pages/setup-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'EURO01', name: 'Papeterie du Port', currency: 'EUR' })
  })
})
test.afterEach(() => books.remove())

test('a rate is set, an invoice takes it, its balance is revalued, and the aging shows it in dollars', async ({
  launch,
}) => {
  const { window } = await launch({ args: [books.file] })
  const setup = new SetupPage(window)
  await setup.open()
  await setup.section('Exchange rates', 5)
  await setup.press('Tab', 'Tab')
  await expect(setup.field('Currency')).toBeFocused()
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
  await invoice.press('Tab', 'F9')
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

  const aging = new AgingPage(window)
  await aging.open()
  await aging.asOf('6/30/2025', '30 Jun 2025')
  await aging.press('Tab', 'Tab')
  await aging.type('all')
  await aging.expectTotals('1,120.00', '0.00', '0.00', '0.00', '0.00', '1,120.00')
  await aging.press('Shift+Tab', 'Shift+Tab')
  await aging.asOf('7/1/2025', '1 Jul 2025')
  await aging.expectTotals('1,000.00', '0.00', '0.00', '0.00', '0.00', '1,000.00')
})
