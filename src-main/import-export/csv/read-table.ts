import { basename } from 'node:path'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { TextEncoding } from '../../../src-shared/domain/text/text-encodings.ts'
import { decodeText } from './decode-text.ts'
import type { EncodingReading } from './decode-text.ts'
import { parseCsv } from './parse-csv.ts'
import type { CsvTable } from './parse-csv.ts'
import { readChosenFile } from './read-file.ts'

/** What the clerk says of a file before its columns; null for what it shows by itself. */
export interface FileAnswers {
  readonly encoding: TextEncoding | null
  readonly headerLine: number | null
}

export interface ReadTable extends CsvTable {
  readonly encoding: TextEncoding
  /** Readings of the words that differ between encodings, while the clerk has not said which is right. */
  readonly doubtfulWords: readonly EncodingReading[]
  /** Its name, without the folder. */
  readonly file: string
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string
}

/**
 * Reads the file a clerk chose.
 * @param between called now and then; stops by throwing
 * @throws Refusal token_invalid, file_not_found, file_too_large, file_unreadable, csv_malformed.
 */
export function readTable(
  path: string | null,
  between: () => void,
  answers: FileAnswers = { encoding: null, headerLine: null },
): ReadTable {
  if (path === null) throw new Refusal('token_invalid')
  const { bytes, hash } = readChosenFile(path)
  between()
  const { text, encoding, doubtful } = decodeText(bytes, answers.encoding)
  const table = parseCsv(text, between, answers.headerLine)
  return { ...table, encoding, doubtfulWords: doubtful, hash, file: basename(path) }
}
