import { adjustments } from './adjustments.ts'
import { applications } from './applications.ts'
import { deductions } from './deductions.ts'
import { parkedReceipts } from './parkedReceipts.ts'
import { receiptBatches } from './receiptBatches.ts'
import { receipts } from './receipts.ts'
import { refunds } from './refunds.ts'

/** Every operation of this module. */
export const cashContract = {
  ...adjustments,
  ...applications,
  ...deductions,
  ...parkedReceipts,
  ...receiptBatches,
  ...receipts,
  ...refunds,
}
