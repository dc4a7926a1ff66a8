import { loadItem } from '../../facts/documents/item.ts'
import type { Stored } from '../../../db/stored.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/** Sets an item as disputed or held, or ends that; the ledger is not touched. */
export const holdItem: CommandHandler<'openItems.hold'> = ({ tx, seq, wasBefore }, { documentId, state, reason }) => {
  const { id } = loadItem(tx, documentId, 'documentId')
  const stored = tx.get<Stored<'itemHold', 'state' | 'reason'>>(
    'SELECT state, reason FROM item_hold WHERE document_id = ?',
    [id],
  )
  wasBefore(stored ?? { state: null, reason: '' })
  tx.run('DELETE FROM item_hold WHERE document_id = ?', [id])
  if (state === null) return null
  tx.run('INSERT INTO item_hold (document_id, command_seq, state, reason) VALUES (?, ?, ?, ?)', [
    id,
    seq,
    state,
    reason,
  ])
  return null
}
