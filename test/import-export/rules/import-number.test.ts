import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  parseImportMillionths,
  parseImportNumber,
  yesOrNo,
} from '../../../src-shared/import-export/rules/import-number.ts'
import { holds } from '../../property/holds.ts'

/**
 * What a number in a cell looks like, as a grammar: digits, or groups of three after one to three of them, then at most one mark with
 * any digits after it. Blanks and apostrophes may stand anywhere.
 */
const grammar = (text: string, decimal: '.' | ','): string | null => {
  const group = decimal === '.' ? ',' : '.'
  const plain = [...text].filter((character) => !` '\u2019\u00A0`.includes(character)).join('')
  const isDigits = (part: string): boolean =>
    part !== '' && [...part].every((character) => '0123456789'.includes(character))
  const marks = [...plain].filter((character) => character === decimal).length
  const at = plain.indexOf(decimal)
  const [whole, fraction] = at === -1 ? [plain, ''] : [plain.slice(0, at), plain.slice(at + 1)]
  const [first = '', ...groups] = whole.split(group)
  const isGrouped = groups.length === 0 || (first.length <= 3 && groups.every((part) => part.length === 3))
  if (marks > 1 || !isGrouped || ![first, ...groups].every(isDigits)) return null
  if (fraction !== '' && !isDigits(fraction)) return null
  const digits = [first, ...groups].join('')
  return fraction === '' ? digits : `${digits}.${fraction}`
}

const told = (text: string, decimal: '.' | ','): string | null => {
  const number = parseImportNumber(text, decimal)
  return number.ok ? number.value : null
}

/** Every text of so many of these characters. */
const texts = (characters: readonly string[], length: number): readonly string[] =>
  length === 0 ? [''] : texts(characters, length - 1).flatMap((text) => characters.map((character) => text + character))

test.each(['.', ','] as const)(
  'a number in a cell is what the grammar says, for every short text, with %s for decimals',
  (decimal) => {
    const characters = ['1', '0', '.', ',', "'"]
    const all = [0, 1, 2, 3, 4, 5, 6].flatMap((length) => texts(characters, length))
    const wrong = all.filter((text) => told(text, decimal) !== grammar(text, decimal))
    expect(wrong).toEqual([])
  },
)

test('so for long texts, with signs and letters', () => {
  const piece = fc.constantFrom('1', '23', '456', '000', '.', ',', ' ', '\u2019', '-', 'x', ',456', '.789')
  const text = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''))
  holds(
    fc.property(text, fc.constantFrom('.' as const, ',' as const), (cell, decimal) => {
      expect(told(cell, decimal)).toBe(grammar(cell, decimal))
    }),
  )
})

test('a mark between other than three digits is named, anything else is no number', () => {
  const reasonOf = (text: string) => {
    const number = parseImportNumber(text, '.')
    return number.ok ? null : number.reason
  }
  expect(reasonOf('12,34')).toEqual({ kind: 'misplaced_group', text: '12,34', group: ',' })
  expect(reasonOf(' 1,2,345.5')).toEqual({ kind: 'misplaced_group', text: '1,2,345.5', group: ',' })
  expect(reasonOf('1.2.3')).toEqual({ kind: 'not_a_number', text: '1.2.3' })
  expect(reasonOf('')).toEqual({ kind: 'not_a_number', text: '' })
})

test.each([
  ['1.5', 1_500_000],
  ['-2', 2_000_000],
  ['2-', 2_000_000],
  ['\u2212 2', 2_000_000],
  ['12.5 %', 12_500_000],
  ['1,250.000001', 1_250_000_001],
  ['0', 0],
])('%s is %d millionths', (text, millionths) => {
  expect(parseImportMillionths(text, '.')).toEqual({ ok: true, value: millionths })
})

test.each(['1.0000001', '--2', '2%%', '%', '1,25'])('%s is no number of millionths', (text) => {
  expect(parseImportMillionths(text, '.').ok).toBe(false)
})

test('a cell says yes, no, or neither, whatever its case', () => {
  for (const text of ['yes', 'Y', 'TRUE', 't', '1', 'x', 'Ja', 'oui', 'sí', 'wahr']) expect(yesOrNo(text)).toBe(true)
  for (const text of ['no', 'N', 'false', 'F', '0', 'nein', 'Non', 'falsch']) expect(yesOrNo(text)).toBe(false)
  for (const text of ['', ' ', 'yess', 'ay', '2', '10', 'know']) expect(yesOrNo(text)).toBe(null)
})
