import type { Place } from '../keyboard/places.ts'
import { AdjustmentScreen } from '../screens/adjustment/AdjustmentScreen.tsx'
import { AgingScreen } from '../screens/aging/AgingScreen.tsx'
import { CheckScreen } from '../screens/check/CheckScreen.tsx'
import { ImportScreen } from '../screens/import/ImportScreen.tsx'
import { RevaluationScreen } from '../screens/revaluation/RevaluationScreen.tsx'
import { StatementScreen } from '../screens/statement/StatementScreen.tsx'
import { InvoiceScreen } from '../screens/invoice/InvoiceScreen.tsx'
import { CreditNoteScreen } from '../screens/creditNote/CreditNoteScreen.tsx'
import { DebitNoteScreen } from '../screens/debitNote/DebitNoteScreen.tsx'
import { ReceivePaymentScreen } from '../screens/receivePayment/ReceivePaymentScreen.tsx'
import { RecurringScreen } from '../screens/recurring/RecurringScreen.tsx'
import { RecurringDueScreen } from '../screens/recurringDue/RecurringDueScreen.tsx'
import { RecurringEditScreen } from '../screens/recurringEdit/RecurringEditScreen.tsx'
import { CustomerScreen } from '../screens/customer/CustomerScreen.tsx'
import { CustomerEditScreen } from '../screens/customerEdit/CustomerEditScreen.tsx'
import { CustomersScreen } from '../screens/customers/CustomersScreen.tsx'
import { DocumentScreen } from '../screens/document/DocumentScreen.tsx'
import { DocumentsScreen } from '../screens/documents/DocumentsScreen.tsx'
import { RefundScreen } from '../screens/refund/RefundScreen.tsx'
import { FinanceChargesScreen } from '../screens/financeCharges/FinanceChargesScreen.tsx'
import { OpeningBalancesScreen } from '../screens/openingBalances/OpeningBalancesScreen.tsx'
import { ReturnedPaymentScreen } from '../screens/returnedPayment/ReturnedPaymentScreen.tsx'
import { DeductionsScreen } from '../screens/deductions/DeductionsScreen.tsx'
import { IdentifyReceiptScreen } from '../screens/identifyReceipt/IdentifyReceiptScreen.tsx'
import { ParkReceiptScreen } from '../screens/parkReceipt/ParkReceiptScreen.tsx'
import { ParkedReceiptsScreen } from '../screens/parkedReceipts/ParkedReceiptsScreen.tsx'
import { ReceiptBatchesScreen } from '../screens/receiptBatches/ReceiptBatchesScreen.tsx'
import { SetupScreen } from '../screens/setup/SetupScreen.tsx'
import { HomeScreen } from '../screens/home/HomeScreen.tsx'

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
