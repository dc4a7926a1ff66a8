import { receiptMethods } from '../../src-shared/domain/receipt-method.ts'
import type { ReceiptMethod } from '../../src-shared/domain/receipt-method.ts'

const methodName = {
  check: 'Check',
  transfer: 'Bank transfer',
  card: 'Card',
  cash: 'Cash',
  other: 'Other',
} satisfies Record<ReceiptMethod, string>

/** The ways money is paid, to choose from. */
export const methodOptions = receiptMethods.map((method) => ({ value: method, label: methodName[method] }))
