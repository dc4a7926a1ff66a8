import type { WordsOf } from '../../kit/history.ts'
import { quoted } from '../../kit/history-texts.ts'
import type { ledgerContract } from '../contract/index.ts'
import type { ItemHold } from '../contract/open-items.ts'

const holdName = { disputed: 'disputed', held: 'held' } as const satisfies Record<ItemHold, string>

/** What each of this module's commands did, in words. */
export const ledgerHistory: WordsOf<typeof ledgerContract> = {
  'drafts.save': null,
  'drafts.discard': null,
  'openItems.hold': {
    title: 'Dispute or hold',
    say: ({ input }, texts) => {
      const document = texts.document(input.documentId)
      return input.state === null
        ? `${document} neither disputed nor held any more`
        : `${document} ${holdName[input.state]}${quoted('reason', input.reason)}`
    },
    about: ({ input }) => [{ kind: 'document', id: input.documentId }],
    fields: {
      state: { title: 'state', text: (state: ItemHold | null) => (state === null ? 'neither' : holdName[state]) },
      reason: { title: 'reason', text: (reason: string) => (reason === '' ? 'none' : reason) },
    },
  },
}
