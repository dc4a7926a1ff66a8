import type { Place } from '../keyboard/places.ts'
import { AdjustmentScreen } from '../cash/adjustment/AdjustmentScreen.tsx'
import { AgingScreen } from '../reports/aging/AgingScreen.tsx'
import { CheckScreen } from '../company/check/CheckScreen.tsx'
import { ImportScreen } from '../move/import/ImportScreen.tsx'
import { RevaluationScreen } from '../currency/revaluation/RevaluationScreen.tsx'
import { StatementScreen } from '../reports/statement/StatementScreen.tsx'
import { InvoiceScreen } from '../billing/invoice/InvoiceScreen.tsx'
import { CreditNoteScreen } from '../billing/creditNote/CreditNoteScreen.tsx'
import { DebitNoteScreen } from '../billing/debitNote/DebitNoteScreen.tsx'
import { ReceivePaymentScreen } from '../cash/receivePayment/ReceivePaymentScreen.tsx'
import { RecurringScreen } from '../billing/recurring/RecurringScreen.tsx'
import { RecurringDueScreen } from '../billing/recurringDue/RecurringDueScreen.tsx'
import { RecurringEditScreen } from '../billing/recurringEdit/RecurringEditScreen.tsx'
import { CustomerScreen } from '../customers/customer/CustomerScreen.tsx'
import { CustomerEditScreen } from '../customers/customerEdit/CustomerEditScreen.tsx'
import { CustomersScreen } from '../customers/customers/CustomersScreen.tsx'
import { DocumentScreen } from '../documents/document/DocumentScreen.tsx'
import { DocumentsScreen } from '../documents/documents/DocumentsScreen.tsx'
import { RefundScreen } from '../cash/refund/RefundScreen.tsx'
import { FinanceChargesScreen } from '../charges/financeCharges/FinanceChargesScreen.tsx'
import { OpeningBalancesScreen } from '../billing/openingBalances/OpeningBalancesScreen.tsx'
import { ReturnedPaymentScreen } from '../cash/returnedPayment/ReturnedPaymentScreen.tsx'
import { DeductionsScreen } from '../cash/deductions/DeductionsScreen.tsx'
import { IdentifyReceiptScreen } from '../cash/identifyReceipt/IdentifyReceiptScreen.tsx'
import { ParkReceiptScreen } from '../cash/parkReceipt/ParkReceiptScreen.tsx'
import { ParkedReceiptsScreen } from '../cash/parkedReceipts/ParkedReceiptsScreen.tsx'
import { ReceiptBatchesScreen } from '../cash/receiptBatches/ReceiptBatchesScreen.tsx'
import { SetupScreen } from '../desk/setup/SetupScreen.tsx'
import { HomeScreen } from '../desk/home/HomeScreen.tsx'

/** The screen of a place. */
export function ScreenFor({ place }: { readonly place: Place }) {
  switch (place.screen) {
    case 'home':
      return <HomeScreen />
    case 'customers':
      return <CustomersScreen />
    case 'customer':
      return <CustomerScreen customerId={place.customerId} />
    case 'customerEdit':
      return <CustomerEditScreen customerId={place.customerId} />
    case 'documents':
      return <DocumentsScreen />
    case 'document':
      return <DocumentScreen place={place} />
    case 'setup':
      return <SetupScreen />
    case 'invoice':
      return <InvoiceScreen place={place} />
    case 'debitNote':
      return <DebitNoteScreen place={place} />
    case 'creditNote':
      return <CreditNoteScreen place={place} />
    case 'receivePayment':
      return <ReceivePaymentScreen place={place} />
    case 'recurring':
      return <RecurringScreen />
    case 'recurringDue':
      return <RecurringDueScreen />
    case 'recurringEdit':
      return <RecurringEditScreen place={place} />
    case 'adjustment':
      return <AdjustmentScreen place={place} />
    case 'refund':
      return <RefundScreen place={place} />
    case 'returnedPayment':
      return <ReturnedPaymentScreen place={place} />
    case 'financeCharges':
      return <FinanceChargesScreen place={place} />
    case 'openingBalances':
      return <OpeningBalancesScreen place={place} />
    case 'parkedReceipts':
      return <ParkedReceiptsScreen />
    case 'parkReceipt':
      return <ParkReceiptScreen place={place} />
    case 'identifyReceipt':
      return <IdentifyReceiptScreen place={place} />
    case 'receiptBatches':
      return <ReceiptBatchesScreen />
    case 'deductions':
      return <DeductionsScreen />
    case 'aging':
      return <AgingScreen />
    case 'revaluation':
      return <RevaluationScreen place={place} />
    case 'statement':
      return <StatementScreen place={place} />
    case 'import':
      return <ImportScreen />
    case 'check':
      return <CheckScreen />
    // Shown only while no company is open, by the window itself.
    case 'welcome':
      return null
  }
}
