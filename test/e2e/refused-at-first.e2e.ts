import { addCustomer, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { expect, test } from './launch.ts'
import { ScreenPage } from './pages/screen-page.ts'
import type { Opened } from './running.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
  })
})
test.afterEach(() => books.remove())

/** Until `answerInMain` the main process answers these operations with a fault of the disk. */
const refuseInMain = (app: Opened['app'], names: readonly string[]): Promise<void> =>
  app.evaluate(({ ipcMain }, refused) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...args: unknown[]) => unknown>
    const before = handlers.get('duebook:invoke')
    if (before === undefined) throw new Error('nobody answers the window')
    Object.assign(globalThis, { answerAgain: () => handlers.set('duebook:invoke', before) })
    handlers.set('duebook:invoke', (event, name, ...rest) =>
      refused.includes(String(name))
        ? JSON.stringify({ ok: false, error: { code: 'disk_error', params: { detail: 'EIO' }, path: '' } })
        : before(event, name, ...rest),
    )
  }, names)

const answerInMain = (app: Opened['app']): Promise<void> =>
  app.evaluate(() => void (Reflect.get(globalThis, 'answerAgain') as () => unknown)())

for (const [name, said] of [
  ['company.current', 'heading'],
  ['session.who', 'screen'],
  ['preferences.get', 'notice'],
  ['drafts.list', 'notice'],
] as const) {
  test(`a window whose first questions are refused is not blank: ${name}`, async ({ open }) => {
    const { app, window } = await open(books.file)
    await new ScreenPage(window, 'Home').ready()
    await refuseInMain(app, [name])
    await window.reload()
    const words = window.getByText(/The disk reported an error \(EIO\)/)
    if (said === 'notice') await new ScreenPage(window, 'Home').expectNotice('The disk reported an error (EIO)')
    else await expect(words).toBeVisible()
    if (said === 'heading')
      await expect(window.getByRole('heading', { name: 'Something went wrong here' })).toBeVisible()
    await answerInMain(app)
  })
}
