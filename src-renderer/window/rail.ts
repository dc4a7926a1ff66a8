import type { ActionId } from '../../src-shared/actions/actions.ts'
import type { Place } from '../keyboard/places.ts'
import type { RailItem } from '../ui/shell/Rail.tsx'

/** The places on the left, in the order of a clerk's day. */
export const railItems: readonly RailItem[] = [
  { action: 'go.home' },
  { action: 'go.customers' },
  { action: 'go.documents' },
  { action: 'invoice.new', startsGroup: true },
  { action: 'receipt.new' },
  { action: 'go.aging', startsGroup: true },
  { action: 'go.statements' },
  { action: 'go.import', startsGroup: true },
  { action: 'go.setup' },
]

/** The entry of the rail that a place belongs to. */
export const railAction = (place: Place): ActionId | null => {
  switch (place.screen) {
    case 'home':
      return 'go.home'
    case 'customers':
    case 'customer':
    case 'customerEdit':
      return 'go.customers'
    case 'documents':
    case 'document':
      return 'go.documents'
    case 'invoice':
      return 'invoice.new'
    case 'debitNote':
    case 'creditNote':
      return 'go.documents'
    case 'recurring':
    case 'recurringDue':
    case 'recurringEdit':
      return 'go.documents'
    case 'receivePayment':
    case 'parkedReceipts':
    case 'parkReceipt':
    case 'identifyReceipt':
    case 'receiptBatches':
    case 'deductions':
      return 'receipt.new'
    case 'revaluation':
    case 'aging':
      return 'go.aging'
    case 'statement':
      return 'go.statements'
    case 'import':
      return 'go.import'
    case 'setup':
      return 'go.setup'
    case 'adjustment':
    case 'refund':
    case 'returnedPayment':
    case 'openingBalances':
    case 'financeCharges':
    case 'welcome':
    case 'check':
      return null
  }
}
