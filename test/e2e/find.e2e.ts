import { call } from '../../src-main/company-file/company-file.ts'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, addInvoice, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { FindPage } from './pages/find-page.ts'
import { picture } from './shoot.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const oak = await addCustomer(company, { code: 'OAK', name: 'Oak Interiors' })
    const { customer } = await call(company, 'customers.get', { id: oak, asOf: calendarDate('2025-05-12') })
    const { uid: _, contacts: __, ...fields } = customer
    await call(company, 'customers.update', {
      ...fields,
      phone: '(555) 010-0199',
      contacts: [{ name: 'Ann Lee', role: 'buyer', phone: '', email: 'ann@oak.example' }],
    })
    const elm = await addCustomer(company, { code: 'ELM', name: 'Elm Works' })
    await addInvoice(company, elm, '2025-05-12', 10_02)
  })
})
test.afterEach(() => books.remove())

test('a customer is found by phone and by contact, a document by a word of its lines, each opened by Enter', async ({
  open,
}) => {
  const { app, window } = await open(books.file)
  const box = new FindPage(window)
  await box.find('5550100199')
  await expect(box.options).toHaveText([/Oak Interiors.*\(555\) 010-0199/])
  await picture(window, 'find-phone')
  await box.press('Enter')
  await expect(window.getByRole('heading', { name: 'Oak Interiors' })).toBeVisible()

  await box.find('ann lee')
  await expect(box.options).toHaveText([/Oak Interiors.*Ann Lee, buyer/])
  await box.press('Escape')

  await box.find('paper')
  await expect(box.options).toHaveText([/Elm Works.*INV-00001/])
  await picture(window, 'find-word')
  await box.press('Enter')
  await expect(window.getByRole('heading', { name: 'INV-00001' })).toBeVisible()
  await app.close()
})
