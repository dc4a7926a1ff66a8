import type { ledgerContract } from '../../src-shared/ledger/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { discardDraft, saveDraft } from './commands/drafts/drafts.ts'
import { holdItem } from './commands/open-items/hold.ts'
import { documentView } from './queries/documents/get.ts'
import { documentList } from './queries/documents/list.ts'
import { documentPostings } from './queries/documents/postings.ts'
import { draft, draftList } from './queries/drafts/drafts.ts'

/** What carries out this module's commands and answers its queries. */
export const ledger = {
  commands: {
    'openItems.hold': holdItem,
    'drafts.save': saveDraft,
    'drafts.discard': discardDraft,
  },
  queries: {
    'documents.list': documentList,
    'documents.get': documentView,
    'documents.postings': documentPostings,
    'drafts.list': draftList,
    'drafts.get': draft,
  },
} satisfies LedgerModule<typeof ledgerContract>
