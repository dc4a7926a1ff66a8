import { Refusal } from '../../../src-shared/contract/refusal.ts'

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

/**
 * The text of a file a spreadsheet or a ledger exported: UTF-8, UTF-16 with its mark, else Windows-1252.
 * @throws Refusal file_unreadable for anything that is not text.
 */
export function decodeText(bytes: Uint8Array): string {
  const other = OTHER_KINDS.find(({ start }) => startsWith(bytes, start))
  if (other) throw new Refusal('file_unreadable', { problem: other.problem })
  const bom = BOMS.find(({ start }) => startsWith(bytes, start))
  const text = bom ? decodeMarked(bytes, bom.encoding) : decodeUnmarked(bytes)
  if (text.includes('\0')) throw new Refusal('file_unreadable', { problem: NOT_TEXT })
  return text
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

function decodeMarked(bytes: Uint8Array, encoding: (typeof BOMS)[number]['encoding']): string {
  const text = decodeStrictly(bytes, encoding)
  if (text !== null) return text
  throw new Refusal('file_unreadable', {
    problem: `its text is damaged: it is not the ${encoding.toUpperCase()} it says`,
  })
}

/** Every byte is some character of Windows-1252, so it comes last. */
const decodeUnmarked = (bytes: Uint8Array): string =>
  decodeStrictly(bytes, 'utf-8') ?? new TextDecoder('windows-1252').decode(bytes)

/** Null when the bytes are not of that encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
