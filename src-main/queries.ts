import { agingByCustomer } from './reports/queries/aging/byCustomer.ts'
import { agingItems } from './reports/queries/aging/items.ts'
import { checkBooks } from './company/queries/company/check.ts'
import { companyProfile } from './company/queries/company/profile.ts'
import { creditableLines } from './billing/queries/creditNotes/creditable.ts'
import { creditHistory } from './customers/queries/customers/creditHistory.ts'
import { customerCard } from './customers/queries/customers/get.ts'
import { customerList } from './customers/queries/customers/list.ts'
import { customerSearch } from './customers/queries/customers/search.ts'
import { documentView } from './ledger/queries/documents/get.ts'
import { documentList } from './ledger/queries/documents/list.ts'
import { documentPostings } from './ledger/queries/documents/postings.ts'
import { draft } from './ledger/queries/drafts/get.ts'
import { draftList } from './ledger/queries/drafts/list.ts'
import { outdatedCharges } from './charges/queries/financeCharges/outdated.ts'
import { financeChargeProposal } from './charges/queries/financeCharges/propose.ts'
import { findEverything } from './desk/queries/find/everything.ts'
import { importDryRun } from './move/queries/imports/dryRun.ts'
import { importPreview } from './move/queries/imports/preview.ts'
import { tieOut } from './reports/queries/ledger/tieOut.ts'
import { trialBalance } from './reports/queries/ledger/trialBalance.ts'
import { numberSeriesList } from './company/queries/numberSeries/list.ts'
import { openItemsForCustomer, openItemsForPayer } from './customers/queries/openItems/forCustomer.ts'
import { peopleList } from './company/queries/people/list.ts'
import { limitList } from './company/queries/policies/limits.ts'
import { reasonCodeList } from './company/queries/policies/reasonCodes.ts'
import { preference } from './company/queries/preferences/get.ts'
import { rateList } from './company/queries/rates/list.ts'
import { rateOn } from './company/queries/rates/on.ts'
import { currenciesUsed } from './company/queries/rates/currencies.ts'
import { quotedCurrencies } from './company/queries/rates/quotes.ts'
import { parkedReceiptView } from './cash/queries/parkedReceipts/get.ts'
import { parkedList } from './cash/queries/parkedReceipts/list.ts'
import { receiptBatchView } from './cash/queries/receiptBatches/get.ts'
import { receiptBatchList } from './cash/queries/receiptBatches/list.ts'
import { deductionList } from './cash/queries/deductions/list.ts'
import { outdatedRevaluations } from './currency/queries/revaluation/outdated.ts'
import { revaluationProposal } from './currency/queries/revaluation/propose.ts'
import { earlierCheck } from './cash/queries/receipts/earlier-check.ts'
import { leftOutItems } from './cash/queries/receipts/leftOut.ts'
import { proposeApplications } from './cash/queries/receipts/propose.ts'
import { dueOccurrences } from './billing/queries/recurring/due.ts'
import { recurringFromInvoice } from './billing/queries/recurring/fromInvoice.ts'
import { recurringInvoice } from './billing/queries/recurring/get.ts'
import { recurringList } from './billing/queries/recurring/list.ts'
import { whoWorks } from './company/queries/session/who.ts'
import { accountList } from './company/queries/setup/accounts.ts'
import { productList } from './company/queries/setup/products.ts'
import { taxCodeList } from './company/queries/setup/taxCodes.ts'
import { termsList } from './company/queries/setup/terms.ts'
import { statementData } from './reports/queries/statements/data.ts'
import { statementPdf } from './reports/queries/statements/pdf.ts'
import type { QueryHandlers } from './kernel/query-handler.ts'

/** Every query and report of the contract and what answers it. */
export const queries = {
  'company.profile': companyProfile,
  'company.check': checkBooks,
  'session.who': whoWorks,
  'people.list': peopleList,
  'preferences.get': preference,
  'customers.get': customerCard,
  'customers.creditHistory': creditHistory,
  'customers.list': customerList,
  'customers.search': customerSearch,
  'terms.list': termsList,
  'taxCodes.list': taxCodeList,
  'products.list': productList,
  'accounts.list': accountList,
  'numberSeries.list': numberSeriesList,
  'openItems.forCustomer': openItemsForCustomer,
  'openItems.forPayer': openItemsForPayer,
  'documents.list': documentList,
  'documents.get': documentView,
  'documents.postings': documentPostings,
  'creditNotes.creditable': creditableLines,
  'financeCharges.outdated': outdatedCharges,
  'financeCharges.propose': financeChargeProposal,
  'reasonCodes.list': reasonCodeList,
  'limits.list': limitList,
  'rates.list': rateList,
  'rates.on': rateOn,
  'rates.currencies': currenciesUsed,
  'rates.quotes': quotedCurrencies,
  'revaluation.propose': revaluationProposal,
  'revaluation.outdated': outdatedRevaluations,
  'find.everything': findEverything,
  'parkedReceipts.list': parkedList,
  'parkedReceipts.get': parkedReceiptView,
  'receiptBatches.list': receiptBatchList,
  'receiptBatches.get': receiptBatchView,
  'deductions.list': deductionList,
  'receipts.earlierCheck': earlierCheck,
  'receipts.leftOut': leftOutItems,
  'receipts.propose': proposeApplications,
  'recurring.list': recurringList,
  'recurring.get': recurringInvoice,
  'recurring.fromInvoice': recurringFromInvoice,
  'recurring.due': dueOccurrences,
  'aging.byCustomer': agingByCustomer,
  'aging.items': agingItems,
  'ledger.trialBalance': trialBalance,
  'ledger.tieOut': tieOut,
  'statements.data': statementData,
  'statements.pdf': statementPdf,
  'drafts.list': draftList,
  'drafts.get': draft,
  'imports.preview': importPreview,
  'imports.dryRun': importDryRun,
} satisfies QueryHandlers
