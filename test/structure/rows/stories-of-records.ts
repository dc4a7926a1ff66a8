import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { expect } from 'vitest'
import { asksWhoWorks } from '../../../src-main/company-file/asks-who-works.ts'
import { compareBackup } from '../../../src-main/company-file/backup/backup-compare.ts'
import { findBackups } from '../../../src-main/company-file/backup/backup-list.ts'
import { changesOf } from '../../../src-main/company-file/backup/backup-newest.ts'
import { backUpCompany } from '../../../src-main/company-file/backup/backup.ts'
import { openForReading, openForWriting } from '../../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../../src-main/company-file/create-company.ts'
import { companyUidAt } from '../../../src-main/company-file/move-company.ts'
import type { MadeCommand } from '../../../src-main/kernel/made-command.ts'
import type { InputOf } from '../../../src-shared/contract.ts'
import { CLERK_PIN, OWNER, takeOnClerk } from '../../fixtures/clerk.ts'
import { newCompany, profile, temporaryFolder, TEST_NOW, type TestCompany } from '../../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../../fixtures/entries.ts'
import { makeOlderCompany } from '../../fixtures/older-company.ts'
import { HEADERS, mapping, run, writeCsv } from '../../import-export/import-fixture.ts'
import { fresh, usual } from './story-parts.ts'

/** People, a stale edit that names what others changed, how a currency is quoted, numbers of several runs. */
export const recordsOfTheCompany = async (): Promise<void> => {
  const company = newCompany()
  await takeOnClerk(company)
  const { id } = await company.call('people.create', { name: 'Sue', role: 'supervisor', pin: '2222' })
  await company.call('people.update', { id, version: 1, name: 'Sue', role: 'clerk', active: true })
  await company.call('session.signIn', { userId: 1, pin: OWNER.pin })
  const customer = await addCustomer(company, 'ACME')
  const entered = { ...usual('customers.update'), ...fresh(), id: customer, taxCodeId: 1 }
  await company.call('customers.update', entered)
  await company.call('customers.update', {
    ...entered,
    ...fresh(),
    version: 2,
    contacts: [{ name: 'Ann Lee', role: '', phone: '555 0177', email: '' }],
  })
  expect(await company.call('find.everything', { text: 'ann' })).toMatchObject({ customers: [{ id: customer }] })
  await postInvoice(company, customer, '2025-06-01', 100, { reference: 'words' })
  expect(await company.call('find.everything', { text: 'words' })).toMatchObject({ documents: [{}] })
  expect(company.file.workWhileIdle()).toBe(false)
  const stale = { ...entered, ...fresh(), termsId: 2, taxCodeId: 2 }
  expect(await company.dispatch('customers.update', stale)).toMatchObject({ error: { code: 'stale_version' } })
  await company.call('rates.setQuote', { currency: 'GBP', quote: 'indirect', version: null })
  await company.call('rates.setQuote', { currency: 'GBP', quote: 'direct', version: 1 })
  await numbersOfTwoYears(company, customer)
}

const numbersOfTwoYears = async (company: TestCompany, customer: number): Promise<void> => {
  const date = day('2025-06-30')
  const change = async (changes: Partial<InputOf<'numberSeries.change'>>): Promise<void> => {
    const rows = await company.call('numberSeries.list', { date })
    const { version = 0, nextNumber = 1 } = rows.find(({ kind }) => kind === 'invoice') ?? {}
    await company.call('numberSeries.change', {
      kind: 'invoice',
      width: 4,
      prefix: '',
      nextNumber,
      date,
      version,
      ...changes,
    })
  }
  const post = (on: string) => postInvoice(company, customer, on, 100)
  const { through } = await company.call('customers.changedSince', {})
  for (const on of ['2025-06-01', '2025-06-02']) await post(on)
  expect(await company.call('customers.changedSince', { after: through })).toMatchObject({ ids: [customer] })
  // Looks like the run before it.
  await change({ prefix: 'inv-', width: 5, nextNumber: 1, apart: [{ code: 'inv-00001', like: 'INV-00001' }] })
  await post('2025-06-03')
  await change({ prefix: 'Y{year}-', nextNumber: 1 })
  for (const on of ['2025-06-30', '2026-01-02', '2025-07-01', '2026-01-03']) await post(on)
  const [opening] = usual('openingBalances.post').items
  if (opening === undefined) throw new Error('no opening balance')
  const taken = { ...opening, customerId: customer, documentDate: day('2025-01-15'), number: 'Y2025-0003' }
  await company.call('openingBalances.post', { items: [taken] })
  await post('2025-07-02')
  await change({ prefix: 'A-', nextNumber: 1 })
  await post('2025-07-03')
  await change({ prefix: 'Y{year}-', nextNumber: 9 })
  await post('2027-07-04')
}

/** What is given away beyond terms and limits, with a supervisor's approval. */
export const givenAway = async (): Promise<void> => {
  const company = newCompany()
  const clerk = await takeOnClerk(company)
  await company.call('rates.set', { currency: 'GBP', date: day('2025-06-01'), rate: '1.27', version: null })
  await company.call('rates.set', { currency: 'GBP', date: day('2025-06-01'), rate: '1.28', version: 1 })
  await company.call('limits.set', { role: 'clerk', act: 'write_off', most: 0, version: 1 })
  const customer = await addCustomer(company, 'ACME')
  const abroad = await addCustomer(company, 'LEEDS', { currency: 'GBP' })
  await postInvoice(company, abroad, '2025-06-01', 10_000, { rate: '1.27' })
  const note = {
    ...usual('creditNotes.post'),
    ...fresh(),
    customerId: abroad,
    applications: [],
    documentDiscount: null,
  }
  await company.call('creditNotes.post', { ...note, rate: '1.27' })
  const terms = await company.call('terms.create', { ...usual('terms.create'), ...fresh() })
  const invoice = await postInvoice(company, customer, '2025-01-01', 10_000, { termsId: terms.id })
  await postReceipt(company, customer, '2025-06-01', 1_000, [{ documentId: invoice.id, amount: 1_000, discount: 20 }])
  const written = { documentId: invoice.id, amount: 100, discount: 0, writeOff: 10, writeOffReason: 'small' }
  const receipt = { ...usual('receipts.post'), ...fresh(), customerId: customer, applications: [written] }
  await company.call('session.signIn', { userId: clerk, pin: CLERK_PIN })
  await company.call('receipts.post', { ...receipt, approval: { ...OWNER, over: ['over_limit'] } })
}

/** An import of a foreign invoice of a new customer. */
export const movedIn = async (): Promise<void> => {
  const company = newCompany()
  await company.call('rates.set', { currency: 'GBP', date: day('2025-06-01'), rate: '1.27', version: null })
  const file = writeCsv(company, ['NEW,New Ltd,UK,1,2025-06-01,2025-06-30,5.00,,,GBP,1.27'], `${HEADERS},Currency,Rate`)
  const abroad = { ...mapping, columns: { ...mapping.columns, currency: 9, exchange_rate: 10 } }
  await run(company, file, abroad)
}

/** A file from its making on: devices, backups, a second copy, a migration, what is confirmed and made again. */
export const livesOfFiles = async (): Promise<void> => {
  const folder = temporaryFolder()
  const [path, devices] = [join(folder, 'Made.duebook'), join(folder, 'devices.json')]
  const clock = (): Date => TEST_NOW
  createCompanyFile(path, { profile, baseCurrency: 'USD', clock, devices })
  const made: MadeCommand[] = []
  const confirm = (command: MadeCommand): Promise<void> => Promise.resolve(void made.push(command))
  const work = async (file: string, options: object): Promise<void> => {
    const opened = openForWriting(file, { clock, ...options })
    const answer = await opened.dispatch('terms.create', {
      ...usual('terms.create'),
      ...fresh(),
      code: uuidV7().slice(-8),
    })
    expect(answer).toMatchObject({ ok: true })
    for (const command of made.splice(0)) await opened.dispatchAgain(command)
    opened.close()
  }
  await work(path, { devices, confirm })
  const copy = join(folder, 'Copy.duebook')
  copyFileSync(path, copy)
  await work(copy, { devices })
  await work(copy, { devices, confirm })
  const posted = newCompany()
  const customer = await addCustomer(posted, 'ACME')
  const { file: backup } = await backUpCompany(posted.path, posted.folder, clock)
  await postInvoice(posted, customer, '2025-06-01', 100)
  await postReceipt(posted, customer, '2025-06-10', 100)
  compareBackup(backup, posted.path)
  changesOf(posted.path)
  await posted.call('people.setPin', { id: 1, pin: '0815', currentPin: null })
  expect(asksWhoWorks(posted.path)).toBe(true)
  const uid = companyUidAt(posted.path) ?? ''
  // A file from before a migration has no manifest: what it holds is read from it.
  copyFileSync(backup, join(posted.folder, 'Test.before-migration-20250630T120000Z.duebook'))
  expect(findBackups([], uid, posted.path)).toMatchObject([{ holds: { documents: 0 } }])
  await backUpCompany(path, folder, clock)
  const reader = openForReading(path, { clock })
  expect(await reader.dispatch('company.check', {})).toMatchObject({ ok: true })
  reader.close()
  const older = join(folder, 'Older.duebook')
  makeOlderCompany(path, older)
  await work(older, {})
}
