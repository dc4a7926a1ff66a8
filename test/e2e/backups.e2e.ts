import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { call } from '../../src-main/company-file/company-file.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { addCustomer, addInvoice, newBooks, type Books } from './books.ts'
import { ask } from './bridge.ts'
import { expect, test } from './launch.ts'
import { ScreenPage } from './pages/screen-page.ts'

let books: Books
test.beforeEach(async () => {
  books = await newBooks(async (company) => {
    const northgate = await addCustomer(company, { code: 'NORTH01', name: 'Northgate Foods' })
    await addInvoice(company, northgate, '2025-05-14', 1_265_50)
  })
})
test.afterEach(() => books.remove())

/** Environment in which the next dialogs answer with these paths. */
const withDialogs = (folder: string, ...answers: readonly (string | null)[]): Record<string, string> => {
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'dialogs.json')
  fs.writeFileSync(file, JSON.stringify(answers))
  return { DUEBOOK_TEST_DIALOGS: file }
}

const made = (folder: string): readonly string[] =>
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.duebook'))
    .toSorted()

/** A picture of the window by light and by dark, where a folder is named for them. */
const picture = async (window: Page, name: string): Promise<void> => {
  const folder = process.env['PICTURES']
  if (folder === undefined) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await window.waitForTimeout(300)
    await window.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) })
  }
}

test('back up now asks where, remembers it, shows the path; the list restores, and what was in use stays', async ({
  launch,
}, info) => {
  test.setTimeout(180_000)
  const stick = info.outputPath('stick')
  fs.mkdirSync(stick, { recursive: true })
  const { window } = await launch({ args: [books.file], env: withDialogs(info.outputDir, stick) })
  const home = new ScreenPage(window, 'Home')
  await home.ready()
  await expect(window.getByText('There is no good backup of this company yet.')).toBeVisible()
  await picture(window, 'home-warning')

  await home.command('Back up now')
  await expect(window.getByRole('dialog')).toContainText('a backup on the same disk is lost with it')
  await window.getByRole('button', { name: 'Choose the first place' }).focus()
  await home.press('Enter')
  await expect(window.getByRole('dialog')).toContainText(stick)
  await picture(window, 'backup-dialog')
  await window.getByRole('button', { name: 'Back up Enter' }).focus()
  await home.press('Enter')
  await expect(window.getByText(/Backed up to Harbor\.backup-.*\.duebook in /)).toContainText(stick)
  expect(made(stick)).toHaveLength(1)
  await expect(window.getByText('There is no good backup')).toHaveCount(0)

  await ask(window, 'accounts.create', { code: '4177', name: 'Services', type: 'income' })
  await home.command('Backups and restore')
  await expect(window.getByText('Not in it, and gone from the books by a restore')).toContainText('1 command')
  await expect(window.getByText(books.file)).toBeVisible()
  await picture(window, 'backups')
  await window.getByRole('button', { name: 'Check it' }).focus()
  await home.press('Enter')
  await expect(window.getByText('It is good: every byte')).toBeVisible()
  await window.getByRole('button', { name: /^Restore it/ }).focus()
  await home.press('Enter')
  await expect(window.getByRole('alertdialog')).toContainText('stays beside it under another name')
  await picture(window, 'restore-dialog')
  await window.getByRole('alertdialog').getByRole('button', { name: 'Restore it' }).focus()
  await home.press('Enter')
  await expect(
    window.getByText(/Harbor\.duebook is restored\. What was in use is now Harbor\.before-restore/),
  ).toBeVisible()
  expect((await ask(window, 'accounts.list', {})).map(({ code }) => code)).not.toContain('4177')
  expect(made(path.dirname(books.file)).some((name) => name.includes('.before-restore-'))).toBe(true)
})

test('a backup that is opened says so on every screen, takes nothing, and is not offered as a company', async ({
  launch,
}, info) => {
  test.setTimeout(180_000)
  const stick = info.outputPath('stick')
  fs.mkdirSync(stick, { recursive: true })
  const first = await launch({ args: [books.file], env: withDialogs(info.outputDir, stick) })
  const home = new ScreenPage(first.window, 'Home')
  await home.ready()
  await ask(first.window, 'backups.choosePlace', { which: 'first' })
  const { file } = await ask(first.window, 'company.backUp', {})
  const renamed = info.outputPath('Harbor copy.duebook')
  fs.copyFileSync(path.join(stick, file), renamed)
  await first.app.close()

  const { window, app } = await launch({ userData: first.userData, args: [renamed] })
  const looked = new ScreenPage(window, 'Home')
  await looked.ready()
  const banner = window.getByText(/This is a backup of Harbor Paper, made .* nothing can be entered/)
  await expect(banner).toBeVisible()
  await picture(window, 'look-only')
  await looked.command('Customers')
  await expect(banner).toBeVisible()
  await expect(ask(window, 'accounts.create', { code: '4177', name: 'Services', type: 'income' })).rejects.toThrow(
    'file_is_backup',
  )
  await looked.command('Close company')
  await expect(window.getByRole('button', { name: /Harbor\.duebook in/ })).toBeVisible()
  await expect(window.getByText('Harbor copy.duebook')).toHaveCount(0)
  await picture(window, 'welcome')
  await window.getByRole('button', { name: 'Backups of Harbor Paper' }).focus()
  await looked.press('Enter')
  await expect(window.getByRole('heading', { name: 'Backups and restore' })).toBeVisible()
  await expect(window.getByText('It holds all that Harbor.duebook holds.')).toBeVisible()
  await picture(window, 'welcome-backups')
  await looked.press('Escape')
  await window.getByRole('button', { name: 'Take Harbor Paper off the list' }).focus()
  await looked.press('Enter')
  await expect(window.getByText('Companies you open are listed here.')).toBeVisible()
  expect(fs.existsSync(books.file)).toBe(true)
  await app.close()
})

test('a damaged file offers its newest good backup at once and names what would be missing', async ({
  launch,
}, info) => {
  test.setTimeout(180_000)
  const stick = info.outputPath('stick')
  fs.mkdirSync(stick, { recursive: true })
  const first = await launch({ args: [books.file], env: withDialogs(info.outputDir, stick) })
  await new ScreenPage(first.window, 'Home').ready()
  await ask(first.window, 'backups.choosePlace', { which: 'first' })
  await ask(first.window, 'company.backUp', {})
  await first.app.close()
  await books.ask((company) => call(company, 'accounts.create', { code: '4177', name: 'Services', type: 'income' }))
  const tampered = new Connection(books.file)
  tampered.driver.exec('PRAGMA foreign_keys = OFF; DELETE FROM open_item')
  tampered.close()

  const { window } = await launch({ userData: first.userData, args: [books.file] })
  const home = new ScreenPage(window, 'Home')
  await expect(window.getByText(/Harbor\.duebook is damaged.*Its newest good backup is of/)).toBeVisible()
  await expect(window.getByText('Not in it, and gone from the books by a restore')).toContainText('1 command')
  await picture(window, 'damaged')
  await window.getByRole('button', { name: 'Restore it' }).focus()
  await home.press('Enter')
  await expect(window.getByRole('alertdialog')).toContainText('What is in use now stays beside it')
  await window.getByRole('alertdialog').getByRole('button', { name: 'Restore it' }).focus()
  await home.press('Enter')
  await expect(window.getByText(/Harbor\.duebook is restored/)).toBeVisible()
  await expect(window.getByText(/is damaged/)).toHaveCount(0)
  await ask(window, 'accounts.create', { code: '4177', name: 'Services', type: 'income' })
})
