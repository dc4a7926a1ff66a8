import type { ElectronApplication } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import type { Bridge } from '../../src-shared/bridge.ts'
import { ask } from './bridge.ts'
import { expect, test } from './launch.ts'

const company = { name: 'Harbor Paper', address: '', phone: '', email: '', taxNumber: '', baseCurrency: 'USD' }
const draft = { uid: uuidV7(), kind: 'invoice', customerId: null, title: 'Half typed', body: { lines: [] } } as const

/** Environment in which the next file dialogs answer with these paths. */
const withDialogs = (folder: string, answers: readonly (string | null)[]): Record<string, string> => {
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'dialogs.json')
  fs.writeFileSync(file, JSON.stringify(answers))
  return { DUEBOOK_TEST_DIALOGS: file }
}

const backups = (userData: string): readonly string[] =>
  fs
    .readdirSync(path.join(userData, 'backups'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.duebook'))

const quit = async (app: ElectronApplication): Promise<void> => {
  const closed = app.waitForEvent('close')
  await app.evaluate(({ app: electron }) => electron.quit())
  await closed
}

test('a company is made, changed, closed with a backup, and opened again from the command line', async ({
  launch,
}, info) => {
  const file = info.outputPath('Harbor.duebook')
  const first = await launch({ env: withDialogs(info.outputDir, [file]) })
  expect(await ask(first.window, 'company.create', company)).toMatchObject({ file: 'Harbor.duebook' })
  await ask(first.window, 'accounts.create', { code: '4100', name: 'Services', type: 'income' })
  await quit(first.app)
  expect(backups(first.userData)).toHaveLength(1)
  expect(fs.existsSync(`${file}-wal`)).toBe(false)

  const second = await launch({ userData: first.userData, args: [file] })
  expect(await ask(second.window, 'company.current', {})).toMatchObject({ file: 'Harbor.duebook' })
  expect((await ask(second.window, 'accounts.list', {})).map(({ code }) => code)).toContain('4100')
  expect(await ask(second.window, 'company.recent', {})).toMatchObject([{ file: 'Harbor.duebook' }])
  await quit(second.app)

  const third = await launch({ userData: first.userData })
  await expect(third.window.getByRole('button', { name: 'Harbor.duebook' })).toBeFocused()
})

test('what a page saves as its window closes is kept', async ({ launch }, info) => {
  const file = info.outputPath('Harbor.duebook')
  const first = await launch({ env: withDialogs(info.outputDir, [file]) })
  await ask(first.window, 'company.create', company)
  await first.window.evaluate(
    (input) => {
      const { duebook } = globalThis as unknown as { duebook: { invoke: (...args: unknown[]) => Promise<string> } }
      addEventListener('beforeunload', () => void duebook.invoke('drafts.save', JSON.stringify(input), 1))
    },
    { ...draft, commandUid: uuidV7() },
  )
  const closed = first.app.waitForEvent('close')
  await first.window.evaluate(() => void setTimeout(() => globalThis.close(), 0))
  await closed
  const second = await launch({ userData: first.userData, args: ['--open', file] })
  expect(await ask(second.window, 'drafts.list', { kind: null })).toMatchObject([{ title: 'Half typed' }])
})

test('a second Duebook on the same file is refused, and says who has it', async ({ launch }, info) => {
  const file = info.outputPath('Harbor.duebook')
  const first = await launch({ env: withDialogs(info.outputDir, [file]) })
  await ask(first.window, 'company.create', company)
  const second = await launch({ env: withDialogs(path.join(info.outputDir, 'second'), [file]) })
  await expect(ask(second.window, 'company.open', {})).rejects.toThrow('file_in_use')
  expect(await ask(first.window, 'accounts.list', {})).not.toEqual([])
})

test('a file named on the command line that cannot be opened is told in the window', async ({ launch }, info) => {
  const { window } = await launch({ args: [info.outputPath('Gone.duebook')] })
  await expect(window.getByText(/Gone\.duebook is not there any more/)).toBeVisible()
  expect(await ask(window, 'company.current', {})).toBe(null)
})

test('the sample is made with progress, and stopped from the window', async ({ launch }) => {
  const { window } = await launch()
  const outcome = await window.evaluate(async () => {
    const { duebook } = globalThis as unknown as { duebook: Bridge }
    let reports = 0
    duebook.onEvent((event) => {
      if (event.type !== 'progress' || event.callId !== 1_000_000) return
      reports += 1
      duebook.cancel(1_000_000)
    })
    return { answer: await duebook.invoke('company.openSample', '{}', 1_000_000), reports }
  })
  expect(JSON.parse(outcome.answer)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(outcome.reports).toBeGreaterThan(0)
  expect(await ask(window, 'company.current', {})).toBe(null)
})

test('a statement is printed from its own pages', async ({ launch }, info) => {
  const printed = info.outputPath('printed')
  fs.mkdirSync(printed, { recursive: true })
  const env = { ...withDialogs(info.outputDir, [info.outputPath('Harbor.duebook')]), DUEBOOK_TEST_PRINTER: printed }
  const { window } = await launch({ env })
  await ask(window, 'company.create', company)
  const address = {
    line1: '1 Main Street',
    line2: '',
    city: 'Portland',
    region: 'ME',
    postalCode: '04101',
    country: '',
  }
  const { id } = await ask(window, 'customers.create', {
    code: 'ACME',
    name: 'Acme',
    currency: 'USD',
    termsId: 1,
    taxCodeId: null,
    creditLimit: null,
    onHold: false,
    phone: '',
    email: '',
    taxNumber: '',
    memo: '',
    billingAddress: address,
    shippingAddress: address,
    contacts: [],
  })
  const statement = { customerId: id, statementDate: '2025-06-30', form: 'open_item', from: null } as never
  expect(await ask(window, 'statements.print', statement)).toEqual({ pages: 1 })
  const [name = ''] = fs.readdirSync(printed)
  const bytes = fs.readFileSync(path.join(printed, name))
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  // One page with a picture of it: an empty page would be a few kilobytes.
  expect(bytes.length).toBeGreaterThan(20_000)
})

test('nothing the clerk typed is found in logs, settings or what the browser keeps', async ({ launch }, info) => {
  const file = info.outputPath('Harbor.duebook')
  const { app, window, userData } = await launch({ env: withDialogs(info.outputDir, [file]) })
  await ask(window, 'company.create', company)
  const secret = 'Zubrowka-81234'
  await ask(window, 'accounts.create', { code: '4177', name: secret, type: 'income' })
  await ask(window, 'preferences.set', { key: 'secret', value: secret })
  await ask(window, 'find.everything', { text: secret, limit: 5 })
  await expect(ask(window, 'accounts.create', { code: '4177', name: secret, type: 'income' })).rejects.toThrow(
    'code_taken',
  )
  await expect(ask(window, 'drafts.get', { uid: secret })).rejects.toThrow('invalid_input')
  await quit(app)
  const kept = fs
    .readdirSync(userData, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const leaking = kept.filter(
    (name) => !name.includes(`${path.sep}backups${path.sep}`) && fs.readFileSync(name).includes(secret),
  )
  expect(leaking).toEqual([])
})
