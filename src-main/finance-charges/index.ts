import type { financeChargesContract } from '../../src-shared/finance-charges/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { creditFinanceCharges } from './commands/credit.ts'
import { postFinanceCharges } from './commands/post.ts'
import { outdatedCharges } from './queries/outdated.ts'
import { financeChargeProposal } from './queries/propose.ts'

/** What carries out this module's commands and answers its queries. */
export const financeCharges = {
  commands: {
    'financeCharges.credit': creditFinanceCharges,
    'financeCharges.post': postFinanceCharges,
  },
  queries: {
    'financeCharges.outdated': outdatedCharges,
    'financeCharges.propose': financeChargeProposal,
  },
} satisfies LedgerModule<typeof financeChargesContract>
