import type { Writable } from '../../db/connection.ts'
import { readUntil, type PlaceInFile } from '../facts/document-words.ts'

/** Documents whose words are read in at a time: some milliseconds, in which a posting may have to wait. */
const AT_A_TIME = 400

const NEXT = `SELECT command_seq AS seq, id FROM document
  WHERE command_seq >= :seq AND (command_seq > :seq OR id > :id) ORDER BY command_seq, id LIMIT :most`

/**
 * Reads in the words of the next documents, so that they are found by any word of their reference, memo and lines. It is a
 * projection: it changes nothing that was posted, and belongs to no command.
 * @returns whether more are left
 */
export const readInWords = (tx: Writable): boolean => {
  const until = readUntil(tx)
  const next = tx.all<PlaceInFile>(NEXT, { ...until, most: AT_A_TIME })
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
