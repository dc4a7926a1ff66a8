import type { Sentences } from '../../kit/refusal.ts'
import type { MemoSentences } from '../../kit/memo.ts'
import type { WarningSentences } from '../../kit/warning.ts'

export const refusals = {
  // finding things
  application_not_found: 'There is no such application.',
  // posting
  due_before_document: 'The due date is before the document date. Enter a later due date.',
  overpayment_over_tolerance:
    '{rest} was paid too much, more than the payment tolerance of {most} allows to write off. Leave it unapplied, or refund it.',
  // application
  refund_exceeds_paid:
    '{number} credits {invoice}, of which {owed} is still owed: only {left} can be paid back. Apply it to the invoice first.',
  credits_missing: '{settled} is settled, but the credits used come to {used}. Settle less, or use more of them.',
  already_unapplied: 'This application has already been undone.',
  reversal_application: 'This settles a void and cannot be undone. Enter the document again instead.',
  unapply_too_early: 'The date cannot be before the application itself, {earliest}. Use {earliest} or later.',
  // void
  not_a_receipt: '{number} is not a receipt, so no bank can return it. Choose a receipt.',
  // receipts of unknown payers
  unidentified_receipt_not_found: 'There is no such unidentified receipt. Choose one from the list.',
  unidentified_receipt_ended: '{number} is not waiting any more: {how}. Choose another one.',
  unidentified_too_early: '{number} was received on {earliest}. Use that date or later.',
  // batches of receipts
  batch_reopens: { approvable: 'Only a supervisor reopens batch {name}, which was closed. Ask one to approve it.' },
  batch_open: 'Batch {name} is open. Close it first.',
  batch_differs:
    'Batch {name} does not agree. Receipts entered: {count}. Amount entered: {total}. Correct what is entered or what was counted.',
  // deductions
  deduction_not_found: 'There is no such deduction. Choose one from the list.',
  deduction_settled: 'Nothing is left of deduction {number}. Choose another one.',
} as const satisfies Sentences

export const warnings = {
  check_received_before: 'Check {check} of {code} was received before: {number} of {date}, {amount}.',
  paid_back_too_much: '{number} paid back {overpaid} more than {credit} had left: the customer owes it.',
} as const satisfies WarningSentences

/** What documents and postings that a command makes say of themselves. */
export const memos = {
  memo_paid_back_too_much: 'Paid back {overpaid} more than {credit} had left',
  memo_paid_too_much: 'Paid too much with {receipt}, within tolerance',
  memo_fee_for_returned: 'Fee for returned {receipt}',
  memo_deducted: 'Deducted from {invoice}: {reason}',
  memo_allowed: 'Allowed on {invoice}: {reason}',
  memo_unidentified: 'Unidentified receipt {number}',
  memo_unidentified_returned: 'Return of {number}',
  memo_charged_back: 'Chargeback on {invoice}: {reason}',
} as const satisfies MemoSentences

type Declared = typeof refusals
declare module '../../kit/refusal.ts' {
  interface Refusals extends Declared {}
}
type DeclaredWarnings = typeof warnings
declare module '../../kit/warning.ts' {
  interface Warnings extends DeclaredWarnings {}
}
type DeclaredMemos = typeof memos
declare module '../../kit/memo.ts' {
  interface Memos extends DeclaredMemos {}
}
