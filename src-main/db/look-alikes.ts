import type { DocumentKind } from '../../src-shared/domain/documents.ts'
import { lookAlikeKey } from '../../src-shared/domain/text/look-alike.ts'
import type { Readable } from './connection.ts'

const NUMBERS = `
  SELECT number FROM document
  WHERE number_key = :key AND kind = :kind AND number <> :number
  ORDER BY command_seq, id LIMIT 20`

/** Numbers of documents of a kind that a clerk could take for this one; not the number itself. */
export const numbersLike = (db: Readable, kind: DocumentKind, number: string): readonly string[] =>
  db.all<{ number: string }>(NUMBERS, { key: lookAlikeKey(number), kind, number }).map((row) => row.number)
