import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { decodeText } from '../../src-main/import-export/csv/decode-text.ts'
import { parseCsv } from '../../src-main/import-export/csv/parse-csv.ts'
import { readChosenFile } from '../../src-main/import-export/csv/read-file.ts'
import { readTable } from '../../src-main/import-export/csv/read-table.ts'

const refusalOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.message}`
    throw error
  }
  return 'accepted'
}

const linesOf = (text: string) => parseCsv(text).rows.map(({ line, values }) => [line, ...values])

describe('the text of a file', () => {
  const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return bigEndian ? bytes.swap16() : bytes
  }

  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from('Café €')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFCafé €')],
    ['UTF-16, little end first', utf16('Café €', false)],
    ['UTF-16, big end first', utf16('Café €', true)],
    ['UTF-16 without its mark', utf16('Café €', false).subarray(2)],
    ['UTF-16 without its mark, big end first', utf16('Café €', true).subarray(2)],
    ['Windows-1252', Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x20, 0x80)],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ text: 'Café €', doubtful: [] })
  })

  // Single bytes of the three encodings, written out: no library makes them.
  const bytesOf = (text: string, letters: Readonly<Record<string, number>>): Uint8Array =>
    Uint8Array.from([...text].map((letter) => letters[letter] ?? letter.charCodeAt(0)))
  const central = { ł: 0xb3, ą: 0xb9, ę: 0xea, ż: 0xbf, ź: 0x9f, ó: 0xf3, ś: 0x9c, Ł: 0xa3, č: 0xe8, ř: 0xf8, Č: 0xc8 }
  const cyrillic = (text: string): Uint8Array =>
    Uint8Array.from(
      [...text].map((letter) => {
        const code = letter.charCodeAt(0)
        return code >= 0x410 ? code - 0x410 + 0xc0 : code
      }),
    )

  test.each<[string, Uint8Array, string]>([
    ['windows-1250', bytesOf('Paweł Wałęsa, Łódź', central), 'Paweł Wałęsa, Łódź'],
    ['windows-1251', cyrillic('Иванов, Петров и сыновья'), 'Иванов, Петров и сыновья'],
    ['windows-1252', bytesOf('Müller & Söhne', { ü: 0xfc, ö: 0xf6 }), 'Müller & Söhne'],
  ])('%s where the letters leave no doubt', (encoding, bytes, text) => {
    expect(decodeText(bytes)).toMatchObject({ encoding, text, doubtful: [] })
  })

  test('letters that could be others are a question, with the words that differ', () => {
    const bytes = bytesOf('Café,Crème,Plain', { é: 0xe9, è: 0xe8 })
    const { doubtful } = decodeText(bytes)
    expect(doubtful.map(({ encoding, words }) => [encoding, ...words])).toEqual([
      ['windows-1252', 'Café', 'Crème'],
      ['windows-1250', 'Café', 'Crčme'],
      ['windows-1251', 'Cafй', 'Crиme'],
    ])
    expect(decodeText(bytes, 'windows-1250')).toMatchObject({ text: 'Café,Crčme,Plain', doubtful: [] })
  })

  test('capitals alone could be Greek or Cyrillic: a question', () => {
    expect(decodeText(cyrillic('ИВАНОВ')).doubtful).not.toEqual([])
  })

  test('UTF-8 with one bad byte is a question about the words that hold it, and no other', () => {
    const bytes = Buffer.concat([Buffer.from('Café,Zürich,Caf'), Buffer.of(0xe8), Buffer.from(',Łódź')])
    const { doubtful, text } = decodeText(bytes)
    expect(doubtful.map(({ encoding, words }) => [encoding, ...words])).toEqual([
      ['windows-1252', 'Cafè'],
      ['windows-1250', 'Cafč'],
      ['windows-1251', 'Cafи'],
    ])
    expect(text).toBe('Café,Zürich,Cafè,Łódź')
    expect(decodeText(bytes, 'windows-1250')).toMatchObject({ text: 'Café,Zürich,Cafč,Łódź', doubtful: [] })
  })

  test('so is one behind the mark of UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFFCaf'), Buffer.of(0xe8)])
    expect(decodeText(bytes).doubtful[0]).toEqual({ encoding: 'windows-1252', words: ['Cafè'] })
  })

  test.each<[string, readonly number[], string]>([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14], 'it is a workbook or another zipped file, so save it as CSV first.'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0], 'it is an old Excel workbook, so save it as CSV first.'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'it is a PDF, so export the list as CSV instead.'],
    [
      'bytes that are no text',
      [0x61, 0x2c, 0x00, 0x62, 0x00, 0x00, 0x01],
      'it is not a text file, so save the list as CSV (UTF-8) and choose that.',
    ],
  ])('%s is refused', (_, bytes, problem) => {
    expect(refusalOf(() => decodeText(Uint8Array.from(bytes)))).toBe(
      `file_unreadable: The file could not be read: ${problem}`,
    )
  })
})

describe('rows and the lines they begin on', () => {
  test.each([',', ';', '\t', '|'])('separated by %j', (mark) => {
    const text = [`Customer;Invoice;Amount`, `C1;1;10`, `C2;2;20`].join('\n').replaceAll(';', mark)
    expect(linesOf(text)).toEqual([
      [2, 'C1', '1', '10'],
      [3, 'C2', '2', '20'],
    ])
  })

  test.each([
    ['Unix', '\n'],
    ['Windows', '\r\n'],
    ['old Mac', '\r'],
  ])('%s line ends', (_, end) => {
    expect(linesOf(['a,b', '1,2', '3,4'].join(end))).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
    ])
  })

  test('line ends may be mixed', () => {
    expect(linesOf('a,b\r\n1,2\n3,4\r\n5,6')).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
    ])
  })

  test('a quoted value holds separators, doubled quotes and line breaks; the lines after it keep their numbers', () => {
    expect(linesOf('a,b\n"x, ""y""",2\n"one\r\ntwo\n\nfour",3\n5,6\n')).toEqual([
      [2, 'x, "y"', '2'],
      [3, 'one\ntwo\n\nfour', '3'],
      [7, '5', '6'],
    ])
  })

  test('blank lines are left out and counted', () => {
    expect(linesOf('\n\na,b\n\n1,2\n , \n3,4\n\n')).toEqual([
      [5, '1', '2'],
      [7, '3', '4'],
    ])
  })

  test('a decimal comma does not make the comma the separator', () => {
    expect(linesOf('a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5')).toEqual([
      [2, '1,5', '2,5', '3,5'],
      [3, '1,5', '2,5', '3,5'],
    ])
  })

  test('a first line that names the separator is obeyed, and still a line', () => {
    expect(linesOf('sep=;\r\na;b\r\n1,5;2\r\n')).toEqual([[3, '1,5', '2']])
  })

  test('one column is a table too', () => {
    expect(linesOf('a\n1\n2')).toEqual([
      [2, '1'],
      [3, '2'],
    ])
  })

  test('a stray quote inside an unquoted value is text', () => {
    expect(linesOf('a,b\n5" pipe,2')).toEqual([[2, '5" pipe', '2']])
  })

  test('headers are trimmed; an empty one is named by its place, a repeated one numbered', () => {
    expect(parseCsv(' Amount ,,Amount,"In\nvoice"\n1,2,3,4').headers).toEqual([
      'Amount',
      'Column 2',
      'Amount (2)',
      'In voice',
    ])
  })
})

describe('lines above the header', () => {
  const report = ['Smith & Sons;;', 'Open items;;', '', 'Customer;Invoice;Amount', 'C1;1;10', 'C2;2;20'].join('\n')

  test('are passed over where the words of the header are known', () => {
    expect(parseCsv(report)).toMatchObject({ headers: ['Customer', 'Invoice', 'Amount'], headerLine: 4 })
    expect(linesOf(report)).toEqual([
      [5, 'C1', '1', '10'],
      [6, 'C2', '2', '20'],
    ])
  })

  test('can be said where they are not', () => {
    const strange = report.replace('Customer;Invoice;Amount', 'Wer;Welche;Wieviel')
    expect(parseCsv(strange).headerLine).toBe(1)
    expect(parseCsv(strange, () => {}, 4)).toMatchObject({ headers: ['Wer', 'Welche', 'Wieviel'], headerLine: 4 })
  })

  test('there may be no header at all', () => {
    expect(parseCsv('C1;1;10\nC2;2;20', () => {}, 0)).toMatchObject({
      headers: ['Column 1', 'Column 2', 'Column 3'],
      headerLine: 0,
      rows: [{ line: 1 }, { line: 2 }],
    })
  })
})

describe('a malformed file names the line', () => {
  test.each([
    [
      'a quote that is never closed',
      'a,b\n1,2\n3,"four\n5,6\n',
      'csv_malformed: Line 3: a quoted value begins here and never ends. Correct the file and choose it again.',
    ],
    [
      'text behind a closing quote',
      'a,b\n"multi\nline",2\n"x"y,2\n5,6\n',
      'csv_malformed: Line 4: a quoted value is followed by other text, or holds a quote that is not doubled. Correct the file and choose it again.',
    ],
    ['nothing', '', 'file_unreadable: The file could not be read: it is empty.'],
    ['blank lines', '\n \n', 'file_unreadable: The file could not be read: it is empty.'],
    ['a header alone', 'a,b\n\n', 'file_unreadable: The file could not be read: it has no rows below its header.'],
    [
      'a line of a thousand separators',
      `${','.repeat(1000)}x\n1`,
      'file_unreadable: The file could not be read: it has more than 500 columns.',
    ],
  ])('%s', (_, text, refusal) => {
    expect(refusalOf(() => parseCsv(text))).toBe(refusal)
  })
})

test('reading can be stopped', () => {
  const text = `a,b\n${'1,2\n'.repeat(20_000)}`
  const stop = () => {
    throw new Refusal('cancelled')
  }
  expect(refusalOf(() => parseCsv(text, stop))).toContain('cancelled')
})

describe('the chosen file', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'duebook-import-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const write = (content: string | Uint8Array): string => {
    const path = join(folder, 'list.csv')
    writeFileSync(path, content)
    return path
  }

  test('its hash is of its bytes', () => {
    expect(readTable(write('a,b\n1,2'), () => {})).toMatchObject({
      file: 'list.csv',
      headers: ['a', 'b'],
      hash: 'aeedab1ee7a1043753c9ab768594bc8420d7b85491d0be9421edc3813c237f4c',
    })
  })

  test('a file that is gone', () => {
    expect(refusalOf(() => readChosenFile(join(folder, 'list.csv')))).toBe(
      'file_not_found: The file list.csv is not there any more. Choose another file.',
    )
  })

  test('a folder', () => {
    mkdirSync(join(folder, 'sub'))
    expect(refusalOf(() => readChosenFile(join(folder, 'sub')))).toBe(
      'file_unreadable: The file could not be read: it is a folder or a device, not a file.',
    )
  })

  test('a device that never ends', () => {
    expect(refusalOf(() => readChosenFile('/dev/zero'))).toContain('it is a folder or a device, not a file')
  })

  test('a file over the limit', () => {
    expect(refusalOf(() => readChosenFile(write('x'.repeat(2 * 1024 * 1024)), 1024 * 1024))).toBe(
      'file_too_large: The file is larger than 1 MB. Split it into smaller files.',
    )
  })

  // The superuser may read anything, so there is nothing to see then.
  test.skipIf(process.getuid?.() === 0)('a file one may not read', () => {
    const path = write('a,b\n1,2')
    chmodSync(path, 0o000)
    expect(refusalOf(() => readChosenFile(path))).toContain('you may not read it')
  })

  test('no file was chosen', () => {
    expect(refusalOf(() => readTable(null, () => {}))).toContain('token_invalid')
  })
})
