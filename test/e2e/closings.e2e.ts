import type { ElectronApplication, Page } from '@playwright/test'
import { call } from '../../src-main/company-file/company-file.ts'
import { LAST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { addCustomer, newBooks } from './books.ts'
import type { Books } from './books.ts'
import { ask } from './bridge.ts'
import { keepCoresBusy } from './busy.ts'
import type { Launched, LaunchOptions } from './launch-electron.ts'
import { expect, test } from './launch.ts'
import { ReceiptBatchesPage } from './pages/cash-list-pages.ts'
import { InvoicePage } from './pages/invoice-page.ts'
import { SetupPage } from './pages/setup-page.ts'

// CLOSINGS=300 runs so many; CLOSINGS_SEED repeats a run that failed, of closings and of kills.
const SEED = Number(process.env['CLOSINGS_SEED'] ?? 1)
const REST_MS_MAX = 1500

let books: Books
let rest: (() => void) | undefined
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
  })
})
test.afterEach(() => {
  rest?.()
  rest = undefined
  books.remove()
})

/** Duebook with the books open, on cores that are busy from then on: how it starts on such is not asked here. */
const launchOnBusyCores = async (launch: (options: LaunchOptions) => Promise<Launched>): Promise<Launched> => {
  const launched = await launch({ args: [books.file] })
  rest ??= keepCoresBusy()
  return launched
}

const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

/** How a page with something typed in it comes to its end; each resolves once that has begun. */
const ends = {
  'its button': closeWindow,
  'its button, pressed twice': async (app) => {
    await closeWindow(app)
    await closeWindow(app)
  },
  quitting: (app) => app.evaluate(({ app: electron }) => electron.quit()),
  'Ctrl+Q': (_app, window) => window.keyboard.press('Control+q'),
  'a signal': async (app) => void app.process().kill('SIGTERM'),
  'reloading the page': async (_app, window) => void (await window.reload()),
  'closing the company': async (app, window) => {
    await ask(window, 'company.close', {})
    await app.close()
  },
} as const satisfies Record<string, (app: ElectronApplication, window: Page) => Promise<void>>
const ways = Object.keys(ends) as (keyof typeof ends)[]

/** The same numbers from the same seed, from 0 up to 1. */
const randomFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

const count = Number(process.env['CLOSINGS'] ?? ways.length)
for (let number = 0; number < count; number += 1) {
  const way = ways[number % ways.length] ?? 'quitting'
  test(`closing ${number + 1} in the middle of typing loses nothing, by ${way}`, async ({ launch }) => {
    const random = randomFrom(SEED + number * 7919)
    const upTo = (max: number): number => Math.floor(random() * max)
    const { app, window } = await launchOnBusyCores(launch)
    const invoice = new InvoicePage(window)
    await invoice.open()
    await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
    await invoice.press('Enter')
    await invoice.expectCell('Description, line 1')
    const typed = Array.from({ length: 1 + upTo(40) }, () => 'abcdefghij'[upTo(10)]).join('')
    await window.keyboard.type(typed, { delay: upTo(60) })
    const wait = upTo(2) * upTo(REST_MS_MAX)
    await new Promise((resolve) => setTimeout(resolve, wait))

    const ended = app.waitForEvent('close')
    // The window may be gone before it has answered what closed it.
    await ends[way](app, window).catch(() => null)
    const told = `seed ${SEED}, closing ${number + 1}, ${typed.length} keys, ${wait} ms later, by ${way}`
    if (way === 'reloading the page') {
      expect(linesOf(await ask(window, 'drafts.list', { kind: null })), told).toEqual([[typed]])
      await app.close()
    }
    await ended
    const drafts = await books.ask((company) => call(company, 'drafts.list', {}))
    expect(linesOf(drafts), told).toEqual([[typed]])
  })
}

// KILLS=300 kills so many.
const KEY_MS = 33
const LOST_MS_MAX = 1000
const kills = Number(process.env['KILLS'] ?? 2)
for (let number = 0; number < kills; number += 1) {
  test(`kill ${number + 1} in the middle of typing loses nothing older than a second`, async ({ launch }) => {
    const random = randomFrom(SEED + number * 104_729)
    const { app, window } = await launchOnBusyCores(launch)
    const invoice = new InvoicePage(window)
    await invoice.open()
    await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
    await invoice.press('Enter')
    await invoice.expectCell('Description, line 1')
    const began = performance.now()
    const killAt = began + LOST_MS_MAX + random() * 3000
    const typedAt: number[] = []
    let typed = ''
    while (performance.now() < killAt) {
      const key = 'abcdefghij'[typed.length % 10] ?? ''
      await window.keyboard.press(key)
      typed += key
      typedAt.push(performance.now())
      await new Promise((resolve) => setTimeout(resolve, KEY_MS))
    }
    const killed = performance.now()
    const ended = app.waitForEvent('close')
    app.process().kill('SIGKILL')
    await ended
    const drafts = await books.ask((company) => call(company, 'drafts.list', {}))
    const kept = linesOf(drafts)[0]?.[0] ?? ''
    const told = `seed ${SEED}, kill ${number + 1}, ${typed.length} keys, kept ${kept.length}`
    expect(typed.startsWith(kept), told).toBe(true)
    const old = typedAt.filter((at) => at < killed - LOST_MS_MAX).length
    expect(kept.length, told).toBeGreaterThanOrEqual(old)
  })
}

test('a customer chosen by code and Enter as the window closes is in the draft', async ({ launch }) => {
  const { app, window } = await launchOnBusyCores(launch)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await expect(invoice.field('Customer')).toBeFocused()
  // Nobody waits for the list to be looked up.
  await invoice.type('NORTH01')
  await invoice.press('Enter')
  await invoice.type('PO 7')
  await app.close()
  const drafts = await books.ask((company) => call(company, 'drafts.list', {}))
  expect(drafts).toMatchObject([{ title: 'Northgate Foods, 0.00', body: { reference: 'PO 7' } }])
})

test('an invoice posted as the window closes is posted once, and no draft of it stays', async ({ launch }) => {
  const { app, window } = await launchOnBusyCores(launch)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await invoice.press('Enter')
  await invoice.typeLine('Paper', '12')
  await invoice.press('F9')
  await app.close()
  const { rows } = await books.ask((company) => call(company, 'documents.list', { asOf: LAST_DATE }))
  expect(rows).toMatchObject([{ total: 12_00 }])
  expect(await books.ask((company) => call(company, 'drafts.list', {}))).toEqual([])
})

test('a clerk who types without a pause has a draft long before the end', async ({ launch }) => {
  const { window } = await launchOnBusyCores(launch)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await invoice.press('Enter')
  await invoice.expectCell('Description, line 1')
  let isTyping = true
  const typing = window.keyboard.type('no pause at all '.repeat(5), { delay: 100 }).then(() => {
    isTyping = false
  })
  // The customer alone makes no line: this is a draft with some of the text.
  await expect
    .poll(async () => linesOf(await ask(window, 'drafts.list', { kind: null })), { intervals: [100] })
    .toEqual([[expect.stringMatching(/^no pause/)]])
  expect(isTyping).toBe(true)
  await typing
})

test('a half-counted batch and a half-typed form of Setup are there again after the program was killed', async ({
  launch,
}) => {
  const first = await launchOnBusyCores(launch)
  const batches = new ReceiptBatchesPage(first.window)
  await batches.open()
  await batches.press('Control+Insert')
  await expect(batches.dialogField('Name')).toBeFocused()
  await batches.type('Morning post')
  await batches.press('Escape')
  const setup = new SetupPage(first.window)
  await setup.open()
  await setup.section('People', 8)
  await setup.typePerson('Cleo', '4711')
  const stored = async (): Promise<string> =>
    JSON.stringify(await ask(first.window, 'preferences.get', { key: 'unsaved-forms.1' }))
  await expect.poll(stored).toContain('Cleo')
  // A PIN is never written anywhere.
  expect(await stored()).not.toContain('4711')
  const ended = first.app.waitForEvent('close')
  first.app.process().kill('SIGKILL')
  await ended

  const second = await launchOnBusyCores(launch)
  const again = new ReceiptBatchesPage(second.window)
  await again.open()
  await again.press('Control+Insert')
  await expect(again.dialogField('Name')).toHaveValue('Morning post')
  await again.press('Escape')
  const setupAgain = new SetupPage(second.window)
  await setupAgain.open()
  await setupAgain.section('People', 8)
  await expect(setupAgain.field('Name')).toHaveValue('Cleo')
})

/** Answers the system's question by the words on its button, and remembers it. */
const answerQuestions = (app: ElectronApplication, button: string): Promise<void> =>
  app.evaluate(({ dialog }, label) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const answer = (options: Electron.MessageBoxOptions) => {
      asked.push(`${options.message} ${options.detail ?? ''}`)
      return Promise.resolve({ response: (options.buttons ?? []).indexOf(label), checkboxChecked: false })
    }
    dialog.showMessageBox = ((_window: unknown, options: Electron.MessageBoxOptions) => answer(options)) as never
  }, button)
const questions = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'asked') as string[])

test('a page that hangs is waited for, then the clerk is asked and may close it', async ({ launch }) => {
  const { app, window } = await launchOnBusyCores(launch)
  await new InvoicePage(window).open()
  await answerQuestions(app, 'Close anyway')
  await window.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      }, 0),
  )
  const ended = app.waitForEvent('close')
  await closeWindow(app)
  await ended
})

test('what the ledger refuses to save is told before the window closes, and going back keeps it', async ({
  launch,
}) => {
  const { app, window } = await launchOnBusyCores(launch)
  const invoice = new InvoicePage(window)
  await invoice.open()
  await invoice.chooseCustomer('NORTH01', 'Northgate Foods')
  await invoice.press('Enter')
  await invoice.expectCell('Description, line 1')
  await answerQuestions(app, 'Go back')
  // A text larger than any input may be.
  await window.evaluate(() => {
    const cell = document.activeElement as HTMLInputElement
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    set?.call(cell, 'x'.repeat(1_100_000))
    cell.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await closeWindow(app)
  await expect.poll(() => questions(app)).toMatchObject([expect.stringMatching(/could not be saved.*1 MB.*lost/)])
  await expect(invoice.heading).toBeVisible()
  await answerQuestions(app, 'Close anyway')
})

const linesOf = (drafts: readonly { readonly body: unknown }[]): readonly (readonly string[])[] =>
  drafts.map(({ body }) => (body as { lines: { description: string }[] }).lines.map(({ description }) => description))
