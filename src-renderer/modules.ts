import type { ContributedNews } from './api/define-news.ts'
import type { ContributedPlace } from './keyboard/define-place.ts'
import { checkPlace } from './company/books-check/place.ts'
import { encryptionPlace } from './company/encryption/place.ts'
import { backupsPlace } from './company/backups/place.ts'
import { historyPlace } from './company/history/place.ts'
import { customerPlace } from './customers/customer/place.ts'
import { customerEditPlace } from './customers/customer-edit/place.ts'
import { customersPlace } from './customers/customers/place.ts'
import { adjustmentPlace } from './cash/adjustment/place.ts'
import { deductionsPlace } from './cash/deductions/place.ts'
import { identifyReceiptPlace } from './cash/identify-receipt/place.ts'
import { unidentifiedReceiptPlace } from './cash/unidentified-receipt/place.ts'
import { unidentifiedReceiptsPlace } from './cash/unidentified-receipts/place.ts'
import { receiptBatchesPlace } from './cash/receipt-batches/place.ts'
import { receivePaymentPlace } from './cash/receive-payment/place.ts'
import { refundPlace } from './cash/refund/place.ts'
import { returnedPaymentPlace } from './cash/returned-payment/place.ts'
import { creditNotePlace } from './billing/credit-note/place.ts'
import { debitNotePlace } from './billing/debit-note/place.ts'
import { invoicePlace } from './billing/invoice/place.ts'
import { openingBalancesPlace } from './billing/opening-balances/place.ts'
import { recurringPlace } from './billing/recurring/place.ts'
import { recurringDuePlace } from './billing/recurring-due/place.ts'
import { recurringEditPlace } from './billing/recurring-edit/place.ts'
import { lateNews } from './finance-charges/charged-too-much/LateNews.tsx'
import { financeChargesPlace } from './finance-charges/list/place.ts'
import { revaluationPlace } from './currency/revaluation/place.ts'
import { documentPlace } from './documents/document/place.ts'
import { documentsPlace } from './documents/documents/place.ts'
import { agingPlace } from './reports/aging/place.ts'
import { invoiceRegisterPlace } from './reports/invoice-register/place.ts'
import { statementPlace } from './reports/statement/place.ts'
import { trialBalancePlace } from './reports/trial-balance/place.ts'
import { importPlace } from './import-export/import/place.ts'
import { homePlace } from './desk/home/place.ts'
import { setupPlace } from './desk/setup/place.ts'

/** The screens of all modules: a screen is its folder, and its line here. */
export const places: readonly ContributedPlace[] = [
  backupsPlace,
  encryptionPlace,
  historyPlace,
  checkPlace,
  customerPlace,
  customerEditPlace,
  customersPlace,
  adjustmentPlace,
  deductionsPlace,
  identifyReceiptPlace,
  unidentifiedReceiptPlace,
  unidentifiedReceiptsPlace,
  receiptBatchesPlace,
  receivePaymentPlace,
  refundPlace,
  returnedPaymentPlace,
  creditNotePlace,
  debitNotePlace,
  invoicePlace,
  openingBalancesPlace,
  recurringPlace,
  recurringDuePlace,
  recurringEditPlace,
  financeChargesPlace,
  revaluationPlace,
  documentPlace,
  documentsPlace,
  agingPlace,
  invoiceRegisterPlace,
  statementPlace,
  trialBalancePlace,
  importPlace,
  homePlace,
  setupPlace,
]

/** What modules say of what was done elsewhere. */
export const news: readonly ContributedNews[] = [lateNews]
