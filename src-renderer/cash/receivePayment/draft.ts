import type { Draft } from '../../../src-shared/ledger/contract/drafts.ts'
import { restChoices } from '../../../src-shared/cash/contract/receipts.ts'
import { receiptMethods } from '../../../src-shared/domain/receipt-method.ts'
import type { ReceiptMethod } from '../../../src-shared/domain/receipt-method.ts'
import { bodyOf, currencyIn, dateIn, optionIn, textIn, wholeIn } from '../../entry/draft-body.ts'
import type { DraftBody } from '../../entry/draft-body.ts'
import { deductedIn } from '../settling/deductions.ts'
import { FIRST_PROPOSAL } from './entry.ts'
import type { Allocation, ReceiptEntry } from './entry.ts'
import { NO_PAYMENT } from './payment-row.ts'
import type { Payment } from './payment-row.ts'

/** The entry as it was left; `commandUid` stands in where the draft has none. */
export function receiptOfDraft({ uid, body: saved }: Draft, commandUid: string): ReceiptEntry {
  const body = bodyOf(saved)
  return {
    commandUid: textIn(body, 'commandUid') || commandUid,
    draftUid: uid,
    customer: optionIn(body, 'customer'),
    foundBy: textIn(body, 'foundBy'),
    amount: wholeIn(body, 'amount'),
    date: dateIn(body, 'date'),
    applicationDate: dateIn(body, 'applicationDate'),
    method: methodIn(body),
    reference: textIn(body, 'reference'),
    depositAccountId: wholeIn(body, 'depositAccountId'),
    batchId: wholeIn(body, 'batchId'),
    currency: currencyIn(body),
    rate: textIn(body, 'rate'),
    bankPaid: wholeIn(body, 'bankPaid'),
    memo: textIn(body, 'memo'),
    unappliedAs: restChoices.find((kind) => kind === body['unappliedAs']) ?? null,
    allocation: allocationIn(body),
  }
}

const methodIn = (body: DraftBody): ReceiptMethod =>
  receiptMethods.find((method) => method === body['method']) ?? 'check'

function allocationIn(body: DraftBody): Allocation {
  const allocation = bodyOf(body['allocation'])
  if (allocation['kind'] === 'proposed') return { kind: 'proposed', index: wholeIn(allocation, 'index') ?? 0 }
  if (allocation['kind'] !== 'byHand') return FIRST_PROPOSAL
  const payments = Object.entries(bodyOf(allocation['payments'])).map(
    ([documentId, payment]) => [documentId, paymentOf(bodyOf(payment))] as const,
  )
  return { kind: 'byHand', payments: Object.fromEntries<Payment>(payments) }
}

const paymentOf = (body: DraftBody): Payment => ({
  payment: wholeIn(body, 'payment') ?? NO_PAYMENT.payment,
  settles: wholeIn(body, 'settles') ?? NO_PAYMENT.settles,
  rate: textIn(body, 'rate'),
  discount: wholeIn(body, 'discount') ?? NO_PAYMENT.discount,
  writeOff: wholeIn(body, 'writeOff') ?? NO_PAYMENT.writeOff,
  writeOffReason: textIn(body, 'writeOffReason'),
  deductions: deductedIn(body),
})
