import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const FOLDER = path.join(import.meta.dirname, '..', '..', 'docs', 'decisions')

test('the decisions are numbered from 0001 on, each number once, and their headings say the same', () => {
  const files = fs.readdirSync(FOLDER).toSorted()
  const numbers = files.map((_, at) => String(at + 1).padStart(4, '0'))
  expect(files.map((file) => file.slice(0, 4))).toEqual(numbers)
  const headings = files.map((file) => fs.readFileSync(path.join(FOLDER, file), 'utf8').slice(0, 6))
  expect(headings).toEqual(numbers.map((number) => `# ${number}`))
})
