import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { contract, type OperationName } from '../../src-shared/contract.ts'
import type { Answer } from '../../src-shared/kit/operation.ts'
import { refusalCodes } from '../../src-shared/refusals.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newOpenShell, type TestShell } from '../fixtures/shell.ts'
import { COMMAND_UID, validInputs } from '../fixtures/valid-inputs.ts'

/** Every operation is sent what a broken or hostile window could send, to a real company in real threads. */

const names = Object.keys(contract) as OperationName[]

/** What no field of any operation takes, as JSON text: some of it no program could make from a value. */
const hostile: Readonly<Record<string, string>> = {
  'a prototype': '{"__proto__":{"role":"supervisor"}}',
  'an infinite number': '1e309',
  'an unsafe integer': '9007199254740993',
  'a NUL': '"a\\u0000b"',
  'a lone surrogate': '"\\ud800"',
  'a huge text': JSON.stringify('x'.repeat(200_000)),
  'a deep list': '['.repeat(500) + ']'.repeat(500),
}

/** What some fields take: then the operation does its work or refuses, but never breaks. */
const odd: Readonly<Record<string, string>> = {
  'a constructor': '{"constructor":{"prototype":{"role":"supervisor"}}}',
  'a fraction': '0.1',
  'a negative zero': '-0',
  'a negative number': '-1',
  'a path': '"../../etc/passwd"',
  nothing: 'null',
  truth: 'true',
  'an empty text': '""',
  'an empty list': '[]',
}

const injections = [
  `'; DROP TABLE document; --`,
  `" OR ""="`,
  `') UNION SELECT sql FROM sqlite_schema --`,
  `NEAR(a b)`,
  `a* AND NOT b`,
  `"`,
  `%_%`,
  `$1 ?1 :name @name`,
  `<script>alert(1)</script>`,
  `=HYPERLINK("x")`,
]

/** Fields whose value is any JSON at all: a draft's body and a preference. */
const takesAnyJson = new Set(['preferences.set value', 'drafts.save body'])

/** Each way to put `text` in place of one value of the input, at any depth; the path says where. */
const spoiled = (input: unknown, text: string): readonly (readonly [path: string, json: string])[] => {
  const mark = 'spoiled-here'
  const found: (readonly [string, string])[] = []
  const visit = (value: unknown, path: string, rebuild: (changed: unknown) => unknown): void => {
    if (path !== '') found.push([path, JSON.stringify(rebuild(mark)).replace(`"${mark}"`, () => text)])
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const change = (changed: unknown): unknown =>
        Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }
      visit(inner, path === '' ? key : `${path}.${key}`, (changed) => rebuild(change(changed)))
    }
  }
  visit(input, '', (changed) => changed)
  return found
}

/** An open company with a customer and an invoice, and the token of a file the clerk chose. */
const prepared = async (): Promise<{ shell: TestShell; inputs: ReturnType<typeof validInputs> }> => {
  const shell = await newOpenShell()
  const file = join(shell.folder, 'invoices.csv')
  writeFileSync(file, 'customer,number,date,amount\nACME,1,2025-06-01,5.00\n')
  const inputs = validInputs(shell.context.tokens.issue(file, 'import'))
  await shell.ask('customers.create', { ...inputs['customers.create'], code: 'FIRST' })
  await shell.ask('invoices.post', inputs['invoices.post'])
  return { shell, inputs }
}

const isRefusal = (answer: Answer<unknown>): boolean =>
  !answer.ok && answer.error.code !== 'internal' && refusalCodes.includes(answer.error.code)

/** Not one incident, and every rule of the books still holds. */
const expectSound = async (shell: TestShell): Promise<void> => {
  expect(shell.logged, 'incidents').toEqual([])
  expect(Object.getPrototypeOf({})).not.toHaveProperty('role')
  const { rules, chain } = await shell.ask('company.check', {})
  expect(rules.filter((rule) => rule.violations > 0)).toEqual([])
  expect(chain.intact).toBe(true)
}

/** So that a command does its work each time, instead of answering what it did the first time. */
const withFreshUid = (json: string): string => json.replace(COMMAND_UID, uuidV7())

/** Operations that would do their work on the whole machine when a spoiled input happens to be taken. */
const worksOutside = (name: OperationName): boolean => contract[name].kind === 'shell'

describe('input of unknown origin', { timeout: 180_000 }, () => {
  test('every operation refuses what is no object, and a field it does not know', async () => {
    const { shell, inputs } = await prepared()
    for (const name of names) {
      for (const root of ['null', '[]', '1e309', 'true', '"x"', '{', '', 'NaN', '[[[[]]]]', undefined, 7, {}, []]) {
        expect(isRefusal(await shell.answer(name, root)), `${name} ${JSON.stringify(root)}`).toBe(true)
      }
      const json = JSON.stringify(inputs[name])
      for (const unknown of ['"path":"/etc/passwd"', '"__proto__":{"role":"supervisor"}', '"toString":1']) {
        const text = json === '{}' ? `{${unknown}}` : json.replace(/\}$/, `,${unknown}}`)
        expect(await shell.answer(name, text), `${name} ${unknown}`).toMatchObject({ ok: false })
      }
    }
    await expectSound(shell)
  })

  test('every field of every operation refuses what no field takes', async () => {
    const { shell, inputs } = await prepared()
    for (const name of names) {
      for (const [title, text] of Object.entries(hostile)) {
        for (const [path, json] of spoiled(inputs[name], text)) {
          if (takesAnyJson.has(`${name} ${path.split('.')[0]}`)) continue
          expect(isRefusal(await shell.answer(name, json)), `${name}: ${title} as ${path}`).toBe(true)
        }
      }
    }
    await expectSound(shell)
  })

  test('every field of every operation takes or refuses what is odd, and nothing breaks', async () => {
    const { shell, inputs } = await prepared()
    for (const name of names.filter((each) => !worksOutside(each))) {
      for (const text of [...Object.values(odd), ...injections.map((injection) => JSON.stringify(injection))]) {
        for (const [path, json] of spoiled(inputs[name], text)) {
          const answer = await shell.answer(name, withFreshUid(json))
          expect(answer.ok || isRefusal(answer), `${name}: ${text} as ${path}: ${JSON.stringify(answer)}`).toBe(true)
        }
      }
    }
    await expectSound(shell)
  })

  test('an operation that does not exist is refused', async () => {
    const { shell } = await prepared()
    for (const name of [
      '',
      'customers',
      'customers.',
      'toString',
      '__proto__',
      'constructor',
      'customers.drop',
      7,
      null,
      undefined,
      {},
    ]) {
      expect(await shell.answer(name, '{}')).toMatchObject({ ok: false, error: { code: 'unknown_operation' } })
    }
  })
})
