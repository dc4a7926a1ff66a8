import { documentsRead, posting, type SubjectsOf } from '../../kit/subjects.ts'
import type { cashContract } from './index.ts'

/** What each command changes and each query reads. */
export const cashSubjects = {
  'adjustments.post': posting,
  'applications.apply': ['documents', 'openItems', 'entries', 'numbers', 'drafts', 'log'],
  'applications.applyCredits': posting,
  'applications.unapply': ['documents', 'openItems', 'entries', 'log'],
  'deductions.list': ['deductions', ...documentsRead, 'reasons'],
  'deductions.allow': [...posting, 'deductions'],
  'deductions.chargeBack': [...posting, 'deductions'],
  'unidentifiedReceipts.list': ['unidentifiedReceipts', 'accounts', 'batches'],
  'unidentifiedReceipts.get': ['unidentifiedReceipts', 'accounts', 'batches', 'documents', 'people'],
  'unidentifiedReceipts.post': [...posting, 'unidentifiedReceipts', 'batches'],
  'unidentifiedReceipts.identify': [...posting, 'unidentifiedReceipts', 'batches', 'deductions'],
  'unidentifiedReceipts.giveBack': [...posting, 'unidentifiedReceipts', 'batches'],
  'receiptBatches.list': ['batches', 'accounts'],
  'receiptBatches.get': ['batches', 'accounts', 'documents', 'unidentifiedReceipts', 'customers', 'people'],
  'receiptBatches.open': ['batches', 'log', 'numbers', 'drafts'],
  'receiptBatches.update': ['batches', 'log', 'drafts'],
  'receiptBatches.close': ['batches', 'log'],
  'receiptBatches.reopen': ['batches', 'log'],
  'receipts.earlierCheck': ['documents', 'unidentifiedReceipts'],
  'receipts.propose': [...documentsRead, 'company', 'terms', 'accounts', 'reasons'],
  'receipts.leftOut': documentsRead,
  'receipts.post': [...posting, 'batches', 'deductions'],
  'receipts.returnPayment': [...posting, 'batches', 'deductions'],
  'refunds.post': posting,
} satisfies SubjectsOf<typeof cashContract>
