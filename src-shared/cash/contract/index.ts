import { adjustments } from './adjustments.ts'
import { applications } from './applications.ts'
import { deductions } from './deductions.ts'
import { unidentifiedReceipts } from './unidentified-receipts.ts'
import { receiptBatches } from './receipt-batches.ts'
import { receipts } from './receipts.ts'
import { refunds } from './refunds.ts'

/** Every operation of this module. */
export const cashContract = {
  ...adjustments,
  ...applications,
  ...deductions,
  ...unidentifiedReceipts,
  ...receiptBatches,
  ...receipts,
  ...refunds,
}
