import type { customersContract } from '../../src-shared/customers/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { createCustomer } from './commands/create.ts'
import { updateCustomer } from './commands/update.ts'
import { customersChangedSince } from './queries/customers/changed-since.ts'
import { creditHistory } from './queries/customers/credit-history.ts'
import { customerCard } from './queries/customers/get.ts'
import { customerList } from './queries/customers/list.ts'
import { customerSearch } from './queries/customers/search.ts'
import { openItemsForCustomer, openItemsForPayer } from './queries/open-items/for-customer.ts'

/** What carries out this module's commands and answers its queries. */
export const customers = {
  commands: {
    'customers.create': createCustomer,
    'customers.update': updateCustomer,
  },
  queries: {
    'customers.get': customerCard,
    'customers.creditHistory': creditHistory,
    'customers.list': customerList,
    'customers.search': customerSearch,
    'customers.changedSince': customersChangedSince,
    'openItems.forCustomer': openItemsForCustomer,
    'openItems.forPayer': openItemsForPayer,
  },
} satisfies LedgerModule<typeof customersContract>
