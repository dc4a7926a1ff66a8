import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { decidedEncoding, foreignWords, likelyEncodings } from '../../../src-shared/domain/text/text-encodings.ts'
import type { TextEncoding } from '../../../src-shared/domain/text/text-encodings.ts'

/** What the first bytes say about files that are often chosen by mistake. */
const OTHER_KINDS = [
  { start: [0x50, 0x4b, 0x03, 0x04], problem: 'it is a workbook or another zipped file, so save it as CSV first' },
  { start: [0xd0, 0xcf, 0x11, 0xe0], problem: 'it is an old Excel workbook, so save it as CSV first' },
  { start: [0x25, 0x50, 0x44, 0x46], problem: 'it is a PDF, so export the list as CSV instead' },
] as const

const BOMS = [
  { start: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { start: [0xff, 0xfe], encoding: 'utf-16le' },
  { start: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

const NOT_TEXT = 'it is not a text file, so save the list as CSV (UTF-8) and choose that'

/** One reading of the words that differ between encodings. */
export interface EncodingReading {
  readonly encoding: TextEncoding
  readonly words: readonly string[]
}

export interface DecodedText {
  readonly text: string
  /** What it was read in. */
  readonly encoding: TextEncoding
  /** Readings of the words that differ, where only the clerk knows which is right; empty where it is sure. */
  readonly doubtful: readonly EncodingReading[]
}

/**
 * The text of a file a spreadsheet or a ledger exported: Unicode, with or without its mark, or one of the single-byte
 * encodings where the letters decide it. Where they do not, the likeliest reading and the words that differ.
 * @param chosen what the clerk says it is
 * @throws Refusal file_unreadable for anything that is not text.
 */
export function decodeText(bytes: Uint8Array, chosen: TextEncoding | null = null): DecodedText {
  const other = OTHER_KINDS.find(({ start }) => startsWith(bytes, start))
  if (other) throw new Refusal('file_unreadable', { problem: other.problem })
  const decoded = chosen === null ? decodeByContent(bytes) : decodeAs(bytes, chosen)
  if (decoded.text.includes('\0')) throw new Refusal('file_unreadable', { problem: NOT_TEXT })
  return decoded
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

/** Bytes that are none of the encoding's are read as Windows-1252 within UTF-8; a sign stands for them elsewhere. */
function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  const sure = { encoding, doubtful: [] }
  const bom = BOMS.find(({ start }) => startsWith(bytes, start))
  const isWithin = !encoding.startsWith('utf-') && (bom?.encoding === 'utf-8' || hasUtf8Letters(bytes))
  return { ...sure, text: isWithin ? mixed(bytes, encoding) : decode(bytes, encoding) }
}

function decodeByContent(bytes: Uint8Array): DecodedText {
  const bom = BOMS.find(({ start }) => startsWith(bytes, start))
  if (bom && bom.encoding !== 'utf-8') {
    const text = decodeStrictly(bytes, bom.encoding)
    if (text !== null) return { text, encoding: bom.encoding, doubtful: [] }
    const problem = `its text is damaged: it is not the ${bom.encoding.toUpperCase()} it says`
    throw new Refusal('file_unreadable', { problem })
  }
  const wide = bom ? null : unmarkedUtf16(bytes)
  if (wide !== null) {
    const text = decodeStrictly(bytes, wide)
    if (text !== null) return { text, encoding: wide, doubtful: [] }
  }
  const utf8 = decodeStrictly(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', doubtful: [] }
  return decodeSingleBytes(bytes, bom !== undefined || hasUtf8Letters(bytes))
}

/** Zero bytes at every other place are the high halves of plain letters, digits and separators. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 > 0) return null
  let even = 0
  let odd = 0
  const sample = Math.min(bytes.length, SAMPLE_BYTES)
  for (let at = 0; at < sample; at += 1) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  if (Math.max(even, odd) < Math.max(1, sample / 20) || Math.min(even, odd) > Math.max(even, odd) / 10) return null
  return even > odd ? 'utf-16be' : 'utf-16le'
}

const SAMPLE_BYTES = 64 * 1024

/**
 * A file of single bytes, or one in UTF-8 with some that are none: those were pasted in from a file of another encoding.
 */
function decodeSingleBytes(bytes: Uint8Array, isMixed: boolean): DecodedText {
  const texts = likelyEncodings.map((encoding) => ({
    encoding,
    text: isMixed ? mixed(bytes, encoding) : decode(bytes, encoding),
  }))
  const readings = texts.map(({ encoding, text }) => ({ encoding, words: wordsOf(text, bytes, isMixed) }))
  const [western, central, cyrillic] = readings.map(({ words }) => words)
  const decided = decidedEncoding({
    'windows-1252': western ?? [],
    'windows-1250': central ?? [],
    'windows-1251': cyrillic ?? [],
  })
  const best = texts.find(({ encoding }) => encoding === decided) ?? texts[0]
  if (best === undefined) throw new Error('no encoding is likely')
  return { ...best, doubtful: decided === null || isMixed ? differing(readings) : [] }
}

/** In a text that is UTF-8 but for some bytes, the words that hold those. */
function wordsOf(text: string, bytes: Uint8Array, isMixed: boolean): readonly string[] {
  const words = foreignWords(text)
  if (!isMixed) return words
  const sound = new Set(foreignWords(decode(bytes, 'utf-8')))
  return words.filter((word) => !sound.has(word))
}

const WORDS_SHOWN = 12

/** The words that the readings differ in, a few of them, side by side. */
function differing(readings: readonly EncodingReading[]): readonly EncodingReading[] {
  const count = Math.min(...readings.map(({ words }) => words.length))
  const places = Array.from({ length: count }, (_, at) => at)
    .filter((at) => new Set(readings.map(({ words }) => words[at])).size > 1)
    .slice(0, WORDS_SHOWN)
  if (places.length === 0) return []
  return readings.map(({ encoding, words }) => ({ encoding, words: places.map((at) => words[at] ?? '') }))
}

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)

/** A lead byte and what has to follow it: letters of other encodings hardly ever stand so. */
function hasUtf8Letters(bytes: Uint8Array): boolean {
  let letters = 0
  let stray = 0
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at)
    if (length > 1) letters += 1
    if (length === 0) stray += 1
    at += Math.max(1, length)
  }
  return letters > stray
}

/** How many bytes of UTF-8 begin here: 1 for ASCII, 0 for a byte that is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0
  if (byte < 0x80) return 1
  const length = byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0
  if (length === 0 || at + length > bytes.length) return 0
  for (let next = 1; next < length; next += 1) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

/** UTF-8 with the bytes that are none of it read in another encoding. */
function mixed(bytes: Uint8Array, encoding: TextEncoding): string {
  const single = new TextDecoder(encoding)
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    parts.push(decode(bytes.subarray(from, at), 'utf-8'), single.decode(bytes.subarray(at, at + 1)))
    at += 1
    from = at
  }
  parts.push(decode(bytes.subarray(from), 'utf-8'))
  return parts.join('')
}

/** Null when the bytes are not of that encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
