import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract, type OperationName } from '../../src-shared/contract.ts'
import type { z } from 'zod'
import { fileOperations } from '../../src-main/shell/calls.ts'
import { fileNameFor } from '../../src-main/shell/file-name.ts'
import { writeWholeFile } from '../../src-main/shell/whole-file.ts'
import { temporaryFolder } from '../fixtures/company.ts'
import { newOpenShell, type TestShell } from '../fixtures/shell.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'

const csv = 'customerID,invoiceNumber,InvoiceDate,InvoiceAmount\nACME,1,2025-06-01,5.00\n'
const code = async (shell: TestShell, name: OperationName, input: unknown): Promise<string> => {
  const answer = await shell.answer(name, JSON.stringify(input))
  return answer.ok ? 'taken' : answer.error.code
}

describe('files the clerk chooses', { timeout: 60_000 }, () => {
  test('no answer and no event ever holds a path', async () => {
    const shell = await newOpenShell()
    writeFileSync(join(shell.folder, 'invoices.csv'), csv)
    shell.chosen.push(join(shell.folder, 'invoices.csv'))
    const answers = [
      await shell.ask('imports.choose', {}),
      await shell.ask('company.recent', {}),
      await shell.ask('company.current', {}),
      await shell.ask('company.backUp', {}),
      shell.events,
    ]
    expect(JSON.stringify(answers)).not.toContain(shell.folder)
  })

  test('an import’s token serves preview, check and run, and no second run', async () => {
    const shell = await newOpenShell()
    writeFileSync(join(shell.folder, 'invoices.csv'), csv)
    shell.chosen.push(join(shell.folder, 'invoices.csv'))
    const chosen = await shell.ask('imports.choose', {})
    const token = chosen?.token ?? ''
    const { mapping: found } = await shell.ask('imports.preview', { token })
    const mapping = { ...found, documents: 'invoices' as const }
    const { fileHash, problems } = await shell.ask('imports.dryRun', { token, mapping })
    expect(problems).toEqual([])
    const run = { ...validInputs(token)['imports.run'], mapping, fileHash }
    expect(await shell.ask('imports.run', run)).toMatchObject({ invoices: 1 })
    expect(await code(shell, 'imports.run', run)).toBe('token_invalid')
    expect(await code(shell, 'imports.preview', { token })).toBe('token_invalid')
  })

  test('a token for one thing opens nothing else', async () => {
    const shell = await newOpenShell()
    const [recent] = await shell.ask('company.recent', {})
    const imported = shell.context.tokens.issue(join(shell.folder, 'documents', 'Test.duebook'), 'import')
    expect(await code(shell, 'imports.preview', { token: recent?.token })).toBe('token_invalid')
    expect(await code(shell, 'company.open', { token: imported })).toBe('token_invalid')
    expect(await code(shell, 'company.open', { token: '0'.repeat(32) })).toBe('token_invalid')
  })

  test('every operation that takes a token gets its file from the shell', () => {
    const withToken = (Object.keys(contract) as OperationName[]).filter(
      (name) => contract[name].kind !== 'shell' && 'token' in (contract[name].input as z.ZodObject).shape,
    )
    expect(withToken.toSorted()).toEqual(fileOperations.toSorted())
  })

  test('a company opened by a link is the file itself, which cannot be opened twice', async () => {
    const shell = await newOpenShell()
    const link = join(shell.folder, 'Link.duebook')
    symlinkSync(join(shell.folder, 'documents', 'Test.duebook'), link)
    const before = shell.context.life.threads()
    shell.chosen.push(link)
    expect(await shell.ask('company.open', {})).toMatchObject({ file: 'Test.duebook' })
    expect(shell.context.life.threads()).toBe(before)
  })

  test('a file that is gone, or no company, is refused, and what is open stays open', async () => {
    const shell = await newOpenShell()
    writeFileSync(join(shell.folder, 'notes.duebook'), 'not a company at all, just a text that someone renamed')
    shell.chosen.push(join(shell.folder, 'gone.duebook'), join(shell.folder, 'notes.duebook'))
    expect(await code(shell, 'company.open', {})).toBe('file_not_found')
    expect(await code(shell, 'company.open', {})).toBe('file_not_company')
    expect(await shell.ask('company.current', {})).toMatchObject({ file: 'Test.duebook' })
    expect(await shell.ask('accounts.list', {})).not.toEqual([])
  })
})

describe('files that are written', { timeout: 60_000 }, () => {
  test('appear whole, and replace a symbolic link instead of following it', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'precious.txt'), 'precious')
    symlinkSync(join(folder, 'precious.txt'), join(folder, 'statement.pdf'))
    await writeWholeFile(join(folder, 'statement.pdf'), 'new')
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('precious')
    expect(readFileSync(join(folder, 'statement.pdf'), 'utf8')).toBe('new')
    expect(readdirSync(folder).toSorted()).toEqual(['precious.txt', 'statement.pdf'])
  })

  test('leave nothing behind when they cannot be put in place', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'statement.pdf', 'inside'), { recursive: true })
    await expect(writeWholeFile(join(folder, 'statement.pdf'), 'new')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/)
    expect(readdirSync(folder)).toEqual(['statement.pdf'])
  })

  test('a statement is saved under the name the clerk gives, into a folder that is there', async () => {
    const shell = await newOpenShell()
    await shell.ask('customers.create', validInputs('')['customers.create'])
    const statement = validInputs('')['statements.savePdf']
    shell.chosen.push(join(shell.folder, 'Acme June'), null, join(shell.folder, 'missing', 'Acme.pdf'))
    expect(await shell.ask('statements.savePdf', statement)).toEqual({ file: 'Acme June.pdf' })
    expect(readFileSync(join(shell.folder, 'Acme June.pdf'), 'latin1')).toMatch(/^%PDF-/)
    expect(await shell.ask('statements.savePdf', statement)).toBe(null)
    expect(await code(shell, 'statements.savePdf', statement)).toBe('file_not_found')
    expect(await code(shell, 'statements.print', statement)).toBe('no_printer')
  })

  test('a changed company is backed up as it closes, an unchanged one is not', async () => {
    const shell = await newOpenShell()
    const { backups } = shell.context.folders
    const file = shell.context.life.threads().path
    await shell.ask('company.close', {})
    expect(existsSync(backups)).toBe(false)
    await shell.context.life.open(file)
    await shell.ask('accounts.create', validInputs('')['accounts.create'])
    await shell.ask('company.close', {})
    await shell.context.keeper.settle()
    const [folder = ''] = readdirSync(backups)
    expect(readdirSync(join(backups, folder)).some((name) => name.endsWith('.duebook'))).toBe(true)
  })

  test('a company closes although its backup fails, and the clerk is told', async () => {
    const shell = await newOpenShell()
    writeFileSync(shell.context.folders.backups, 'a file where the folder should be')
    await shell.ask('accounts.create', validInputs('')['accounts.create'])
    await shell.ask('company.close', {})
    await shell.context.keeper.settle()
    expect(shell.events.at(-1)).toMatchObject({ type: 'backup', state: { kind: 'refused', place: 'first' } })
    expect(await shell.ask('company.current', {})).toBe(null)
  })

  test.each([
    ['Harbor Paper & Packaging', 'Harbor Paper & Packaging'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows', 'C Windows'],
    ['a\u0000b\u202Ec', 'a b c'],
    ['CON', 'Duebook CON'],
    ['...', 'Duebook'],
    ['x'.repeat(300), 'x'.repeat(80)],
  ])('the name %j becomes the file name %j', (name, expected) => {
    expect(fileNameFor(name)).toBe(expected)
  })
})

describe('recent companies', { timeout: 60_000 }, () => {
  test('are offered newest first while their files are there, and opened by their token once', async () => {
    const shell = await newOpenShell()
    const other = join(shell.folder, 'documents', 'Other.duebook')
    shell.chosen.push(other)
    await shell.ask('company.create', validInputs('')['company.create'])
    const listed = await shell.ask('company.recent', {})
    expect(listed.map(({ file }) => file)).toEqual(['Other.duebook', 'Test.duebook'])
    const token = listed[1]?.token ?? ''
    expect(await shell.ask('company.open', { token })).toMatchObject({ file: 'Test.duebook' })
    expect(await code(shell, 'company.open', { token })).toBe('token_invalid')
    rmSync(other)
    expect((await shell.ask('company.recent', {})).map(({ file }) => file)).toEqual(['Test.duebook'])
  })
})
