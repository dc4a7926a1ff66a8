import type { reportsContract } from '../../src-shared/reports/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { agingByCustomer } from './queries/aging/by-customer.ts'
import { agingItems } from './queries/aging/items.ts'
import { tieOut } from './queries/ledger/tie-out.ts'
import { trialBalance } from './queries/ledger/trial-balance.ts'
import { invoiceRegister } from './queries/registers/invoices.ts'
import { statementData } from './queries/statements/data.ts'
import { statementPdf } from './queries/statements/pdf.ts'

/** What carries out this module's commands and answers its queries. */
export const reports = {
  commands: {},
  queries: {
    'aging.byCustomer': agingByCustomer,
    'aging.items': agingItems,
    'ledger.trialBalance': trialBalance,
    'ledger.tieOut': tieOut,
    'registers.invoices': invoiceRegister,
    'statements.data': statementData,
    'statements.pdf': statementPdf,
  },
} satisfies LedgerModule<typeof reportsContract>
