import { basename } from 'node:path'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { decodeText } from './decode-text.ts'
import { parseCsv } from './parse-csv.ts'
import type { CsvTable } from './parse-csv.ts'
import { readChosenFile } from './read-file.ts'

export interface ReadTable extends CsvTable {
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
export function readTable(path: string | null, between: () => void): ReadTable {
  if (path === null) throw new Refusal('token_invalid')
  const { bytes, hash } = readChosenFile(path)
  between()
  return { ...parseCsv(decodeText(bytes), between), hash, file: basename(path) }
}
