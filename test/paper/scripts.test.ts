import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hanFamilyFor, hanOrder, type HanFamily } from '../../src-main/paper/han.ts'
import { statementPdf } from '../../src-main/reports/paper/statement-pdf.ts'
import { setLine, textRuns } from '../../src-main/paper/text-runs.ts'
import { wrapText } from '../../src-main/paper/text-fit.ts'
import { type as styles } from '../../src-main/paper/type-style.ts'
import { readPdf } from './read-pdf.ts'
import { sampleStatement } from '../reports/paper/statement-sample.ts'

const named = (name: string, country = '') => {
  const { customer } = sampleStatement(0)
  return sampleStatement(1, { customer: { ...customer, name, address: { ...customer.address, country } } })
}

const latin = { weight: 'regular', han: 'noto-sans-sc' } as const
/** What stands on the paper from left to right, and in which family. */
const shown = (text: string, han: HanFamily = 'noto-sans-sc') =>
  textRuns(setLine(text), { ...latin, han }).map((run) =>
    run.kind === 'missing' ? `missing ${run.text}` : `${run.face.name.replace(/-[^-]+-regular$/, '')} ${run.text}`,
  )

describe('a name in any script is printed with letters of its own', () => {
  test.each([
    ['Arabic', 'شركة النور للتجارة'],
    ['Persian, with a joiner that keeps letters apart', 'شرکت می\u200Cخواهم'],
    ['Hebrew', 'אור התעשיות בע"מ'],
    ['simplified Chinese', '北京市朝阳区贸易有限公司'],
    ['traditional Chinese', '臺灣龍國際股份有限公司'],
    ['Japanese', '株式会社 髙﨑ショップ'],
    ['Korean', '서울특별시 무역 주식회사'],
    ['Thai', 'บริษัท กรุงเทพการค้า จำกัด (มหาชน)'],
    ['Hindi', 'श्री लक्ष्मी ट्रेडिंग कंपनी'],
    ['several at once', 'Łódź 東京 서울 กรุงเทพ दिल्ली'],
  ])('%s', async (_, name) => {
    const { pdf, unprintable } = await statementPdf(named(name), { paper: 'a4' })
    expect(unprintable).toEqual([])
    expect((await readPdf(pdf)).text).toContain('Total due')
  })

  test('the letters are read back from the paper', async () => {
    const name = '北京市朝阳区贸易有限公司'
    const { pdf } = await statementPdf(named(name), { paper: 'letter' })
    expect((await readPdf(pdf)).text.replaceAll(' | ', '')).toContain(name)
  })

  test('the same statement gives the same bytes', async () => {
    const first = await statementPdf(named('شركة 東京 กรุงเทพ'), { paper: 'a4' })
    const again = await statementPdf(named('شركة 東京 กรุงเทพ'), { paper: 'a4' })
    expect(Buffer.from(again.pdf).equals(Buffer.from(first.pdf))).toBe(true)
  })

  test('only the shapes that are used are embedded, not the typeface', async () => {
    const plain = await statementPdf(named('Northgate'), { paper: 'a4' })
    const chinese = await statementPdf(named('北京市朝阳区贸易有限公司'), { paper: 'a4' })
    expect(chinese.pdf.length - plain.pdf.length).toBeLessThan(60_000)
  })
})

describe('text from right to left', () => {
  test.each([
    ['words follow each other from the right', 'שלום עולם', ['עולם', ' ', 'שלום']],
    ['a number within is read from the left', 'חשבון 123 לתשלום', ['לתשלום', ' ', '123', ' ', 'חשבון']],
    ['a Latin name within too', 'חברת Acme Ltd בישראל', ['בישראל', ' ', 'Acme Ltd', ' ', 'חברת']],
    ['parentheses open towards their text', 'אור (סניף)', ['(', 'סניף', ') ', 'אור']],
    ['within a line from the left it stays in its place', 'Branch אור 2', ['Branch ', '2', ' ', 'אור']],
  ])('%s', (_, text, expected) => {
    const runs = textRuns(setLine(text), latin)
    expect(runs.map((run) => run.text).join('|')).toBe(expected.join('|'))
  })

  test('on the paper the first word stands to the right of the second', async () => {
    const { pdf } = await statementPdf(named('שלום עולם'), { paper: 'a4' })
    const [page] = (await readPdf(pdf)).pages
    expect(page?.find('שלום')?.x).toBeGreaterThan(page?.find('עולם')?.x ?? Number.POSITIVE_INFINITY)
  })

  test('no letter is lost or doubled, whatever is mixed', () => {
    const letters = fc.constantFrom(...'אבגשدمحA1( )-,東กि')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (parts) => {
        const line = setLine(parts.join(''))
        const sorted = (text: string): string =>
          [...text.replaceAll(/[()]/g, '|')].toSorted((a, b) => (a < b ? -1 : 1)).join('')
        const set = textRuns(line, latin).map((run) => run.text)
        expect(sorted(set.join(''))).toBe(sorted(line))
      }),
    )
  })
})

describe('Chinese, Japanese and Korean draw the same character differently', () => {
  test.each([
    ['kana make a line Japanese', '直売ショップ', 'noto-sans-sc', 'noto-sans-jp'],
    ['Hangul makes it Korean', '直賣 서울', 'noto-sans-jp', 'noto-sans-kr'],
    ['a simplified character is Chinese whoever reads it', '贸易骉', 'noto-sans-jp', 'noto-sans-sc'],
    ['otherwise the reader decides', '直送', 'noto-sans-jp', 'noto-sans-jp'],
  ] as const)('%s', (_, text, reader, expected) => {
    expect(shown(text, reader).filter((run) => !run.startsWith(expected) && !run.startsWith('inter'))).toEqual([])
  })

  test.each([
    ['JP', 'USD', 'noto-sans-jp'],
    ['대한민국', 'USD', 'noto-sans-kr'],
    ['Taiwan', 'USD', 'noto-sans-tc'],
    ['', 'JPY', 'noto-sans-jp'],
    ['', 'HKD', 'noto-sans-tc'],
    ['', 'EUR', 'noto-sans-sc'],
  ])('a reader in "%s" billed in %s: %s', (country, currency, expected) => {
    expect(hanFamilyFor({ country, currency })).toBe(expected)
  })

  test('where no family has every character, the reader’s is asked first', () => {
    expect(hanOrder('東', 'noto-sans-kr', () => false)[0]).toBe('noto-sans-kr')
  })
})

describe('breaking lines', () => {
  const measure = (line: string, style: { readonly size: number }) => ([...line].length * style.size) / 2
  const style = { ...styles.row, size: 10 }

  test('Thai breaks between its words, which it writes without spaces', () => {
    expect(wrapText('กรุงเทพการค้า', 45, style, measure)).toEqual(['กรุงเทพ', 'การค้า'])
  })

  test('a letter keeps its marks', () => {
    for (const line of wrapText('ลักษณ์กี่ชั้นคู่นี้', 10, style, measure)) expect(line).not.toMatch(/^\p{M}/u)
    for (const line of wrapText('क्षेत्रलक्ष्मी', 15, style, measure)) expect(line).not.toMatch(/^\p{M}/u)
  })
})

test('joiners that change a word are printed, others are not', () => {
  expect(setLine('می\u200Cخواهم')).toBe('می\u200Cخواهم')
  expect(setLine('क्\u200Dष')).toBe('क्\u200Dष')
  expect(setLine('a\u200Cb\u200Dc')).toBe('abc')
})
