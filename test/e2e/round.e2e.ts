import fs from 'node:fs'
import { readPdf } from '../paper/read-pdf.ts'
import { newDesk } from './dialogs.ts'
import type { TestDesk } from './dialogs.ts'
import { expect, test } from './launch.ts'
import { AgingPage } from './pages/aging-page.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { ReceivePaymentPage } from './pages/receive-payment-page.ts'
import { StatementPage } from './pages/statement-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'

let desk: TestDesk
test.beforeEach(() => {
  desk = newDesk()
})
test.afterEach(() => desk.clear())

/** An invoice of one line, from Ctrl+I to F9. */
async function invoice(page: InvoicePage, date: string, description: string, price: string): Promise<void> {
  // From Home: the customer's own screens would hand their customer on.
  await page.press('Control+h')
  await page.open()
  await page.chooseCustomer('NORTH01', 'Northgate Foods')
  await expect(page.field("Customer's reference")).toBeFocused()
  // The date is two fields and the terms one before the reference.
  await page.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab')
  await page.type(date)
  await page.press('Enter', 'Enter')
  await page.typeLine(description, price)
  await page.postDatedFar('Invoice date')
}

test('the receivables round by keyboard alone: a company, a customer, two invoices, one check over both, the aging, a statement', async ({
  launch,
}) => {
  test.setTimeout(180_000)
  const statementFile = desk.file('Northgate.pdf')
  desk.answer(desk.file('Harbor.duebook'), statementFile)
  const { window } = await launch({ env: desk.env })

  const welcome = new WelcomePage(window)
  await welcome.createCompany('Harbor Paper & Packaging')
  expect(fs.existsSync(desk.file('Harbor.duebook'))).toBe(true)

  await welcome.press('Control+n')
  await expect(welcome.field('Name').first()).toBeFocused()
  await welcome.type('Northgate Foods')
  await welcome.press('F9')
  await welcome.expectNotice('NORTH01 Northgate Foods is saved.')

  const entry = new InvoicePage(window)
  await invoice(entry, '5/12/2025', 'Cartons', '4210')
  await entry.expectNotice('INV-00001 posted, 4,210.00.')
  await invoice(entry, '6/2/2025', 'Packing tape', '1265.50')
  await entry.expectNotice('INV-00002 posted, 1,265.50.')

  const payment = new ReceivePaymentPage(window)
  await payment.press('Control+h')
  await payment.open()
  await payment.receive('NORTH01', 'Northgate Foods', '4210+790')
  await payment.datedOn('6/30/2025')
  await payment.type('004417')
  await payment.press('Enter')
  await payment.expectCell('Payment, line 1', '4,210.00')
  await payment.press('ArrowDown')
  await payment.expectCell('Payment, line 2', '790.00')
  await payment.expectFigure('Applied', '5,000.00')
  await payment.expectFigure('Unapplied', '0.00')
  await payment.postDatedFar('Date')
  await payment.expectNotice('RCT-00001 posted, 5,000.00.')

  const aging = new AgingPage(window)
  await aging.open()
  await aging.asOf('6/30/2025', '30 Jun 2025')
  await aging.expectTotals('475.50', '0.00', '0.00', '0.00', '0.00', '475.50')
  // The day before, the check had not come: what was open then is as it was then.
  await aging.press('-')
  await aging.expectTotals('1,265.50', '4,210.00', '0.00', '0.00', '0.00', '5,475.50')

  const statement = new StatementPage(window)
  await statement.open()
  await statement.choose('NORTH01', 'Northgate Foods', '6/30/2025')
  await statement.expectFact('Due', 'USD475.50')
  await statement.press('Control+Shift+s')
  await statement.expectNotice('Saved as Northgate.pdf.')

  const { text, title } = await readPdf(new Uint8Array(fs.readFileSync(statementFile)))
  expect(title).toBe('Statement NORTH01 2025-06-30')
  for (const part of [
    'Northgate Foods',
    'Harbor Paper & Packaging',
    'NORTH01',
    '30 Jun 2025',
    'INV-00002',
    '1,265.50',
    '790.00',
    '475.50',
  ]) {
    expect(text).toContain(part)
  }
  expect(text, 'what is settled is not on a statement of open items').not.toContain('INV-00001')
})
