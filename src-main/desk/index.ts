import type { deskContract } from '../../src-shared/desk/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { readInWords } from './idle/read-in-words.ts'
import { findEverything } from './queries/everything.ts'

/** What carries out this module's commands and answers its queries. */
export const desk = {
  commands: {},
  queries: {
    'find.everything': findEverything,
  },
  whenIdle: readInWords,
} satisfies LedgerModule<typeof deskContract>
