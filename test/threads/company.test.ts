import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { Connection } from '../../src-main/db/connection.ts'
import { migrationFiles } from '../../src-main/db/sql-files.ts'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { newOpenShell, newShell, type TestShell } from '../fixtures/shell.ts'
import { newCompanyFile } from '../fixtures/company.ts'
import { makeOlderCompany } from '../fixtures/older-company.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'

describe('a company', { timeout: 60_000 }, () => {
  test('is made where the clerk says, opened, remembered and told', async () => {
    const shell = newShell()
    shell.chosen.push(join(shell.folder, 'documents', 'Test'))
    const company = {
      name: 'Harbor Paper & Packaging',
      address: '',
      phone: '',
      email: '',
      taxNumber: '',
      baseCurrency: 'USD',
    }
    expect(await shell.ask('company.create', company)).toMatchObject({ file: 'Test.duebook' })
    expect(existsSync(join(shell.folder, 'documents', 'Test.duebook'))).toBe(true)
    const current = await shell.ask('company.current', {})
    expect(current).toMatchObject({
      file: 'Test.duebook',
      damage: null,
      profile: { name: 'Harbor Paper & Packaging' },
    })
    expect(shell.events).toMatchObject([{ type: 'company', company: { file: 'Test.duebook' } }])
    expect(await shell.ask('company.recent', {})).toMatchObject([
      { file: 'Test.duebook', name: 'Harbor Paper & Packaging' },
    ])
  })

  test('is not made when the clerk closes the dialog', async () => {
    const shell = newShell()
    shell.chosen.push(null)
    expect(await shell.ask('company.open', {})).toBe(null)
    expect(await shell.ask('company.current', {})).toBe(null)
  })

  test('that is older says how far it is while it is brought up to date, and nothing when it is not', async () => {
    const shell = await newOpenShell()
    await shell.ask('customers.create', validInputs('')['customers.create'])
    const { path } = shell.context.life.threads()
    await shell.ask('company.close', {})
    const older = join(shell.folder, 'Older.duebook')
    makeOlderCompany(path, older, 8)
    const told: (readonly [number, number])[] = []
    const open = async (file: string): Promise<void> => {
      told.length = 0
      shell.chosen.push(file)
      const opening = shell.start('company.open', '{}', (done, total) => told.push([done, total]))
      expect(JSON.parse(await opening.answer)).toMatchObject({ ok: true })
      await shell.ask('company.close', {})
    }
    await open(older)
    const steps = migrationFiles().length - 8 + 3
    expect(told[0]).toEqual([0, steps])
    expect(told.every(([, total]) => total === steps)).toBe(true)
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b))
    await open(older)
    expect(told).toEqual([])
  })

  test('that is damaged opens for reading: queries work, commands say what to do', async () => {
    const shell = await newOpenShell()
    await shell.ask('customers.create', validInputs('')['customers.create'])
    await shell.ask('invoices.post', validInputs('')['invoices.post'])
    const { path } = shell.context.life.threads()
    await shell.ask('company.close', {})
    const tampered = new Connection(path)
    const triggers = tampered.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    for (const { name } of triggers) tampered.driver.exec(`DROP TRIGGER ${name}`)
    tampered.run(`INSERT INTO instalment (document_id, position, due_date, amount) VALUES (1, 1, '2025-07-30', 1)`)
    tampered.close()

    shell.chosen.push(path)
    const opened = await shell.ask('company.open', {})
    expect(opened?.damage && describeRefusal(opened.damage)).toMatch(/damaged.*backup/)
    expect(await shell.ask('documents.get', { id: 1 })).toMatchObject({ number: 'INV-00001' })
    const refused = await shell.answer('drafts.save', JSON.stringify(validInputs('')['drafts.save']))
    expect(refused).toMatchObject({ ok: false, error: { code: 'file_corrupt' } })
  })

  test('the sample is made with progress, can be cancelled, and is opened again rather than made twice', async () => {
    const shell = newShell()
    const seen: number[] = []
    const made = shell.start('company.openSample', '{}', (done) => seen.push(done))
    while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    made.cancel()
    expect(JSON.parse(await made.answer)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(readdirSync(shell.context.folders.companies)).toEqual([])

    expect(await shell.ask('company.openSample', {})).toMatchObject({ file: 'Sample company.duebook' })
    expect(await shell.ask('company.openSample', {})).toMatchObject({ file: 'Sample company.duebook' })
    const found = readdirSync(shell.context.folders.companies).filter((name) => name.endsWith('.duebook'))
    expect(found).toEqual(['Sample company.duebook'])
  })

  test.each(['company.close', 'company.open'] as const)(
    'what is typed is saved in its own company before %s puts another in its place',
    async (name) => {
      const typed = { ...validInputs('')['drafts.save'], commandUid: uuidV7(), customerId: null, title: 'Half typed' }
      const shell: TestShell = await newOpenShell({
        page: {
          save: async () => {
            const saved = await shell.answer('drafts.save', JSON.stringify(typed))
            return saved.ok ? null : saved.error.code
          },
        },
      })
      const { path } = shell.context.life.threads()
      const other = join(shell.folder, 'Other.duebook')
      newCompanyFile(other)
      if (name === 'company.open') shell.chosen.push(other)
      await shell.ask(name, {})
      if (name === 'company.open') expect(await shell.ask('drafts.list', { kind: null })).toEqual([])
      shell.chosen.push(path)
      await shell.ask('company.open', {})
      expect(await shell.ask('drafts.list', { kind: null })).toMatchObject([{ title: 'Half typed' }])
    },
  )

  test('stays open when what is typed cannot be saved and the clerk goes back', async () => {
    const page = { save: async () => 'The disk is full.', choice: 'stay' } as const
    const shell = await newOpenShell({ page })
    const { path } = shell.context.life.threads()
    const other = join(shell.folder, 'Other.duebook')
    newCompanyFile(other)
    shell.chosen.push(other)
    for (const name of ['company.close', 'company.open'] as const) {
      expect(await shell.answer(name, '{}')).toMatchObject({ ok: false, error: { code: 'cancelled' } })
      expect(shell.context.life.threads().path).toBe(path)
    }
    const opened = await newShell().context.life.open(other)
    expect(opened.file).toBe('Other.duebook')
  })
})
