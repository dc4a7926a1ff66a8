import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeFaults } from './code-faults.ts'
import { countedFaults } from './counted-faults.ts'
import { queryFaults } from './query-faults.ts'
import { storedFaults } from './stored-faults.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const all = [...queryFaults, ...storedFaults, ...countedFaults, ...codeFaults]

describe('the faults that npm run planted puts in', () => {
  test.each(all)(
    '$name has its one place in the program of today, and tests to be caught by',
    ({ file, from, tests }) => {
      const places = readFileSync(join(ROOT, file), 'utf8').split(from).length - 1
      expect(places, `${file}: ${from}`).toBe(1)
      expect(tests.filter((named) => !existsSync(join(ROOT, named)))).toEqual([])
    },
  )

  test('are all told of in docs/planted-faults.md', () => {
    const told = readFileSync(join(ROOT, 'docs/planted-faults.md'), 'utf8')
    expect(all.map(({ name }) => name).filter((name) => !told.includes(`| ${name} `))).toEqual([])
  })
})
