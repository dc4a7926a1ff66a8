import { expect, test } from 'vitest'
import type { BookCheck } from '../../../src-shared/company/contract/company.ts'
import { isSound } from '../../../src-shared/company/rules/sound-books.ts'
import { verdictText } from '../../../src-renderer/company/books-check/verdict.ts'

const chain = { commands: 12, intact: true, brokenAt: null, head: '' }
const holds = { title: 'Every posting balances', violations: 0 }
const broken = { title: 'Numbers have no gaps within a series', violations: 2 }

test('books are sound when every rule holds and the chain is whole', () => {
  const check: BookCheck = { rules: [holds, holds], chain }
  expect(isSound(check)).toBe(true)
  expect(verdictText(check)).toBe('The books are sound: all 2 rules hold and the chain of commands is unbroken.')
})

test.each<[string, BookCheck, string]>([
  ['a broken rule', { rules: [holds, broken], chain }, '1 of 2 rules is broken. '],
  [
    'a broken chain',
    { rules: [holds], chain: { ...chain, intact: false, brokenAt: 7, head: '' } },
    'The chain of commands is broken. ',
  ],
])('%s is said, with what to do', (_, check, said) => {
  expect(isSound(check)).toBe(false)
  expect(verdictText(check)).toBe(`${said}Post nothing more, and restore the newest good backup.`)
})
