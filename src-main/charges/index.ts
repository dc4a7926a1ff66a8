import type { chargesContract } from '../../src-shared/charges/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { creditFinanceCharges } from './commands/financeCharges/credit.ts'
import { postFinanceCharges } from './commands/financeCharges/post.ts'
import { outdatedCharges } from './queries/financeCharges/outdated.ts'
import { financeChargeProposal } from './queries/financeCharges/propose.ts'

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
