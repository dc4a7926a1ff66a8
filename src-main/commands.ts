import { postAdjustment } from './cash/commands/adjustments/post.ts'
import { applyCredit } from './cash/commands/applications/apply.ts'
import { applyCredits } from './cash/commands/applications/applyCredits.ts'
import { unapply } from './cash/commands/applications/unapply.ts'
import { setClosingDate } from './company/commands/company/setClosingDate.ts'
import { updateCompany } from './company/commands/company/update.ts'
import { postCreditNote } from './billing/commands/creditNotes/post.ts'
import { postCreditNoteFromInvoice } from './billing/commands/creditNotes/postFromInvoice.ts'
import { createCustomer } from './customers/commands/customers/create.ts'
import { updateCustomer } from './customers/commands/customers/update.ts'
import { postDebitNote } from './billing/commands/debitNotes/post.ts'
import { allowDeduction } from './cash/commands/deductions/allow.ts'
import { chargeBackDeduction } from './cash/commands/deductions/chargeBack.ts'
import { voidDocument } from './documents/commands/documents/void.ts'
import { voidAndCopyDocument } from './documents/commands/documents/voidAndCopy.ts'
import { discardDraft } from './ledger/commands/drafts/discard.ts'
import { saveDraft } from './ledger/commands/drafts/save.ts'
import { creditFinanceCharges } from './charges/commands/financeCharges/credit.ts'
import { postFinanceCharges } from './charges/commands/financeCharges/post.ts'
import { runImport } from './move/commands/imports/run.ts'
import { postInvoice } from './billing/commands/invoices/post.ts'
import { markItem } from './ledger/commands/openItems/mark.ts'
import { changeNumberSeries } from './company/commands/numberSeries/change.ts'
import { postOpeningBalances } from './billing/commands/openingBalances/post.ts'
import { giveBackReceipt } from './cash/commands/parkedReceipts/giveBack.ts'
import { identifyReceipt } from './cash/commands/parkedReceipts/identify.ts'
import { parkReceipt } from './cash/commands/parkedReceipts/post.ts'
import { createPerson } from './company/commands/people/create.ts'
import { setPin } from './company/commands/people/setPin.ts'
import { updatePerson } from './company/commands/people/update.ts'
import { createReasonCode } from './company/commands/policies/createReasonCode.ts'
import { setLimit } from './company/commands/policies/setLimit.ts'
import { updateReasonCode } from './company/commands/policies/updateReasonCode.ts'
import { setPreference } from './company/commands/preferences/set.ts'
import { removeRate } from './company/commands/rates/remove.ts'
import { setRate } from './company/commands/rates/set.ts'
import { setQuote } from './company/commands/rates/setQuote.ts'
import { closeBatch } from './cash/commands/receiptBatches/close.ts'
import { openBatch } from './cash/commands/receiptBatches/open.ts'
import { reopenBatch } from './cash/commands/receiptBatches/reopen.ts'
import { updateBatch } from './cash/commands/receiptBatches/update.ts'
import { postRevaluation } from './currency/commands/revaluation/post.ts'
import { postReceipt } from './cash/commands/receipts/post.ts'
import { endRecurring } from './billing/commands/recurring/end.ts'
import { postRecurring } from './billing/commands/recurring/post.ts'
import { restoreOccurrences } from './billing/commands/recurring/restore.ts'
import { saveRecurring } from './billing/commands/recurring/save.ts'
import { setRecurringPaused } from './billing/commands/recurring/setPaused.ts'
import { skipOccurrences } from './billing/commands/recurring/skip.ts'
import { postRefund } from './cash/commands/refunds/post.ts'
import { returnPayment } from './cash/commands/receipts/returnPayment.ts'
import { signIn } from './company/commands/session/signIn.ts'
import { signOut } from './company/commands/session/signOut.ts'
import { createAccount } from './company/commands/setup/createAccount.ts'
import { createProduct } from './company/commands/setup/createProduct.ts'
import { createTaxCode } from './company/commands/setup/createTaxCode.ts'
import { createTaxGroup } from './company/commands/setup/createTaxGroup.ts'
import { createTerms } from './company/commands/setup/createTerms.ts'
import { renameAccount, renameTaxCode, renameTerms } from './company/commands/setup/rename.ts'
import { updateProduct } from './company/commands/setup/updateProduct.ts'
import type { CommandHandlers } from './kernel/command-handler.ts'

/** Every command of the contract and what carries it out. */
export const commands = {
  'company.update': updateCompany,
  'company.setClosingDate': setClosingDate,
  'preferences.set': setPreference,
  'customers.create': createCustomer,
  'customers.update': updateCustomer,
  'terms.create': createTerms,
  'terms.rename': renameTerms,
  'taxCodes.create': createTaxCode,
  'taxCodes.createGroup': createTaxGroup,
  'taxCodes.rename': renameTaxCode,
  'products.create': createProduct,
  'products.update': updateProduct,
  'accounts.create': createAccount,
  'accounts.rename': renameAccount,
  'invoices.post': postInvoice,
  'recurring.save': saveRecurring,
  'recurring.setPaused': setRecurringPaused,
  'recurring.end': endRecurring,
  'recurring.post': postRecurring,
  'recurring.skip': skipOccurrences,
  'recurring.restore': restoreOccurrences,
  'creditNotes.post': postCreditNote,
  'creditNotes.postFromInvoice': postCreditNoteFromInvoice,
  'debitNotes.post': postDebitNote,
  'adjustments.post': postAdjustment,
  'refunds.post': postRefund,
  'financeCharges.credit': creditFinanceCharges,
  'financeCharges.post': postFinanceCharges,
  'openItems.mark': markItem,
  'numberSeries.change': changeNumberSeries,
  'openingBalances.post': postOpeningBalances,
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
  'revaluation.post': postRevaluation,
  'receipts.post': postReceipt,
  'receipts.returnPayment': returnPayment,
  'parkedReceipts.post': parkReceipt,
  'parkedReceipts.identify': identifyReceipt,
  'parkedReceipts.giveBack': giveBackReceipt,
  'receiptBatches.open': openBatch,
  'receiptBatches.update': updateBatch,
  'receiptBatches.close': closeBatch,
  'receiptBatches.reopen': reopenBatch,
  'deductions.allow': allowDeduction,
  'deductions.chargeBack': chargeBackDeduction,
  'applications.apply': applyCredit,
  'applications.applyCredits': applyCredits,
  'applications.unapply': unapply,
  'documents.void': voidDocument,
  'documents.voidAndCopy': voidAndCopyDocument,
  'drafts.save': saveDraft,
  'drafts.discard': discardDraft,
  'imports.run': runImport,
} satisfies CommandHandlers
