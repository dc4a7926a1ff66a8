import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newShell } from '../fixtures/shell.ts'

describe('a company', () => {
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
      readOnly: false,
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
})
