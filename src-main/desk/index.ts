import type { deskContract } from '../../src-shared/desk/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { findEverything } from './queries/everything.ts'

/** What carries out this module's commands and answers its queries. */
export const desk = {
  commands: {},
  queries: {
    'find.everything': findEverything,
  },
} satisfies LedgerModule<typeof deskContract>
