import type { documentsContract } from '../../src-shared/documents/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { voidDocument } from './commands/void.ts'
import { voidAndCopyDocument } from './commands/void-and-copy.ts'

/** What carries out this module's commands and answers its queries. */
export const documents = {
  commands: {
    'documents.void': voidDocument,
    'documents.voidAndCopy': voidAndCopyDocument,
  },
  queries: {},
} satisfies LedgerModule<typeof documentsContract>
