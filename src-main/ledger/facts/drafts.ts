import type { Writable } from '../../db/connection.ts'

/** Takes a draft away: with the posting of what it holds, in the same transaction, or because the clerk discards it. */
export const deleteDraft = (tx: Writable, uid: string | null): void => {
  if (uid !== null) tx.run('DELETE FROM draft WHERE uid = ?', [uid])
}
