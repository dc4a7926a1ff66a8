import { agingByCustomer } from './aging/byCustomer.ts'
import { agingItems } from './aging/items.ts'
import { checkBooks } from './company/check.ts'
import { companyProfile } from './company/profile.ts'
import { draft } from './drafts/get.ts'
import { draftList } from './drafts/list.ts'
import { tieOut } from './ledger/tieOut.ts'
import { trialBalance } from './ledger/trialBalance.ts'
import { openItemsForCustomer } from './openItems/forCustomer.ts'
import { preference } from './preferences/get.ts'
import { proposeApplications } from './receipts/propose.ts'
import { accountList } from './setup/accounts.ts'
import { productList } from './setup/products.ts'
import { taxCodeList } from './setup/taxCodes.ts'
import { termsList } from './setup/terms.ts'
import type { QueryHandlers } from './handler.ts'

/** Every query and report of the contract and what answers it. */
export const queries = {
  'company.profile': companyProfile,
  'company.check': checkBooks,
  'preferences.get': preference,
  'terms.list': termsList,
  'taxCodes.list': taxCodeList,
  'products.list': productList,
  'accounts.list': accountList,
  'openItems.forCustomer': openItemsForCustomer,
  'receipts.propose': proposeApplications,
  'aging.byCustomer': agingByCustomer,
  'aging.items': agingItems,
  'ledger.trialBalance': trialBalance,
  'ledger.tieOut': tieOut,
  'drafts.list': draftList,
  'drafts.get': draft,
} as QueryHandlers
