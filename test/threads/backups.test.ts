import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Connection } from '../../src-main/db/connection.ts'
import { BackupKeeper } from '../../src-main/shell/backup-keeper.ts'
import { BackupPlaces } from '../../src-main/shell/backup-places.ts'
import { newOpenShell, newShell, type TestShell } from '../fixtures/shell.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'

const inputs = validInputs('')

/** A shell with a company that has one customer and one invoice. */
const atWork = async (): Promise<TestShell> => {
  const shell = await newOpenShell()
  await shell.ask('customers.create', inputs['customers.create'])
  await shell.ask('invoices.post', inputs['invoices.post'])
  return shell
}

const folderIn = (shell: TestShell, name: string): string => {
  const folder = join(shell.folder, name)
  mkdirSync(folder)
  return folder
}

const choose = async (shell: TestShell, which: 'first' | 'second', name: string): Promise<string> => {
  const folder = folderIn(shell, name)
  shell.chosen.push(folder)
  await shell.ask('backups.choosePlace', { which })
  return folder
}

const backupsIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.duebook')) : []

const numbersIn = (path: string): readonly string[] => {
  const copy = new Connection(path, { readonly: true })
  const numbers = copy.rows<[string]>('SELECT number FROM document ORDER BY id').flat()
  copy.close()
  return numbers
}

const codeOf = async (shell: TestShell, name: Parameters<TestShell['ask']>[0], input: object): Promise<string> => {
  const answer = await shell.answer(name, JSON.stringify(input))
  return answer.ok ? 'done' : answer.error.code
}

const damage = (path: string): void => {
  const tampered = new Connection(path)
  const triggers = tampered.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
  for (const { name } of triggers) tampered.driver.exec(`DROP TRIGGER ${name}`)
  tampered.run(`INSERT INTO instalment (document_id, position, due_date, amount) VALUES (1, 1, '2025-07-30', 1)`)
  tampered.close()
}

describe('where backups go', { timeout: 60_000 }, () => {
  test('is asked, remembered, shown with its path, and its folder is opened', async () => {
    const shell = await atWork()
    const stick = await choose(shell, 'first', 'stick')
    const share = await choose(shell, 'second', 'share')
    const { file, secondRefused } = await shell.ask('company.backUp', {})
    expect(secondRefused).toBe(null)
    expect([backupsIn(stick), backupsIn(share)]).toEqual([[file], [file]])
    expect(await shell.ask('backups.state', {})).toMatchObject({
      company: shell.context.life.known().path,
      places: [
        { which: 'first', folder: stick, isDefault: false, isThere: true, lastAt: expect.any(String) as unknown },
        { which: 'second', folder: share, isDefault: false, isThere: true, lastAt: expect.any(String) as unknown },
      ],
    })
    await shell.ask('backups.openFolder', { which: 'first' })
    expect(shell.desktop).toEqual([stick])
    const { companyUid } = shell.context.life.known()
    const later = new BackupPlaces(join(shell.folder, 'backups.json'), 'elsewhere')
    expect(later.of(companyUid).map(({ folder }) => folder)).toEqual([stick, share])
  })

  test('is no folder of this disk where a stick is not plugged in', async () => {
    const shell = await atWork()
    const stick = await choose(shell, 'first', 'stick')
    rmSync(stick, { recursive: true })
    expect(await codeOf(shell, 'company.backUp', {})).toBe('backup_place_gone')
    expect(await codeOf(shell, 'backups.openFolder', { which: 'first' })).toBe('backup_place_gone')
    expect(existsSync(stick)).toBe(false)
    expect((await shell.ask('backups.state', {})).places).toMatchObject([{ isThere: false, lastAt: null }])
  })

  test('may be two places: one that is gone does not cost the other its backup, and is told', async () => {
    const shell = await atWork()
    const stick = await choose(shell, 'first', 'stick')
    rmSync(await choose(shell, 'second', 'share'), { recursive: true })
    expect(await shell.ask('company.backUp', {})).toMatchObject({ secondRefused: { code: 'backup_place_gone' } })
    expect(backupsIn(stick)).toHaveLength(1)
    await shell.ask('backups.forgetPlace', { which: 'second' })
    expect((await shell.ask('backups.state', {})).places).toHaveLength(1)
  })
})

describe('a company that was closed changed', { timeout: 60_000 }, () => {
  test('is backed up beside what is done next, and what it is backed up to is told', async () => {
    const shell = await atWork()
    const stick = await choose(shell, 'first', 'stick')
    await shell.ask('company.close', {})
    await shell.context.keeper.settle()
    expect(backupsIn(stick)).toHaveLength(1)
    const told = shell.events.filter((event) => event.type === 'backup').map(({ state }) => state.kind)
    expect([told[0], told.at(-1)]).toEqual(['running', 'made'])
    expect(shell.context.places.due).toEqual([])
  })

  test('is backed up at the next start where the program ended first, and nothing half is left', async () => {
    const shell = await atWork()
    const stick = await choose(shell, 'first', 'stick')
    const company = shell.context.life.known()
    await shell.ask('company.close', {})
    await shell.context.keeper.end()
    expect(shell.context.places.due).toEqual([company])
    expect(readdirSync(stick)).toEqual([])
    const places = new BackupPlaces(join(shell.folder, 'backups.json'), shell.context.folders.backups)
    const next = new BackupKeeper({ host: shell.context.host, places, announce: () => {} })
    next.takeUp()
    await next.settle()
    expect(backupsIn(stick)).toHaveLength(1)
    expect(places.due).toEqual([])
  })

  test('without a change is not backed up', async () => {
    const shell = await newOpenShell()
    await shell.ask('company.close', {})
    await shell.context.keeper.settle()
    expect(backupsIn(shell.context.folders.backups)).toEqual([])
  })
})

describe('a backup that is opened', { timeout: 60_000 }, () => {
  test('says that it is one under any name, takes no command, and is never offered as a company', async () => {
    const shell = await atWork()
    const stick = await choose(shell, 'first', 'stick')
    const { file } = await shell.ask('company.backUp', {})
    const renamed = join(shell.folder, 'Harbor.duebook')
    copyFileSync(join(stick, file), renamed)
    for (const path of [join(stick, file), renamed]) {
      shell.chosen.push(path)
      const opened = await shell.ask('company.open', {})
      expect(opened).toMatchObject({ file: basename(path), damage: null, copy: { kind: 'backup' } })
      expect(await shell.ask('documents.get', { id: 1 })).toMatchObject({ number: 'INV-00001' })
      for (const name of ['drafts.save', 'accounts.create', 'preferences.set'] as const)
        expect(await codeOf(shell, name, inputs[name]), name).toBe('file_is_backup')
      expect(await codeOf(shell, 'company.backUp', {})).toBe('file_is_backup')
    }
    const offered = (await shell.ask('company.recent', {})).map((recent) => recent.file)
    expect(offered).toEqual(['Test.duebook'])
  })

  test('takes the place of the company it is of, which stays beside it under another name', async () => {
    const shell = await atWork()
    const stick = await choose(shell, 'first', 'stick')
    const { path } = shell.context.life.known()
    const { file } = await shell.ask('company.backUp', {})
    const again = { ...inputs['invoices.post'], commandUid: '' }
    await shell.ask('invoices.post', again)
    shell.chosen.push(join(stick, file))
    await shell.ask('company.open', {})
    const restored = await shell.ask('backups.restore', {})
    expect(restored).toMatchObject({ company: { file: 'Test.duebook', copy: null, damage: null, twin: null } })
    expect(numbersIn(path)).toEqual(['INV-00001'])
    const previous = join(shell.folder, 'documents', restored?.previous ?? '')
    expect(numbersIn(previous)).toEqual(['INV-00001', 'INV-00002'])
    await shell.ask('accounts.create', inputs['accounts.create'])
    const { backups } = await shell.ask('backups.list', {})
    expect(backups.map(({ kind, place }) => `${kind} ${place}`)).toContain('before_restore beside')
  })

  test('of a company unknown here goes where the clerk says', async () => {
    const maker = await atWork()
    const stick = await choose(maker, 'first', 'stick')
    const { file } = await maker.ask('company.backUp', {})
    const shell = newShell()
    shell.chosen.push(join(stick, file))
    await shell.ask('company.open', {})
    const target = join(shell.folder, 'documents', 'Harbor.duebook')
    shell.chosen.push(null, target)
    expect(await shell.ask('backups.restore', {})).toBe(null)
    expect(await shell.ask('backups.restore', {})).toMatchObject({
      company: { file: 'Harbor.duebook' },
      previous: null,
    })
    expect(numbersIn(target)).toEqual(['INV-00001'])
  })
})

describe('the list of backups', { timeout: 60_000 }, () => {
  test('says of each what it holds, whether it is good, and what the file in use has beyond it', async () => {
    const shell = await atWork()
    const stick = await choose(shell, 'first', 'stick')
    await shell.ask('company.backUp', {})
    await shell.ask('invoices.post', { ...inputs['invoices.post'], commandUid: '' })
    const { backups, company } = await shell.ask('backups.list', {})
    expect(company).toEqual({ file: 'Test.duebook', isThere: true })
    expect(backups).toMatchObject([{ kind: 'backup', place: 'first', holds: { documents: 1, currency: 'USD' } }])
    const token = backups[0]?.token ?? ''
    expect(await shell.ask('backups.check', { token })).toMatchObject({
      problem: null,
      isProved: true,
      holds: { documents: 1 },
    })
    expect(await shell.ask('backups.compare', { token })).toMatchObject({
      missing: { documents: [{ kind: 'invoice', count: 1, first: 'INV-00002', last: 'INV-00002' }] },
      only: { commands: 0, documents: [] },
      inUse: { documents: 2 },
      backup: { documents: 1 },
    })
    writeFileSync(join(stick, backups[0]?.file ?? ''), 'Dear Sir or Madam,'.repeat(500))
    expect(await shell.ask('backups.check', { token })).toMatchObject({ problem: { code: 'file_not_company' } })
    expect(await codeOf(shell, 'backups.restore', { token })).toMatch(/^file_(corrupt|not_company)$/)
    expect(await shell.ask('documents.get', { id: 2 })).toMatchObject({ number: 'INV-00002' })
  })

  test('of a damaged company offers the newest good backup and names what would be missing', async () => {
    const shell = await atWork()
    await choose(shell, 'first', 'stick')
    await shell.ask('company.backUp', {})
    await shell.ask('invoices.post', { ...inputs['invoices.post'], commandUid: '' })
    const { path } = shell.context.life.known()
    await shell.ask('company.close', {})
    await shell.context.keeper.settle()
    const { backups } = await shell.context.host
      .backups<{ backups: { path: string }[] }>({
        do: 'list',
        companyUid: shell.context.recent.list()[0]?.uid ?? '',
        path,
        places: shell.context.places.of(shell.context.recent.list()[0]?.uid ?? ''),
      })
      .catch(() => ({ backups: [] }))
    // The one made on closing is damaged too: the older one is the newest good.
    writeFileSync(backups[0]?.path ?? '', 'Dear Sir or Madam,')
    damage(path)
    shell.chosen.push(path)
    expect((await shell.ask('company.open', {}))?.damage).toMatchObject({ code: 'file_corrupt' })
    const newest = await shell.ask('backups.newestGood', {})
    expect(newest).toMatchObject({ holds: { documents: 1 } })
    expect(await shell.ask('backups.compare', { token: newest?.token ?? '' })).toMatchObject({
      missing: { documents: [{ kind: 'invoice', count: 1, first: 'INV-00002' }] },
    })
    expect(await shell.ask('backups.restore', { token: newest?.token ?? '' })).toMatchObject({
      company: { damage: null },
    })
    expect(numbersIn(path)).toEqual(['INV-00001'])
  })

  test('is there from the welcome screen too', async () => {
    const shell = await atWork()
    await choose(shell, 'first', 'stick')
    await shell.ask('company.close', {})
    await shell.context.keeper.settle()
    const [recent] = await shell.ask('company.recent', {})
    const { backups } = await shell.ask('backups.list', { token: recent?.token ?? '' })
    expect(backups).toHaveLength(1)
    expect(await shell.ask('backups.restore', { token: backups[0]?.token ?? '' })).toMatchObject({
      company: { file: 'Test.duebook' },
    })
  })
})

describe('the file of the open company', { timeout: 60_000 }, () => {
  test('is named, copied as a path, and moved, and goes on where it is', async () => {
    const shell = await atWork()
    const { path } = shell.context.life.known()
    await shell.ask('company.copyPath', {})
    expect(shell.desktop).toEqual([path])
    const target = join(folderIn(shell, 'share'), 'Harbor.duebook')
    shell.chosen.push(target)
    expect(await shell.ask('company.move', {})).toMatchObject({ file: 'Harbor.duebook' })
    expect(existsSync(path)).toBe(false)
    await shell.ask('accounts.create', inputs['accounts.create'])
    expect((await shell.ask('company.recent', {})).map(({ file, folder }) => `${folder}/${file}`)).toEqual([
      'share/Harbor.duebook',
    ])
  })

  test('never moves over another file', async () => {
    const shell = await atWork()
    const other = join(shell.folder, 'Letter.duebook')
    writeFileSync(other, 'Dear Sir or Madam,')
    shell.chosen.push(other)
    expect(await codeOf(shell, 'company.move', {})).toBe('file_exists')
    expect(await shell.ask('documents.get', { id: 1 })).toMatchObject({ number: 'INV-00001' })
  })

  test('goes off the list and stays where it is', async () => {
    const shell = await atWork()
    const { path } = shell.context.life.known()
    const [recent] = await shell.ask('company.recent', {})
    await shell.ask('company.forget', { token: recent?.token ?? '' })
    expect(await shell.ask('company.recent', {})).toEqual([])
    expect(existsSync(path)).toBe(true)
  })
})
