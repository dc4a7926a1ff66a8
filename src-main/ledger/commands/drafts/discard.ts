import type { CommandHandler } from '../../../kernel/command-handler.ts'

/** A draft already gone, posted or discarded elsewhere, is no error. */
export const discardDraft: CommandHandler<'drafts.discard'> = ({ tx }, { uid }) => {
  tx.run('DELETE FROM draft WHERE uid = ?', [uid])
  return null
}
