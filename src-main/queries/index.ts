import { agingByCustomer } from './aging/byCustomer.ts'
import { agingItems } from './aging/items.ts'
import { checkBooks } from './company/check.ts'
import { companyProfile } from './company/profile.ts'
import { creditableLines } from './creditNotes/creditable.ts'
import { creditHistory } from './customers/creditHistory.ts'
import { customerCard } from './customers/get.ts'
import { customerList } from './customers/list.ts'
import { customerSearch } from './customers/search.ts'
import { documentView } from './documents/get.ts'
import { documentList } from './documents/list.ts'
import { documentPostings } from './documents/postings.ts'
import { draft } from './drafts/get.ts'
import { draftList } from './drafts/list.ts'
import { outdatedCharges } from './financeCharges/outdated.ts'
import { financeChargeProposal } from './financeCharges/propose.ts'
import { findEverything } from './find/everything.ts'
import { importDryRun } from './imports/dryRun.ts'
import { importPreview } from './imports/preview.ts'
import { tieOut } from './ledger/tieOut.ts'
import { trialBalance } from './ledger/trialBalance.ts'
import { numberSeriesList } from './numberSeries/list.ts'
import { openItemsForCustomer, openItemsForPayer } from './openItems/forCustomer.ts'
import { peopleList } from './people/list.ts'
import { limitList } from './policies/limits.ts'
import { reasonCodeList } from './policies/reasonCodes.ts'
import { preference } from './preferences/get.ts'
import { rateList } from './rates/list.ts'
import { rateOn } from './rates/on.ts'
import { currenciesUsed } from './rates/currencies.ts'
import { quotedCurrencies } from './rates/quotes.ts'
import { parkedReceiptView } from './parkedReceipts/get.ts'
import { parkedList } from './parkedReceipts/list.ts'
import { receiptBatchView } from './receiptBatches/get.ts'
import { receiptBatchList } from './receiptBatches/list.ts'
import { deductionList } from './deductions/list.ts'
import { outdatedRevaluations } from './revaluation/outdated.ts'
import { revaluationProposal } from './revaluation/propose.ts'
import { earlierCheck } from './receipts/earlier-check.ts'
import { leftOutItems } from './receipts/leftOut.ts'
import { proposeApplications } from './receipts/propose.ts'
import { dueOccurrences } from './recurring/due.ts'
import { recurringFromInvoice } from './recurring/fromInvoice.ts'
import { recurringInvoice } from './recurring/get.ts'
import { recurringList } from './recurring/list.ts'
import { whoWorks } from './session/who.ts'
import { accountList } from './setup/accounts.ts'
import { productList } from './setup/products.ts'
import { taxCodeList } from './setup/taxCodes.ts'
import { termsList } from './setup/terms.ts'
import { statementData } from './statements/data.ts'
import { statementPdf } from './statements/pdf.ts'
import type { QueryHandlers } from './handler.ts'

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
