import { addCustomer, newBooks } from './books.ts'
import { newDesk } from './dialogs.ts'
import { expect, test } from './launch.ts'
import { ImportPage } from './pages/import-page.ts'
import { ScreenPage } from './pages/screen-page.ts'
import { SetupPage } from './pages/setup-page.ts'
import { shoot } from './shoot.ts'

const LINES = [
  'Smith & Sons;;;;;;',
  'Open items as of 30 June 2025;;;;;;',
  '',
  'Code;Name;Doc No;Type;Date;Due;Open Balance',
  'CEDAR1;Cedar & Sons;00041;Invoice;05.06.25;05.07.25;1.500',
  'CEDAR1;Cedar & Sons;41;Invoice;06.06.25;06.07.25;2.750',
  'MUSIC;Dvo\u00f8\u00e1k Hudba;CM-7;Credit Memo;07.06.25;;(150)',
  'music;Dvo\u00f8\u00e1k Hudba;78;Invoice;08.06.25;;12.500',
  'M\u00dcLLER;M\u00fcller S\u00f8n;79;Invoice;2025-06-31;;4.000',
  'Total;;;;;;20.600',
]

test('the questions of an import and their answers, light and dark', async ({ launch }) => {
  const desk = newDesk()
  const books = await newBooks(async (company) => {
    await addCustomer(company, { code: 'CEDAR01', name: 'Cedar & Sons' })
  })
  const { window } = await launch({ args: [books.file], env: desk.env })
  desk.answer(desk.file('old books.csv', Buffer.from(LINES.join('\r\n'), 'latin1')))
  const screen = new ImportPage(window)
  await screen.open()
  await shoot(window, 'import-choose')
  await screen.chooseFile()
  await shoot(window, 'import-columns')
  await screen.check()
  await shoot(window, 'import-asked')
  await screen.field('How the file is written').selectOption('windows-1252')
  await screen.field('Before the decimals').selectOption(',')
  await screen.field('The rows are, needed').selectOption('open_items')
  await shoot(window, 'import-answered')
  await screen.check()
  await expect(screen.list('Rows that cannot be imported').getByRole('row').nth(1)).toBeVisible()
  await shoot(window, 'import-problems')
  await window.setViewportSize({ width: 1280, height: 720 })
  await shoot(window, 'import-problems-small')

  const record = new ScreenPage(window, 'New customer')
  await record.press('Escape', 'Control+h')
  await record.command('New customer')
  await record.field('Name').fill('Cedar again')
  await record.field('Code').fill('cedar 1')
  await record.press('F9')
  await expect(window.getByText('looks like CEDAR01')).toBeVisible()
  await shoot(window, 'look-alike-customer')

  const setup = new SetupPage(window)
  await setup.press('Escape', 'Control+h')
  await setup.open()
  await setup.field('Thousands').scrollIntoViewIfNeeded()
  await shoot(window, 'setup-thousands')
  books.remove()
  desk.clear()
})
