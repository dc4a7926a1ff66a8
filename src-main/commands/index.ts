import { postAdjustment } from './adjustments/post.ts'
import { applyCredit } from './applications/apply.ts'
import { applyCredits } from './applications/applyCredits.ts'
import { unapply } from './applications/unapply.ts'
import { setClosingDate } from './company/setClosingDate.ts'
import { updateCompany } from './company/update.ts'
import { postCreditNote } from './creditNotes/post.ts'
import { postCreditNoteFromInvoice } from './creditNotes/postFromInvoice.ts'
import { createCustomer } from './customers/create.ts'
import { updateCustomer } from './customers/update.ts'
import { postDebitNote } from './debitNotes/post.ts'
import { allowDeduction } from './deductions/allow.ts'
import { chargeBackDeduction } from './deductions/chargeBack.ts'
import { voidDocument } from './documents/void.ts'
import { voidAndCopyDocument } from './documents/voidAndCopy.ts'
import { discardDraft } from './drafts/discard.ts'
import { saveDraft } from './drafts/save.ts'
import { creditFinanceCharges } from './financeCharges/credit.ts'
import { postFinanceCharges } from './financeCharges/post.ts'
import { runImport } from './imports/run.ts'
import { postInvoice } from './invoices/post.ts'
import { markItem } from './openItems/mark.ts'
import { changeNumberSeries } from './numberSeries/change.ts'
import { postOpeningBalances } from './openingBalances/post.ts'
import { giveBackReceipt } from './parkedReceipts/giveBack.ts'
import { identifyReceipt } from './parkedReceipts/identify.ts'
import { parkReceipt } from './parkedReceipts/post.ts'
import { createPerson } from './people/create.ts'
import { setPin } from './people/setPin.ts'
import { updatePerson } from './people/update.ts'
import { createReasonCode } from './policies/createReasonCode.ts'
import { setLimit } from './policies/setLimit.ts'
import { updateReasonCode } from './policies/updateReasonCode.ts'
import { setPreference } from './preferences/set.ts'
import { removeRate } from './rates/remove.ts'
import { setRate } from './rates/set.ts'
import { setQuote } from './rates/setQuote.ts'
import { closeBatch } from './receiptBatches/close.ts'
import { openBatch } from './receiptBatches/open.ts'
import { reopenBatch } from './receiptBatches/reopen.ts'
import { updateBatch } from './receiptBatches/update.ts'
import { postRevaluation } from './revaluation/post.ts'
import { postReceipt } from './receipts/post.ts'
import { endRecurring } from './recurring/end.ts'
import { postRecurring } from './recurring/post.ts'
import { restoreOccurrences } from './recurring/restore.ts'
import { saveRecurring } from './recurring/save.ts'
import { setRecurringPaused } from './recurring/setPaused.ts'
import { skipOccurrences } from './recurring/skip.ts'
import { postRefund } from './refunds/post.ts'
import { returnPayment } from './receipts/returnPayment.ts'
import { signIn } from './session/signIn.ts'
import { signOut } from './session/signOut.ts'
import { createAccount } from './setup/createAccount.ts'
import { createProduct } from './setup/createProduct.ts'
import { createTaxCode } from './setup/createTaxCode.ts'
import { createTaxGroup } from './setup/createTaxGroup.ts'
import { createTerms } from './setup/createTerms.ts'
import { renameAccount, renameTaxCode, renameTerms } from './setup/rename.ts'
import { updateProduct } from './setup/updateProduct.ts'
import type { CommandHandlers } from './handler.ts'

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
