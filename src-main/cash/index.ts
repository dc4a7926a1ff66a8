import type { cashContract } from '../../src-shared/cash/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { postAdjustment } from './commands/adjustments/post.ts'
import { applyCredit } from './commands/applying/apply.ts'
import { applyCredits } from './commands/applying/apply-credits.ts'
import { unapply } from './commands/applying/unapply.ts'
import { allowDeduction } from './commands/deductions/resolve.ts'
import { chargeBackDeduction } from './commands/deductions/charge-back.ts'
import { giveBackReceipt } from './commands/unidentified-receipts/give-back.ts'
import { identifyReceipt } from './commands/unidentified-receipts/identify.ts'
import { unidentifiedReceipt } from './commands/unidentified-receipts/post.ts'
import { closeBatch, openBatch, reopenBatch, updateBatch } from './commands/receipt-batches/receipt-batches.ts'
import { postReceipt } from './commands/receipts/post.ts'
import { returnPayment } from './commands/receipts/return-payment.ts'
import { postRefund } from './commands/refunds/post.ts'
import { deductionList } from './queries/deductions/list.ts'
import { unidentifiedReceiptView } from './queries/unidentified-receipts/get.ts'
import { unidentifiedList } from './queries/unidentified-receipts/list.ts'
import { receiptBatchView, receiptBatchList } from './queries/receipt-batches/receipt-batches.ts'
import { earlierCheck } from './queries/receipts/earlier-check.ts'
import { leftOutItems } from './queries/receipts/left-out.ts'
import { proposeApplications } from './queries/receipts/propose.ts'

/** What carries out this module's commands and answers its queries. */
export const cash = {
  commands: {
    'adjustments.post': postAdjustment,
    'refunds.post': postRefund,
    'receipts.post': postReceipt,
    'receipts.returnPayment': returnPayment,
    'unidentifiedReceipts.post': unidentifiedReceipt,
    'unidentifiedReceipts.identify': identifyReceipt,
    'unidentifiedReceipts.giveBack': giveBackReceipt,
    'receiptBatches.open': openBatch,
    'receiptBatches.update': updateBatch,
    'receiptBatches.close': closeBatch,
    'receiptBatches.reopen': reopenBatch,
    'deductions.allow': allowDeduction,
    'deductions.chargeBack': chargeBackDeduction,
    'applications.apply': applyCredit,
    'applications.applyCredits': applyCredits,
    'applications.unapply': unapply,
  },
  queries: {
    'unidentifiedReceipts.list': unidentifiedList,
    'unidentifiedReceipts.get': unidentifiedReceiptView,
    'receiptBatches.list': receiptBatchList,
    'receiptBatches.get': receiptBatchView,
    'deductions.list': deductionList,
    'receipts.earlierCheck': earlierCheck,
    'receipts.leftOut': leftOutItems,
    'receipts.propose': proposeApplications,
  },
} satisfies LedgerModule<typeof cashContract>
