import type { Sentences, RefusalCode } from '../../kit/refusal.ts'
import type { MemoSentences } from '../../kit/memo.ts'
import type { WarningSentences } from '../../kit/warning.ts'

export const refusals = {
  // finding things
  customer_not_found: 'There is no such customer. Choose one from the list.',
  document_not_found: 'There is no such document.',
  draft_not_found: 'This draft no longer exists. It may have been posted.',
  // posting
  rate_missing: 'There is no exchange rate for {currency} on {date}. Enter one here, or in Setup under Exchange rates.',
  over_limit: {
    approvable: 'Your limit for {act} is {limit}, this is {amount}. Enter less, or ask a supervisor to approve it.',
  },
  over_every_limit:
    "Even a supervisor's limit for {act} is {limit}, this is {amount}. Enter less, or raise the limit in Setup.",
  // credit notes
  credit_total_negative: 'These lines would raise what the customer owes. Credit other lines, or enter a debit note.',
  line_not_found: ({ number, line }: { number: string; line: number }) =>
    `${number} has no line ${line}. Choose one of its lines.`,
  exceeds_uncredited: ({ line, number, left }: { line: number; number: string; left: string }) =>
    `Line ${line} of ${number} has only ${left} left to credit. Enter ${left} or less, more than none.`,
  credit_exceeds_document:
    'Of {number} only {left} is left to credit, these lines come to {total}. Credit less, or the lines that lower it too.',
  credit_exceeds_tax:
    'Of the tax {taxCode} on {number} only {left} is left to credit, these lines come to {tax}. Credit its other lines too.',
  given_away_before:
    '{number} was credited by {notes}: only {left} of it is left to give away. Apply the credit note instead.',
  nothing_to_credit: 'Everything on {number} has been credited already.',
  has_credit_notes: '{number} was credited by {notes}. Void that first.',
  // application
  exceeds_open: '{number} has only {open} open. Enter {open} or less.',
  exceeds_credit: 'Only {available} is available to apply, {applied} was entered. Apply {available} or less.',
  credits_unused: 'Credits of {used} are used, but only {settled} is settled. Use less of them, or settle more.',
  not_a_debit: '{number} is not something the customer owes, so nothing can be applied to it.',
  not_a_credit: '{number} has no credit to apply.',
  different_customer: '{number} belongs to another customer. Choose an item of the same customer.',
  application_too_early:
    "The application's date cannot be before {earliest}, when both documents exist. Use {earliest} or later.",
  overapplied_in_past:
    'On {date} {number} would have been applied beyond its amount, because of a later-dated application. Use a date on or after {earliest}.',
  applied_twice: '{number} is listed twice. Enter one payment for it.',
  settles_missing:
    '{number} is in {currency}, the money in {money}. Enter what is paid and what it settles, or their rate.',
  settles_differs: '{number} is in {currency} as the money is, so it settles its own amount. Enter one amount.',
  nothing_applied: 'Nothing is applied. Enter at least one amount.',
  cash_rounding_unfit: 'This rounding cannot be used: {problem}.',
  discount_exceeds: 'The discount on {number} cannot be more than {most}. Enter {most} or less.',
  write_off_reason_missing: 'Give a reason for the write-off on {number}.',
  // void
  already_void: '{number} is already void.',
  is_reversal: '{number} is itself a void and cannot be voided. Enter the document again instead.',
  void_too_early:
    "The void's date cannot be before {earliest}, the last activity on {number}. Use {earliest} or later.",
  // batches of receipts
  batch_not_found: 'There is no such batch. Choose one from the list.',
  batch_closed: 'Batch {name} is closed. Open another one, or have a supervisor reopen it.',
  batch_currency: 'Batch {name} is in {expected}, this is in {actual}. Enter it outside the batch.',
} as const satisfies Sentences

export const warnings = {
  batch_keeps_count: '{number} stays counted in batch {name}, which is closed and lists it as undone since.',
  void_with_it: '{number} is void with it.',
} as const satisfies WarningSentences

/** What a posting says of itself. */
export const memos = {
  memo_invoice: 'Invoice {number}',
  memo_credit_note: 'Credit note {number}',
  memo_debit_note: 'Debit note {number}',
  memo_finance_charge: 'Finance charge {number}',
  memo_receipt: 'Receipt {number}',
  memo_refund: 'Refund {number}',
  memo_adjustment: 'Adjustment {number}',
  memo_application: 'Application of {credit}',
  memo_unapplication: 'Unapplication of {credit}',
  memo_unapplied_for_void: 'Unapplication for the void of {document}',
  memo_void: 'Void of {document}',
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

/** Every posting can meet these. */
export const postingRefusals = [
  'period_locked',
  'customer_not_found',
  'amount_too_large',
] as const satisfies readonly RefusalCode[]

/** Every application can meet these. */
export const applicationRefusals = [
  'document_not_found',
  'exceeds_open',
  'exceeds_credit',
  'not_a_debit',
  'not_a_credit',
  'different_customer',
  'settles_missing',
  'settles_differs',
  'application_too_early',
  'overapplied_in_past',
  'applied_twice',
  'discount_exceeds',
  'write_off_reason_missing',
  'nothing_applied',
  'given_away_before',
] as const satisfies readonly RefusalCode[]
