/**
 * Every table as drizzle sees it. The migrations make the tables; a test holds these descriptions against a migrated
 * company, so that a typed query cannot name what is not there.
 */
export {
  approval,
  commandDay,
  commandLog,
  commandSubject,
  company,
  device,
  draft,
  preference,
  recoveryPhrase,
  schemaMigration,
  user,
  userPin,
} from './schema/company.ts'
export {
  attachment,
  attachmentContent,
  contact,
  customer,
  customerAddress,
  customerCurrency,
  customerCurrencyLimit,
  note,
  shipToAddress,
} from './schema/customers.ts'
export {
  creditReduction,
  dispute,
  disputeStep,
  document,
  documentLine,
  documentTax,
  financeChargeCredit,
  financeChargeItem,
  instalment,
  itemHold,
  numberPassedOver,
  numberTaken,
  returnedPayment,
} from './schema/documents.ts'
export {
  accountDay,
  accountTotal,
  application,
  applicationTax,
  entry,
  documentWordsUntil,
  openItem,
  posting,
  receivableDay,
  revaluation,
} from './schema/ledger.ts'
export { currencyQuote, exchangeRate } from './schema/rates.ts'
export { recurringInvoice, recurringOccurrence } from './schema/recurring.ts'
export {
  deduction,
  deductionResolution,
  overpayment,
  receiptBatch,
  unidentifiedReceipt,
  unidentifiedReceiptEnd,
} from './schema/cash.ts'
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
