import type { cashContract } from '../../src-shared/cash/contract/index.ts'
import type { LedgerModule } from '../kernel/ledger-module.ts'
import { postAdjustment } from './commands/adjustments/post.ts'
import { applyCredit } from './commands/applications/apply.ts'
import { applyCredits } from './commands/applications/applyCredits.ts'
import { unapply } from './commands/applications/unapply.ts'
import { allowDeduction } from './commands/deductions/allow.ts'
import { chargeBackDeduction } from './commands/deductions/chargeBack.ts'
import { giveBackReceipt } from './commands/unidentifiedReceipts/giveBack.ts'
import { identifyReceipt } from './commands/unidentifiedReceipts/identify.ts'
import { unidentifiedReceipt } from './commands/unidentifiedReceipts/post.ts'
import { closeBatch } from './commands/receiptBatches/close.ts'
import { openBatch } from './commands/receiptBatches/open.ts'
import { reopenBatch } from './commands/receiptBatches/reopen.ts'
import { updateBatch } from './commands/receiptBatches/update.ts'
import { postReceipt } from './commands/receipts/post.ts'
import { returnPayment } from './commands/receipts/returnPayment.ts'
import { postRefund } from './commands/refunds/post.ts'
import { deductionList } from './queries/deductions/list.ts'
import { unidentifiedReceiptView } from './queries/unidentifiedReceipts/get.ts'
import { unidentifiedList } from './queries/unidentifiedReceipts/list.ts'
import { receiptBatchView } from './queries/receiptBatches/get.ts'
import { receiptBatchList } from './queries/receiptBatches/list.ts'
import { earlierCheck } from './queries/receipts/earlier-check.ts'
import { leftOutItems } from './queries/receipts/leftOut.ts'
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
