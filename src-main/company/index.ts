import type { companyContract } from '../../src-shared/company/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { setClosingDate } from './commands/profile/set-closing-date.ts'
import { updateCompany } from './commands/profile/update.ts'
import { changeNumberSeries } from './commands/number-series/change.ts'
import { createPerson, setPin, updatePerson } from './commands/people/people.ts'
import { setForgottenPin, setRecoveryPhrase } from './commands/people/recovery.ts'
import { createReasonCode, updateReasonCode } from './commands/policies/reason-codes.ts'
import { setLimit } from './commands/policies/set-limit.ts'
import { setPreference } from './commands/preferences/set.ts'
import { removeRate, setRate } from './commands/rates/rates.ts'
import { setQuote } from './commands/rates/set-quote.ts'
import { signIn, signOut } from './commands/session/session.ts'
import { createAccount } from './commands/setup/create-account.ts'
import { createProduct, updateProduct } from './commands/setup/products.ts'
import { createTaxCode, createTaxGroup } from './commands/setup/tax-codes.ts'
import { createTerms } from './commands/setup/create-terms.ts'
import { renameAccount, renameTaxCode, renameTerms } from './commands/setup/rename.ts'
import { checkBooks } from './queries/profile/check.ts'
import { companyProfile } from './queries/profile/profile.ts'
import { historyCsv } from './queries/history/csv.ts'
import { historyList, verifyHistory } from './queries/history/list.ts'
import { numberSeriesList } from './queries/number-series/list.ts'
import { peopleList } from './queries/people/list.ts'
import { peopleRecovery } from './queries/people/recovery.ts'
import { limitList, reasonCodeList } from './queries/policies/policies.ts'
import { preference } from './queries/preferences/get.ts'
import { currenciesUsed } from './queries/rates/currencies.ts'
import { rateList, rateOn, quotedCurrencies } from './queries/rates/rates.ts'
import { whoWorks } from './queries/session/who.ts'
import { accountList, productList, taxCodeList, termsList } from './queries/setup/lists.ts'

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
    'people.setRecoveryPhrase': setRecoveryPhrase,
    'people.setForgottenPin': setForgottenPin,
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
    'history.list': historyList,
    'history.verify': verifyHistory,
    'history.csv': historyCsv,
    'session.who': whoWorks,
    'people.list': peopleList,
    'people.recovery': peopleRecovery,
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
