import type { Readable, Writable } from '../../db/connection.ts'

/** Documents whose words are read in at a time: some milliseconds, in which a posting may have to wait. */
const AT_A_TIME = 400

interface Until {
  readonly seq: number
  readonly id: number
}

/** The last document whose words are read in, in the order in which the file got them. */
const readUntil = (db: Readable): Until => {
  const until = db.get<Until>('SELECT seq, document_id AS id FROM document_words_until WHERE id = 1')
  if (until === undefined) throw new Error('the file says to which document words are read in')
  return until
}

/** Whether words of posted documents are still to be read in. */
const NEXT = `SELECT command_seq AS seq, id FROM document
  WHERE command_seq >= :seq AND (command_seq > :seq OR id > :id) ORDER BY command_seq, id LIMIT :most`

/**
 * Reads in the words of the next documents, so that they are found by any word of their reference, memo and lines. It is a
 * projection: it changes nothing that was posted, and belongs to no command.
 * @returns whether more are left
 */
export const readInWords = (tx: Writable): boolean => {
  const until = readUntil(tx)
  const next = tx.all<Until>(NEXT, { ...until, most: AT_A_TIME })
  const last = next.at(-1)
  if (last === undefined) return false
  tx.run(
    `INSERT INTO document_words_search (rowid, words)
     SELECT document_id, words FROM json_each(:ids) AS read CROSS JOIN document_words ON document_id = read.value`,
    { ids: JSON.stringify(next.map(({ id }) => id)) },
  )
  tx.run('UPDATE document_words_until SET seq = :seq, document_id = :id WHERE id = 1', { ...last })
  return next.length === AT_A_TIME
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
