import type { chargesContract } from '../../src-shared/charges/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { creditFinanceCharges } from './commands/finance-charges/credit.ts'
import { postFinanceCharges } from './commands/finance-charges/post.ts'
import { outdatedCharges } from './queries/finance-charges/outdated.ts'
import { financeChargeProposal } from './queries/finance-charges/propose.ts'

/** What carries out this module's commands and answers its queries. */
export const charges = {
  commands: {
    'financeCharges.credit': creditFinanceCharges,
    'financeCharges.post': postFinanceCharges,
  },
  queries: {
    'financeCharges.outdated': outdatedCharges,
    'financeCharges.propose': financeChargeProposal,
  },
} satisfies LedgerModule<typeof chargesContract>
