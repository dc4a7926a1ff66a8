import type { ElectronApplication, Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { call } from '../../src-main/company-file/company-file.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { addCustomer, addInvoice, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { ask } from './bridge.ts'
import { expect, test } from './launch.ts'
import { UnidentifiedReceiptPage } from './pages/cash-list-pages.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { SignInPage } from './pages/people-pages.ts'
import { ScreenPage } from './pages/screen-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, northgate, '2025-05-14', 1_265_50)
  })
})
test.afterEach(() => books.remove())

/** From now on whatever is drawn of a text with this word in it throws, as a defect of the program would. */
const plantDefect = (window: Page, word: string, method: 'trim' | 'toLowerCase' = 'trim'): Promise<void> =>
  window.evaluate(
    ([planted, name]) => {
      const before = String.prototype[name]
      // oxlint-disable-next-line no-extend-native
      String.prototype[name] = function throwing(this: string) {
        if (this.includes(planted)) throw new Error('planted: Northgate Foods owes 1,265.50')
        return before.call(this)
      }
    },
    [word, method] as const,
  )

const logOf = (userData: string): string => {
  const file = path.join(userData, 'logs', 'duebook.log')
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
}

const failed = (window: Page) => window.getByRole('heading', { name: 'Something went wrong here' })

/** The incident that the window names. */
const incidentOn = async (window: Page): Promise<string> => {
  const said = window.getByText(/Incident [0-9a-f]{12}/).last()
  return /Incident ([0-9a-f]{12})/.exec(await said.innerText())?.[1] ?? 'none'
}

/** The first line of an invoice, up to a word in its description. */
const typeInvoice = async (window: Page, word: string): Promise<InvoicePage> => {
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await invoice.press('Enter')
  await invoice.expectCell('Description, line 1')
  await invoice.type(word)
  return invoice
}

const descriptions = async (window: Page): Promise<readonly string[]> =>
  (await ask(window, 'drafts.list', { kind: null })).flatMap(({ body }) =>
    (body as { lines: { description: string }[] }).lines.map(({ description }) => description),
  )

test('letters typed into Currency of an unidentified receipt choose a currency, and none that is unknown', async ({
  open,
}) => {
  const { window } = await open(books.file)
  const receipt = new UnidentifiedReceiptPage(window)
  await receipt.command('Enter unidentified receipt')
  await expect(receipt.field('Amount')).toBeFocused()
  await receipt.type('40')
  await receipt.focus('Currency')
  await receipt.type('eur')
  await expect(receipt.field('Currency')).toHaveValue('EUR')
  await receipt.expectFigure('Unidentified EUR', '40.00')
  await receipt.type('xq')
  await expect(receipt.heading).toBeVisible()
  await receipt.expectFigure('Unidentified EUR', '40.00')
})

test('a draft that names a currency nobody knows is taken up in the company’s own', async ({ open }) => {
  const uid = '01890000-0000-7000-8000-000000000001'
  await books.ask((company) =>
    call(company, 'drafts.save', {
      uid,
      kind: 'unidentified_receipt',
      customerId: null,
      title: 'Unknown payer',
      body: { amount: 4000, currency: 'XQQ', payer: 'N Gate' },
    }),
  )
  const { window } = await open(books.file)
  const home = new ScreenPage(window, 'Home')
  await home.ready()
  await window.getByRole('button', { name: 'Go on with Unknown payer' }).press('Enter')
  const receipt = new UnidentifiedReceiptPage(window)
  await expect(receipt.field('Payer')).toHaveValue('N Gate')
  await expect(receipt.field('Currency')).toHaveValue('USD')
})

test('a screen that fails says so, keeps what was typed, leads back by key, and is found in the log', async ({
  launch,
}) => {
  const { window, userData } = await launch({ args: [books.file] })
  await new ScreenPage(window, 'Home').ready()
  await plantDefect(window, 'Planks')
  await typeInvoice(window, 'Oak Planks')
  await expect(failed(window)).toBeVisible()
  await expect(window.getByRole('alert')).toContainText('What you typed is kept')
  await expect(window.getByRole('button', { name: /Try again/ })).toBeFocused()
  const log = logOf(userData)
  expect(log).toContain(`incident ${await incidentOn(window)} in a screen: Error`)
  expect(log).not.toContain('Northgate')

  await window.keyboard.press('Escape')
  await expect(window.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  // The rest goes on working.
  await window.keyboard.press('Control+j')
  await expect(window.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: /^Go on with Northgate Foods/ }).press('Enter')
  const invoice = new InvoicePage(window)
  await expect(invoice.field('Customer')).toHaveValue('NORTH01   Northgate Foods')
  expect(await descriptions(window)).toEqual(['Oak Plank'])
})

test('a screen that failed once is drawn again by Enter', async ({ open }) => {
  const { window } = await open(books.file)
  await new ScreenPage(window, 'Home').ready()
  await plantDefect(window, 'Planks')
  await typeInvoice(window, 'Planks')
  await expect(window.getByRole('button', { name: /Try again/ })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(new InvoicePage(window).field('Customer')).toBeFocused()
})

test('a window that fails as a whole says so, and Enter starts it again with its drafts', async ({ launch }) => {
  const { window, userData } = await launch({ args: [books.file] })
  const invoice = await typeInvoice(window, 'Paper')
  // What the palette draws is no screen's.
  await plantDefect(window, 'zebra', 'toLowerCase')
  await invoice.press('Control+k')
  await invoice.type('zebra')
  await expect(failed(window)).toBeVisible()
  await expect(window.getByRole('button', { name: /Start the window again/ })).toBeFocused()
  expect(logOf(userData)).toContain(`incident ${await incidentOn(window)} in the window: Error`)
  await window.keyboard.press('Enter')
  await invoice.ready()
  await expect(window.getByRole('button', { name: /^Go on with Northgate Foods/ })).toBeVisible()
  expect(await descriptions(window)).toEqual(['Paper'])
})

test('what is thrown in a handler or rejects unheard is said, and stands in the log without its text', async ({
  launch,
}) => {
  const { window, userData } = await launch({ args: [books.file] })
  const home = new ScreenPage(window, 'Home')
  await home.ready()
  await window.evaluate(() => void Promise.reject(new Error('Northgate Foods')))
  await home.expectNotice('Something went wrong in the window. What you typed is kept.')
  expect(logOf(userData)).toContain(`incident ${await incidentOn(window)} in a promise of the window: Error`)
  await window.evaluate(() => void setTimeout(() => JSON.parse('{Northgate') as unknown, 0))
  await expect.poll(() => logOf(userData)).toContain('in the window: SyntaxError')
  expect(logOf(userData)).not.toContain('Northgate')
})

/** Fails a check at opening: such a file is opened for reading only. */
const damage = (file: string): void => {
  const connection = new Connection(file)
  const triggers = connection.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
  for (const { name } of triggers) connection.driver.exec(`DROP TRIGGER ${name}`)
  connection.run(`INSERT INTO instalment (document_id, position, due_date, amount) VALUES (1, 1, '2025-07-30', 1)`)
  connection.close()
}

test('on a damaged file every refusal is heard: signing out, a draft given up, a column made wider', async ({
  launch,
}) => {
  await books.ask((company) =>
    call(company, 'drafts.save', {
      uid: '01890000-0000-7000-8000-000000000002',
      kind: 'invoice',
      customerId: null,
      title: 'Half typed',
      body: {},
    }),
  )
  damage(books.file)
  const { window } = await launch({ args: [books.file] })
  const home = new ScreenPage(window, 'Home')
  await expect(window.getByText('Opened read-only: the file is damaged')).toBeVisible()
  const notices = window.getByRole('region', { name: 'Notices' })
  const closeNotice = (): Promise<void> => notices.getByRole('button', { name: 'Close the notice' }).click()

  await window.getByRole('button', { name: 'Discard Half typed' }).press('Enter')
  await home.expectNotice('is damaged and was not changed')
  await closeNotice()

  await window.keyboard.press('Control+j')
  const list = window.getByRole('grid', { name: 'Customers' })
  await expect(list.getByRole('row').filter({ hasText: 'Northgate' })).toBeVisible()
  await list.getByRole('columnheader').first().click()
  await home.expectNotice('is damaged and was not changed')
  await closeNotice()

  await home.press('Control+k')
  await home.type('Change user')
  await expect(window.getByRole('option', { name: 'Change user' }).first()).toBeVisible()
  await home.press('Enter')
  await home.expectNotice('is damaged and was not changed')
  await expect(window.getByRole('main')).toBeVisible()
})

test('a company that cannot be opened from the sign-in screen is said there', async ({ launch }, info) => {
  await books.ask((company) => call(company, 'people.setPin', { id: 1, pin: '0815', currentPin: null }))
  fs.mkdirSync(info.outputDir, { recursive: true })
  const answers = info.outputPath('dialogs.json')
  fs.writeFileSync(answers, JSON.stringify([info.outputPath('Gone.duebook')]))
  const { window } = await launch({ args: [books.file], env: { DUEBOOK_TEST_DIALOGS: answers } })
  const signIn = new SignInPage(window)
  await expect(signIn.field('PIN')).toBeVisible()
  await signIn.press('Control+o')
  await signIn.expectNotice('Gone.duebook is not there any more')
  await expect(signIn.heading).toBeVisible()
})

/** What the page says and asks once the one before has crashed, which the driver of the tests does not follow. */
const inNewPage = (app: ElectronApplication, code: string): Promise<unknown> =>
  app.evaluate(({ BrowserWindow }, script) => {
    return BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script) as Promise<unknown>
  }, code)

/** The new page says that the window was started again; Home lists the draft, and the log knows the incident. */
const expectStartedAgain = async (app: ElectronApplication, userData: string): Promise<void> => {
  const text = async (): Promise<string> => String(await inNewPage(app, 'document.body.innerText'))
  await expect.poll(text).toMatch(/The window stopped and was started again\. What was typed is kept: Home lists it\./)
  await expect.poll(text).toMatch(/Not posted yet[^]*Northgate Foods/)
  const incident = /Incident ([0-9a-f]{12})/.exec(await text())?.[1] ?? 'none'
  expect(logOf(userData)).toContain(`incident ${incident} in the window: Error`)
  const drafts = JSON.parse(String(await inNewPage(app, `duebook.invoke('drafts.list', '{}', 1_000_000)`))) as {
    readonly value: readonly { readonly body: { readonly lines: readonly { readonly description: string }[] } }[]
  }
  expect(drafts.value.map(({ body }) => body.lines[0]?.description)).toEqual(['Paper'])
}

/** From now on until the next page is there; a page that has crashed answers nothing. */
const nextPage = (app: ElectronApplication, begin: 'crash' | 'hang'): Promise<void> =>
  app.evaluate(async ({ BrowserWindow }, way) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) return
    const loaded = new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()))
    if (way === 'crash') window.webContents.forcefullyCrashRenderer()
    // The system says so half a minute after a key that nobody takes.
    else window.emit('unresponsive')
    await loaded
  }, begin)

test('a window that crashes is started again, says so, and its draft is on Home', async ({ launch }) => {
  const { app, window, userData } = await launch({ args: [books.file] })
  await typeInvoice(window, 'Paper')
  await expect.poll(() => descriptions(window)).toEqual(['Paper'])
  await nextPage(app, 'crash')
  await expectStartedAgain(app, userData)
})

/** Answers the system's question by the words on its button, and remembers it. */
const answerQuestions = (app: ElectronApplication, button: string): Promise<void> =>
  app.evaluate(({ dialog }, label) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const answer = (options: Electron.MessageBoxOptions) => {
      asked.push(options.message)
      return Promise.resolve({ response: (options.buttons ?? []).indexOf(label), checkboxChecked: false })
    }
    dialog.showMessageBox = ((_window: unknown, options: Electron.MessageBoxOptions) => answer(options)) as never
  }, button)
const questions = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'asked') as string[])

test('a window that stops again and again is asked about before it is started once more', async ({ launch }) => {
  const { app, window } = await launch({ args: [books.file] })
  await new ScreenPage(window, 'Home').ready()
  await answerQuestions(app, 'Start it again')
  for (let crashes = 0; crashes < 4; crashes += 1) {
    expect(await questions(app)).toEqual([])
    await nextPage(app, 'crash')
    await expect.poll(() => inNewPage(app, 'document.body.innerText')).toMatch(/The window stopped and was started/)
  }
  expect(await questions(app)).toEqual(['The window keeps stopping.'])
})

test('a window that hangs is asked about, started again, and its draft is on Home', async ({ launch }) => {
  const { app, window, userData } = await launch({ args: [books.file] })
  await typeInvoice(window, 'Paper')
  await expect.poll(() => descriptions(window)).toEqual(['Paper'])
  await answerQuestions(app, 'Start it again')
  await window.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      }, 0),
  )
  await nextPage(app, 'hang')
  expect(await questions(app)).toEqual(['The window does not answer.'])
  await expectStartedAgain(app, userData)
})
