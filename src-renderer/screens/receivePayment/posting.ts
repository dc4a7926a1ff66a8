import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts'
import type { EntryRefusal } from '../../entry/field-errors.ts'
import type { ApplicationPlan, CreditUse } from './plan.ts'

export type ReceiptInput = InputOf<'receipts.post'>
export type PostedReceipt = OutputOf<'receipts.post'>
export type ApplyInput = InputOf<'applications.apply'>

/** The ledger as posting needs it; each call throws when it is refused. */
export type Ledger = {
  readonly postReceipt: (input: ReceiptInput) => Promise<PostedReceipt>
  readonly apply: (input: ApplyInput) => Promise<unknown>
  /** What a thrown error means to the clerk; throws it again when it is a defect. */
  readonly refusalOf: (error: unknown) => EntryRefusal
}

/** What was posted by the time posting ended. */
export type Done = { readonly receipt: PostedReceipt | null; readonly used: readonly CreditUse[] }

export type PostingOutcome =
  | ({ readonly kind: 'posted' } & Done)
  /** The ledger refused the receipt, or the use of a credit after the receipt was posted. */
  | ({ readonly kind: 'refused'; readonly refusal: EntryRefusal; readonly at: 'receipt' | CreditUse } & Done)

export type PostingOrder = {
  /** Null when credits alone settle what is paid. */
  readonly receipt: Omit<ReceiptInput, 'applications'> | null
  readonly plan: ApplicationPlan
  /** The uid for each use of a credit, the same one each time the same entry is sent. */
  readonly commandUidFor: (use: CreditUse) => string
}

/**
 * Posts the receipt, then the use of each credit, each a command of its own. The first refusal ends it: what came before is
 * posted and stays so, and the outcome says which part that is.
 */
export async function postInOrder(
  { receipt, plan, commandUidFor }: PostingOrder,
  ledger: Ledger,
): Promise<PostingOutcome> {
  let posted: PostedReceipt | null = null
  const used: CreditUse[] = []
  if (receipt !== null) {
    try {
      posted = await ledger.postReceipt({ ...receipt, applications: [...plan.byReceipt] })
    } catch (error: unknown) {
      return { kind: 'refused', at: 'receipt', refusal: ledger.refusalOf(error), receipt: null, used }
    }
  }
  for (const use of plan.credits) {
    try {
      await ledger.apply({
        commandUid: commandUidFor(use),
        creditDocumentId: use.creditId,
        date: use.date,
        lines: [...use.lines],
      })
      used.push(use)
    } catch (error: unknown) {
      return { kind: 'refused', at: use, refusal: ledger.refusalOf(error), receipt: posted, used }
    }
  }
  return { kind: 'posted', receipt: posted, used }
}
