import type { Page } from '@playwright/test'
import { addCustomer, addInvoice, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { DocumentsPage } from './pages/document-pages.ts'
import { picture } from './shoot.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const cedar = await addCustomer(company, { code: 'CEDAR-PORTLAND-W', name: 'Cedar & Sons' })
    const kyoto = await addCustomer(company, { code: 'KYOTO01', name: '=Kyoto Paper' })
    await addInvoice(company, cedar, '2025-06-02', 103_496_613_14)
    await addInvoice(company, cedar, '2025-06-09', 300_00)
    await addInvoice(company, kyoto, '2025-07-09', 12_50)
  })
})
test.afterEach(() => books.remove())

/** What another program would take from the clipboard. */
async function pasted(window: Page): Promise<{ readonly text: string; readonly html: string }> {
  await window.evaluate(() => {
    document.addEventListener(
      'paste',
      ({ clipboardData }) => {
        document.body.dataset['text'] = clipboardData?.getData('text/plain') ?? ''
        document.body.dataset['html'] = clipboardData?.getData('text/html') ?? ''
      },
      { once: true, capture: true },
    )
    document.querySelector<HTMLInputElement>('main input')?.focus()
  })
  await window.keyboard.press('Control+v')
  return window.evaluate(() => ({
    text: document.body.dataset['text'] ?? '',
    html: document.body.dataset['html'] ?? '',
  }))
}

test('no number, code, date or total is cut at 1280x720', async ({ open }) => {
  const { window } = await open(books.file)
  await window.setViewportSize({ width: 1280, height: 720 })
  const list = new DocumentsPage(window)
  await list.open()
  await expect(list.grid.getByRole('row')).toHaveCount(4)
  const cut = await list.grid.evaluate((grid) =>
    [...grid.querySelectorAll<HTMLElement>('[data-fit]')]
      .filter((cell) => cell.scrollWidth > cell.clientWidth)
      .map((cell) => cell.textContent),
  )
  expect(cut).toEqual([])
  await expect(list.grid.getByText('CEDAR-PORTLAND-W').first()).toBeVisible()
  const room = await list.grid.evaluate((grid) => ({
    needed: grid.scrollWidth,
    there: grid.clientWidth,
    columns: getComputedStyle(grid.querySelector('[role="row"]') ?? grid).gridTemplateColumns,
  }))
  expect(room.needed, room.columns).toBeLessThanOrEqual(room.there)
  await picture(window, 'list-documents')
})

test('rows ticked by keys say what they come to and are copied as a spreadsheet takes them', async ({ open }) => {
  const { window } = await open(books.file)
  const list = new DocumentsPage(window)
  await list.open()
  await expect(list.grid.getByRole('row')).toHaveCount(4)
  await list.press('ArrowDown', 'Home', 'Shift+ArrowDown')
  await expect(window.getByRole('status', { name: 'Of the rows ticked' })).toContainText('2 rows ticked')
  await expect(window.getByRole('status', { name: 'Of the rows ticked' })).toContainText('Total USD 312.50')
  await list.press('Control+c')
  const copied = await pasted(window)
  const [head, first, second] = copied.text.split('\r\n').map((line) => line.split('\t'))
  expect(head?.slice(0, 4)).toEqual(['Date', 'Kind', 'Number', 'Code'])
  expect(first).toContain('2025-07-09')
  expect(first).toContain("'=Kyoto Paper")
  expect(first).toContain('12.50')
  expect(second).toContain('300.00')
  expect(copied.html).toContain('<td>300.00</td>')

  await list.press('Escape')
  await expect(list.grid.getByRole('row')).toHaveCount(4)
  await list.press('ArrowDown')
  await list.press('Control+a')
  await expect(window.getByRole('status', { name: 'Of the rows ticked' })).toContainText('USD 103,496,925.64')
  await picture(window, 'list-ticked')
  await list.press('ArrowDown')
  await expect(window.getByRole('status', { name: 'Of the rows ticked' })).toHaveCount(0)
})
