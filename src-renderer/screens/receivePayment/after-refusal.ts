import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import type { ReceiptEntry } from './entry.ts'
import { isCredit, paymentsOf } from './payment-row.ts'
import type { PaymentRow, Payments } from './payment-row.ts'
import type { ApplicationPlan, ApplicationLine, CreditUse } from './plan.ts'
import type { Done } from './posting.ts'

/**
 * What is still to do when the receipt, or some of the credits, were posted and the next command was refused: the same
 * entry without what was posted. The receipt's money is spent, so its amount is empty and posting again applies only the
 * credits that are left; it is a new entry to the ledger, with uids of its own.
 */
export function entryToFinish(
  entry: ReceiptEntry,
  rows: readonly PaymentRow[],
  plan: ApplicationPlan,
  done: Done,
  fresh: { readonly commandUid: string; readonly draftUid: string },
): ReceiptEntry {
  const receiptIsPosted = done.receipt !== null
  const lines = [...(receiptIsPosted ? plan.byReceipt : []), ...done.used.flatMap((use) => use.lines)]
  return {
    ...entry,
    ...fresh,
    ...(receiptIsPosted ? { amount: null, reference: '', memo: '' } : {}),
    allocation: { kind: 'byHand', payments: paymentsLeft(rows, lines, done.used) },
  }
}

function paymentsLeft(
  rows: readonly PaymentRow[],
  posted: readonly ApplicationLine[],
  used: readonly CreditUse[],
): Payments {
  return paymentsOf(
    rows.map((row) => {
      if (isCredit(row)) return { ...row, payment: row.payment + usedOf(row.documentId, used) }
      const lines = posted.filter(({ documentId }) => documentId === row.documentId)
      if (lines.length === 0) return row
      const paid = lines.reduce((sum, line) => sum + line.amount, 0)
      return { ...row, payment: row.payment - paid, discount: 0, writeOff: 0, writeOffReason: '' }
    }),
  )
}

const usedOf = (creditId: number, used: readonly CreditUse[]): MinorUnits =>
  used
    .filter((use) => use.creditId === creditId)
    .flatMap((use) => use.lines)
    .reduce((sum, line) => sum + line.amount, 0)
