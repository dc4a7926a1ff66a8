import { date, id, text } from '../../kit/fields.ts'
import { command, output } from '../../kit/operation.ts'
import { postingRefusals } from '../../ledger/messages/refusals.ts'
import type { VoidedDocument } from '../../ledger/contract/documents.ts'
import type { Draft } from '../../ledger/contract/drafts.ts'

const voidInput = { id, date, reason: text(1000, 1) }

const voidRefusals = [
  ...postingRefusals,
  'document_not_found',
  'already_void',
  'is_reversal',
  'void_too_early',
  'has_credit_notes',
] as const

export const voids = {
  /** Reverses a document on its own date; what was applied to it is unapplied in the same command. */
  'documents.void': command(voidInput, {
    office: 'alone',
    giveWay: 'not_taken',
    output: output<VoidedDocument>(),
    refusals: voidRefusals,
  }),
  /** The same, and what the document said becomes a draft of its entry screen, to be corrected and posted. */
  'documents.voidAndCopy': command(voidInput, {
    office: 'alone',
    giveWay: 'not_taken',
    output: output<VoidedDocument & { readonly draft: Pick<Draft, 'uid' | 'kind'> }>(),
    refusals: [...voidRefusals, 'not_copied', 'unidentified_not_copied'],
  }),
}
