import type { OutputOf } from '../../../../src-shared/contract.ts'
import { numberWarnings, type GivenNumber } from '../../../company/facts/number.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { deleteDraft } from '../../../ledger/facts/drafts.ts'

interface Posted extends Pick<
  OutputOf<'creditNotes.post'>,
  'id' | 'uid' | 'dueDate' | 'total' | 'applied' | 'unapplied'
> {
  readonly number: GivenNumber
}

/** Ends the posting of a credit note: its draft goes, and this is answered. */
export const answerPosted = ({ tx }: CommandContext, { number, ...posted }: Posted, draftUid: string | null) => {
  deleteDraft(tx, draftUid)
  return { ...posted, number: number.text, warnings: numberWarnings('credit_note', number) }
}
