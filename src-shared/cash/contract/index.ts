import { adjustments } from './adjustments.ts'
import { applications } from './applications.ts'
import { deductions } from './deductions.ts'
import { unidentifiedReceipts } from './unidentifiedReceipts.ts'
import { receiptBatches } from './receiptBatches.ts'
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
