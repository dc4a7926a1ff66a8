import fs from 'node:fs'
import path from 'node:path'
import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { readPdf } from '../paper/read-pdf.ts'
import { addCustomer, addInvoice, addUnappliedReceipt, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { newDesk } from './dialogs.ts'
import { expect, test } from './launch.ts'
import { DocumentsPage } from './pages/document-pages.ts'

let books: Books
let numbers: { readonly invoice: string; readonly other: string; readonly receipt: string }
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const cedar = await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons' })
    const invoice = await addInvoice(company, cedar, '2025-06-02', 1_200_00)
    const other = await addInvoice(company, cedar, '2025-06-09', 300_00)
    const receipt = await addUnappliedReceipt(company, cedar, '2025-06-20', 1_000_00)
    await call(company, 'applications.apply', {
      creditDocumentId: receipt.id,
      date: null,
      lines: [{ documentId: invoice.id, amount: 1_000_00, discount: 0, writeOff: 0, writeOffReason: '' }],
    })
    numbers = { invoice: invoice.number, other: other.number, receipt: receipt.number }
  })
})
test.afterEach(() => books.remove())

const documentNumbered = (number: string) =>
  books.ask(async (company) => {
    const { rows } = await call(company, 'documents.list', { asOf: calendarDate('2030-01-01'), filter: number })
    const row = rows.find((candidate) => candidate.number === number)
    if (row === undefined) throw new Error(`There is no document ${number}.`)
    return call(company, 'documents.get', { id: row.id })
  })

test('documents are filtered by number, kind and state', async ({ open }) => {
  const { window } = await open(books.file)
  const list = new DocumentsPage(window)
  await list.open()
  await expect(list.grid.getByRole('row')).toHaveCount(4)
  await list.type(numbers.receipt)
  await expect(list.grid.getByRole('row')).toHaveCount(2)
  await list.press('Escape')
  await expect(list.grid.getByRole('row')).toHaveCount(4)

  await list.press('Tab')
  await list.type('Inv')
  await expect(list.field('Kind')).toHaveValue('invoice')
  await expect(list.grid.getByRole('row')).toHaveCount(3)
  await expect(list.row(numbers.invoice)).toContainText('overdue')
  await expect(list.row(numbers.invoice)).toContainText('200.00')
})

test('a document shows what settles it, its postings and the command behind them', async ({ open }) => {
  const { window } = await open(books.file)
  const list = new DocumentsPage(window)
  const receipt = await list.openDocument('Receipt', numbers.receipt)
  await receipt.expectFigure('Amount USD', '1,000.00')
  await receipt.expectFigure('Unapplied', '0.00')
  await expect(receipt.row(numbers.invoice)).toContainText('applied')

  await receipt.press('Control+y')
  await expect(receipt.postings).toContainText('receipts.post')
  await expect(receipt.postings).toContainText('applications.apply')
  await receipt.press('Escape')
  await expect(receipt.postings).toHaveCount(0)
  await expect(receipt.heading).toBeVisible()

  // A row of what it settles leads to the invoice, Esc back to the receipt.
  await expect(receipt.grid).toBeFocused()
  await receipt.press('Home', 'Enter')
  await expect(window.getByRole('heading', { name: `Invoice ${numbers.invoice}`, level: 1 })).toBeVisible()
  await receipt.press('Escape')
  await expect(receipt.heading).toBeVisible()
})

test('an application is taken back on a date, and both documents are open again', async ({ open }) => {
  const { app, window } = await open(books.file)
  const list = new DocumentsPage(window)
  const receipt = await list.openDocument('Receipt', numbers.receipt)

  await receipt.press('Control+u')
  await expect(receipt.dialog.getByLabel('Date', { exact: true })).toBeFocused()
  await expect(receipt.dialog.getByLabel('Date', { exact: true })).toHaveValue('20 Jun 2025')

  // Before the application itself it is refused beside the date.
  await receipt.type('6/19/2025')
  await receipt.press('Enter')
  await expect(receipt.dialog).toContainText('more than a year before your work date')
  await receipt.press('Enter')
  await expect(receipt.dialog).toContainText('Use 20 Jun 2025 or later')
  await receipt.type('6/25/2025')
  await receipt.press('Enter', 'Enter')
  await expect(receipt.dialog).toHaveCount(0)
  await receipt.expectNotice('open again by 1,000.00, from 25 Jun 2025')
  await receipt.expectFigure('Unapplied', '1,000.00')
  await app.close()
  expect(await documentNumbered(numbers.invoice)).toMatchObject({ open: 1_200_00, status: 'open' })
})

test('an invoice is voided by a dated reversal with its reason', async ({ open }) => {
  const { app, window } = await open(books.file)
  const list = new DocumentsPage(window)
  const invoice = await list.openDocument('Invoice', numbers.other)

  const more = window.getByRole('button', { name: 'More' })
  await more.focus()
  await invoice.press('Enter', 'Escape')
  await expect(more).toBeFocused()
  await invoice.press('Enter')
  await invoice.type('void')
  await expect(window.getByRole('menuitem', { name: 'Void', exact: true })).toBeFocused()
  await invoice.press('Enter')
  await expect(invoice.dialog.getByLabel('Reason')).toBeFocused()
  await invoice.press('Enter')
  await expect(invoice.dialog).toContainText('Reason is needed. Enter it.')
  await invoice.type('Entered twice')
  await invoice.press('Enter')
  await expect(invoice.dialog).toHaveCount(0)
  await invoice.expectNotice(`${numbers.other} is void`)
  await expect(window.getByRole('main')).toContainText(`${numbers.other}/V`)
  await app.close()
  expect(await documentNumbered(`${numbers.other}/V`)).toMatchObject({ memo: 'Entered twice', status: 'reversal' })
})

test('what goes on paper is the document, not the screen around it', async ({ open }) => {
  const desk = newDesk()
  const { window } = await open(books.file, desk)
  const list = new DocumentsPage(window)
  await list.openDocument('Invoice', numbers.invoice)
  await list.press('Control+p')
  const printed = path.join(desk.folder, `Invoice ${numbers.invoice}.pdf`)
  await expect.poll(() => fs.existsSync(printed), { timeout: 20_000 }).toBe(true)
  // Words only: tabular figures are drawn as glyphs that a window's PDF does not map back to digits.
  const lines = (await readPdf(fs.readFileSync(printed))).pages.flatMap((page) => page.lines)
  const text = lines.join(' ').replaceAll(/[^\p{L}&]+/gu, ' ')
  for (const part of ['Harbor Paper', 'Cedar & Sons', 'Balance due']) expect(text).toContain(part)
  expect(text).not.toContain('Receive payment')
  desk.clear()
})

test('without a printer the clerk is told so, and the window goes on', async ({ open }) => {
  const { window } = await open(books.file)
  const list = new DocumentsPage(window)
  await list.open()
  await list.press('Control+p')
  await list.expectNotice('No printer is installed')
})
