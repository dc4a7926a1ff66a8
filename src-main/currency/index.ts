import type { currencyContract } from '../../src-shared/currency/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { postRevaluation } from './commands/post.ts'
import { outdatedRevaluations } from './queries/outdated.ts'
import { revaluationProposal } from './queries/propose.ts'

/** What carries out this module's commands and answers its queries. */
export const currency = {
  commands: {
    'revaluation.post': postRevaluation,
  },
  queries: {
    'revaluation.propose': revaluationProposal,
    'revaluation.outdated': outdatedRevaluations,
  },
} satisfies LedgerModule<typeof currencyContract>
