import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitLine, fitText, wrapText } from '../../src-main/paper/text-fit.ts'
import { setLine } from '../../src-main/paper/text-runs.ts'
import { type as styles } from '../../src-main/paper/type-style.ts'

// Every character as wide as half its size: the arithmetic can be done in the head.
const measure = (line: string, style: { readonly size: number }) => ([...line].length * style.size) / 2
const style = { ...styles.row, size: 10 }

// A letter with its marks stays whole.
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const lettersOf = (line: string): number => [...letters.segment(line)].length

describe('breaking lines', () => {
  test.each([
    ['', 50, ['']],
    ['one two', 50, ['one two']],
    ['one two three', 40, ['one two', 'three']],
    ['unbreakable', 25, ['unbre', 'akabl', 'e']],
    ['a unbreakable b', 25, ['a', 'unbre', 'akabl', 'e b']],
    ['  spare   spaces  ', 100, ['spare spaces']],
  ])('"%s" in %i points', (text, width, lines) => {
    expect(wrapText(text, width, style, measure)).toEqual(lines)
  })

  test('no line is wider than its space, and no character is lost', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), fc.integer({ min: 10, max: 200 }), (text, width) => {
        const lines = wrapText(text, width, style, measure)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) expect(lettersOf(line) === 1 || measure(line, style) <= width).toBe(true)
      }),
    )
  })
})

describe('fitting text into a space', () => {
  test('text that fits keeps its size', () => {
    expect(fitText(['abc'], { width: 100, height: 20 }, style, 5, measure)).toMatchObject({
      lines: ['abc'],
      style: { size: 10 },
    })
  })

  test('text that does not is set smaller', () => {
    const fitted = fitText(['abcdefgh', 'ij'], { width: 30, height: 25 }, style, 5, measure)
    expect(fitted).toMatchObject({ lines: ['abcdefgh', 'ij'], style: { size: 7.5 } })
  })

  test('what does not fit at the smallest size ends in an ellipsis', () => {
    const fitted = fitText(['abcdefgh', 'ijklmnop', 'qrstuvwx'], { width: 20, height: 13 }, style, 5, measure)
    expect(fitted).toMatchObject({ lines: ['abcdefgh', 'ijklmno…'], style: { size: 5 } })
  })

  test('a line shrinks before it is cut', () => {
    expect(fitLine('abcdefgh', 30, style, 5, measure)).toMatchObject({ lines: ['abcdefgh'], style: { size: 7.5 } })
    expect(fitLine('abcdefghijkl', 20, style, 5, measure)).toMatchObject({ lines: ['abcdefg…'], style: { size: 5 } })
  })
})

test('a line of text loses what has no shape: direction marks, joiners, control characters', () => {
  expect(setLine('a\u202Eb\u200Bc\uFEFF\n d\te')).toBe('abc d e')
  expect(setLine('e\u0301')).toBe('\u00E9')
})
