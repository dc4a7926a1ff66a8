import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { MODULES } from '../../scripts/house.mjs'
import { declaredMemos, declaredRefusals, declaredWarnings } from '../../src-shared/refusals.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')
const order = MODULES.map(({ name }) => name)

const declared: readonly (readonly [module: string, sentences: object])[] = [
  ...Object.entries(declaredRefusals),
  ...Object.entries(declaredWarnings),
  ...Object.entries(declaredMemos),
]

/** Who declares each code: a module, or the kit. */
const owner = new Map(
  declared.flatMap(([module, sentences]) => Object.keys(sentences).map((code) => [code, module] as const)),
)

test('no two modules claim one code', () => {
  const claimed = declared.flatMap(([, sentences]) => Object.keys(sentences))
  expect(claimed.filter((code, at) => claimed.indexOf(code) !== at)).toEqual([])
})

/** The codes that the files of a folder name. */
const namedIn = (folder: string): readonly string[] =>
  fs.existsSync(path.join(ROOT, folder))
    ? fs
        .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) =>
          [...fs.readFileSync(path.join(ROOT, folder, file), 'utf8').matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)]
            .map(([, code = '']) => code)
            .filter((code) => owner.has(code))
            .map((code) => `${file}: ${code}`),
        )
    : []
const codeOf = (named: string): string => named.split(': ').at(-1) ?? ''
const isKits = (named: string): boolean => owner.get(codeOf(named)) === 'kit'

test.each(order)('%s says no and warns with its own sentences, the kit’s, and those of modules before it', (module) => {
  const below = order.slice(0, order.indexOf(module) + 1)
  const named = [...namedIn(`src-main/${module}`), ...namedIn(`src-shared/${module}`)]
  expect(named.filter((each) => !isKits(each) && !below.includes(owner.get(codeOf(each)) ?? ''))).toEqual([])
})

test.each(['db', 'kernel', 'company-file', 'threads', 'shell'])('%s says no with the kit’s sentences alone', (room) => {
  const named = namedIn(`src-main/${room}`)
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((each) => !isKits(each))).toEqual([])
})

/** The files of the main process that say something. */
const filesWith = (text: RegExp): readonly string[] =>
  ['src-main', 'src-shared']
    .flatMap((tree) => fs.globSync(`${tree}/**/*.ts`, { cwd: ROOT }))
    .filter((file) => text.test(fs.readFileSync(path.join(ROOT, file), 'utf8')))

test('an answer is wrapped, and an incident named, in one place', () => {
  expect(filesWith(/ok: false, error/)).toEqual(['src-main/kernel/answers.ts'])
  expect(filesWith(/Refusal\('internal'/)).toEqual(['src-main/kernel/answers.ts'])
})

test('what the disk’s codes mean is said in one place for files, and in one for the driver', () => {
  expect(filesWith(/'ENOSPC'/)).toEqual(['src-shared/kit/disk-refusal.ts'])
  expect(filesWith(/'SQLITE_FULL'/)).toEqual(['src-main/db/errors.ts'])
})
