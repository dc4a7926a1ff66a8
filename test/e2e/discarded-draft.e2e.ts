import { v7 as uuidV7 } from 'uuid'
import { call } from '../../src-main/company-file/company-file.ts'
import { newBooks, type Books } from './books.ts'
import { ask } from './bridge.ts'
import { expect, test } from './launch.ts'
import { ScreenPage } from './pages/screen-page.ts'

let books: Books

test.afterEach(() => books.remove())

test('a draft that was discarded is put back as it was, while the notice of it shows', async ({ open }) => {
  const draft = {
    uid: uuidV7(),
    kind: 'invoice',
    customerId: null,
    title: 'Half typed',
    body: { memo: 'rush' },
  } as const
  books = await newBooks(async (company) => {
    await call(company, 'drafts.save', draft)
  })
  const { window } = await open(books.file)
  const home = new ScreenPage(window, 'Home')
  await home.ready()
  await window.getByRole('button', { name: 'Discard Half typed' }).press('Enter')
  await expect(window.getByRole('button', { name: 'Discard Half typed' })).toHaveCount(0)
  expect(await ask(window, 'drafts.list', {})).toEqual([])
  const notices = window.getByRole('region', { name: 'Notices' })
  await expect(notices).toContainText('Half typed is discarded.')
  await notices.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(window.getByRole('button', { name: 'Go on with Half typed' })).toBeVisible()
  expect(await ask(window, 'drafts.get', { uid: draft.uid })).toMatchObject({
    title: 'Half typed',
    body: { memo: 'rush' },
  })
})
