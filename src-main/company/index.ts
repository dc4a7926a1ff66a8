import type { companyContract } from '../../src-shared/company/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { setClosingDate } from './commands/company/set-closing-date.ts'
import { updateCompany } from './commands/company/update.ts'
import { changeNumberSeries } from './commands/number-series/change.ts'
import { createPerson } from './commands/people/create.ts'
import { setPin } from './commands/people/set-pin.ts'
import { updatePerson } from './commands/people/update.ts'
import { createReasonCode } from './commands/policies/create-reason-code.ts'
import { setLimit } from './commands/policies/set-limit.ts'
import { updateReasonCode } from './commands/policies/update-reason-code.ts'
import { setPreference } from './commands/preferences/set.ts'
import { removeRate } from './commands/rates/remove.ts'
import { setRate } from './commands/rates/set.ts'
import { setQuote } from './commands/rates/set-quote.ts'
import { signIn } from './commands/session/sign-in.ts'
import { signOut } from './commands/session/sign-out.ts'
import { createAccount } from './commands/setup/create-account.ts'
import { createProduct } from './commands/setup/create-product.ts'
import { createTaxCode } from './commands/setup/create-tax-code.ts'
import { createTaxGroup } from './commands/setup/create-tax-group.ts'
import { createTerms } from './commands/setup/create-terms.ts'
import { renameAccount, renameTaxCode, renameTerms } from './commands/setup/rename.ts'
import { updateProduct } from './commands/setup/update-product.ts'
import { checkBooks } from './queries/company/check.ts'
import { companyProfile } from './queries/company/profile.ts'
import { numberSeriesList } from './queries/number-series/list.ts'
import { peopleList } from './queries/people/list.ts'
import { limitList } from './queries/policies/limits.ts'
import { reasonCodeList } from './queries/policies/reason-codes.ts'
import { preference } from './queries/preferences/get.ts'
import { currenciesUsed } from './queries/rates/currencies.ts'
import { rateList } from './queries/rates/list.ts'
import { rateOn } from './queries/rates/on.ts'
import { quotedCurrencies } from './queries/rates/quotes.ts'
import { whoWorks } from './queries/session/who.ts'
import { accountList } from './queries/setup/accounts.ts'
import { productList } from './queries/setup/products.ts'
import { taxCodeList } from './queries/setup/tax-codes.ts'
import { termsList } from './queries/setup/terms.ts'

/** What carries out this module's commands and answers its queries. */
export const company = {
  commands: {
    'company.update': updateCompany,
    'company.setClosingDate': setClosingDate,
    'preferences.set': setPreference,
    'terms.create': createTerms,
    'terms.rename': renameTerms,
    'taxCodes.create': createTaxCode,
    'taxCodes.createGroup': createTaxGroup,
    'taxCodes.rename': renameTaxCode,
    'products.create': createProduct,
    'products.update': updateProduct,
    'accounts.create': createAccount,
    'accounts.rename': renameAccount,
    'numberSeries.change': changeNumberSeries,
    'session.signIn': signIn,
    'session.signOut': signOut,
    'people.create': createPerson,
    'people.update': updatePerson,
    'people.setPin': setPin,
    'reasonCodes.create': createReasonCode,
    'reasonCodes.update': updateReasonCode,
    'limits.set': setLimit,
    'rates.set': setRate,
    'rates.remove': removeRate,
    'rates.setQuote': setQuote,
  },
  queries: {
    'company.profile': companyProfile,
    'company.check': checkBooks,
    'session.who': whoWorks,
    'people.list': peopleList,
    'preferences.get': preference,
    'terms.list': termsList,
    'taxCodes.list': taxCodeList,
    'products.list': productList,
    'accounts.list': accountList,
    'numberSeries.list': numberSeriesList,
    'reasonCodes.list': reasonCodeList,
    'limits.list': limitList,
    'rates.list': rateList,
    'rates.on': rateOn,
    'rates.currencies': currenciesUsed,
    'rates.quotes': quotedCurrencies,
  },
} satisfies LedgerModule<typeof companyContract>
