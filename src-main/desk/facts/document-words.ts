import type { Readable } from '../../db/connection.ts'

/** A document by its place in the file. */
export interface PlaceInFile {
  readonly seq: number
  readonly id: number
}

/** The last document whose words are read in, in the order in which the file got them. */
export const readUntil = (db: Readable): PlaceInFile => {
  const until = db.get<PlaceInFile>('SELECT seq, document_id AS id FROM document_words_until WHERE id = 1')
  if (until === undefined) throw new Error('the file says to which document words are read in')
  return until
}

/** The newest documents whose words are not read in yet, and whether there are more than these. */
export const notReadIn = (
  db: Readable,
  most: number,
): { readonly documents: readonly { readonly id: number; readonly words: string }[]; readonly areAll: boolean } => {
  const documents = db.all<{ readonly id: number; readonly words: string }>(NOT_READ_IN, {
    ...readUntil(db),
    most: most + 1,
  })
  return { documents: documents.slice(0, most), areAll: documents.length <= most }
}

const NOT_READ_IN = `SELECT document_id AS id, words FROM document_words
  WHERE command_seq >= :seq AND (command_seq > :seq OR document_id > :id)
  ORDER BY command_seq DESC, document_id DESC LIMIT :most`
