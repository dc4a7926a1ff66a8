import type { ReceiptBatch } from '../../../../src-shared/cash/contract/receipt-batches.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../../db/connection.ts'
import { receiptBatchById } from '../../facts/receipt-batches.ts'
import { assertAccountFit } from '../../../company/facts/account.ts'

export const loadBatch = (db: Readable, id: number): ReceiptBatch => {
  const batch = receiptBatchById(db, id)
  if (!batch) throw new Refusal('batch_not_found', {}, 'id')
  return batch
}

export const assertBatchOpen = ({ name, isClosed }: ReceiptBatch): void => {
  if (isClosed) throw new Refusal('batch_closed', { name }, 'id')
}

export const assertDepositFit = (db: Readable, depositAccountId: number | null): void => {
  if (depositAccountId !== null) assertAccountFit(db, depositAccountId, 'deposit', 'depositAccountId')
}
