/**
 * Every table as drizzle sees it. The migrations make the tables; a test holds these descriptions against a migrated
 * company, so that a typed query cannot name what is not there.
 */
export {
  approval,
  commandLog,
  company,
  device,
  draft,
  preference,
  schemaMigration,
  user,
  userPin,
} from './schema/company.ts'
export { contact, customer, customerAddress, customerCurrency, customerCurrencyLimit } from './schema/customers.ts'
export {
  creditReduction,
  document,
  documentLine,
  documentTax,
  financeChargeCredit,
  financeChargeItem,
  instalment,
  itemMark,
  numberPassedOver,
  numberTaken,
  returnedPayment,
} from './schema/documents.ts'
export { accountTotal, application, applicationTax, entry, openItem, posting, revaluation } from './schema/ledger.ts'
export { currencyQuote, exchangeRate } from './schema/rates.ts'
export { recurringInvoice, recurringOccurrence } from './schema/recurring.ts'
export { deduction, deductionResolution, overpayment } from './schema/deductions.ts'
export { parkedReceipt, parkedReceiptEnd, receiptBatch } from './schema/parked.ts'
export {
  account,
  accountRole,
  numberSeries,
  product,
  reasonCode,
  roleLimit,
  taxCode,
  taxCodeComponent,
  terms,
} from './schema/setup.ts'
