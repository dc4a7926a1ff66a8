/**
 * Every way Duebook says no, with the sentence the clerk reads. One place, so that each is named, tested and
 * translated once. A message names what is wrong and the remedy.
 */
type Params = Readonly<Record<string, string | number>>

/** What the customer would owe and what that is made of; drafts only where there are any. */
const exposureSentence = (p: Params): string => {
  const drafts = p['drafts'] === undefined ? '' : `, ${p['drafts']} in other drafts`
  return `${p['code']} would owe ${p['exposure']} (${p['open']} open${drafts}, ${p['total']} on this), over the credit limit${p['currency'] === undefined ? '' : ` for ${p['currency']}`} of ${p['limit']}.`
}

/** What a file leaves open and only the clerk knows. */
const importQuestion = (about: string, example: string): string => {
  switch (about) {
    case 'encoding':
      return `Some letters could be read in more than one way (${example}). Say how the file is written.`
    case 'decimalMark':
      return `"${example}" could be a thousand or have decimals. Say which mark stands before the decimals.`
    case 'datePatterns':
      return `"${example}" could have day and month either way round. Say how dates are written.`
    default:
      return 'Say whether the rows are invoices to post as sales, or what was open in the old books.'
  }
}

const sentences = {
  // input
  invalid_input: (p) => `${p['field'] ?? 'This field'} ${p['problem'] ?? 'is not valid'}.`,
  unknown_operation: () => 'This version of Duebook does not know that request. Restart Duebook.',
  not_allowed: (p) => `This needs a ${p['role']}. Let one sign in with Change user.`,
  command_uid_reused: () => 'This entry was already posted with other content. Open it afresh and try again.',
  cancelled: () => 'Cancelled. Nothing was changed.',
  internal: (p) => `Something went wrong inside Duebook and nothing was changed. Incident ${p['incident']}.`,
  // people
  sign_in_needed: () => 'Nobody is signed in. Choose your name and enter your PIN.',
  pin_wrong: () => 'That is not the PIN. Enter it again.',
  pin_wait: (p) => `Too many wrong PINs. Wait ${p['seconds']} seconds, then enter it again.`,
  pin_missing: (p) => `${p['name']} has no PIN. Set one, so that nobody else works under that name.`,
  person_not_found: () => 'There is no such person. Choose one from the list.',
  name_taken: (p) => `${p['name']} is in the list already. Enter another name.`,
  last_supervisor: (p) => `${p['name']} is the only supervisor. Make somebody else a supervisor first.`,
  own_archive: (p) => `You work as ${p['name']} yourself. Have another supervisor archive that name.`,
  approval_wrong: () => 'That is not the PIN of a supervisor. Choose a supervisor and enter the PIN again.',
  // finding things
  customer_not_found: () => 'There is no such customer. Choose one from the list.',
  document_not_found: () => 'There is no such document.',
  account_not_found: () => 'There is no such account. Choose one from the list.',
  tax_code_not_found: () => 'There is no such tax code. Choose one from the list.',
  terms_not_found: () => 'There are no such terms. Choose them from the list.',
  product_not_found: () => 'There is no such product. Choose one from the list.',
  reason_code_not_found: () => 'There is no such reason. Choose one from the list.',
  application_not_found: () => 'There is no such application.',
  draft_not_found: () => 'This draft no longer exists. It may have been posted.',
  // master data
  code_taken: (p) => `Code ${p['code']} is already used by ${p['name']}. Choose another code.`,
  looks_like: (p) =>
    `${p['code']} looks like ${p['like']}${p['name'] === undefined ? '' : ` (${p['name']})`}. Change it, or do the same again to have both.`,
  stale_version: (p) =>
    `${p['what']} was changed meanwhile (${p['changes'] ?? 'by someone else'}). Save again to keep what is entered here, or reload.`,
  tax_code_invalid: (p) => `This tax code cannot be used: ${p['problem']}.`,
  terms_invalid: (p) => `These terms cannot be used: ${p['problem']}.`,
  customer_archived: (p) => `Customer ${p['code']} is archived. Restore the customer first.`,
  customer_on_hold: (p) =>
    `Customer ${p['code']} is on credit hold. Release the hold, or ask a supervisor to approve it.`,
  credit_limit_exceeded: (p) => `${exposureSentence(p)} Post a smaller invoice or raise the limit.`,
  credit_limit_ask: (p) => `${exposureSentence(p)} Post a smaller invoice, or ask a supervisor to approve it.`,
  terms_give_discount: () =>
    'Terms with an early payment discount give money away. Only a supervisor adds them; ask one to approve them.',
  credit_loosened: (p) =>
    p['currency'] === undefined
      ? `Only a supervisor raises the credit limit of ${p['code']}${p['limitOf'] === undefined ? '' : ` for ${p['limitOf']}`} or releases its hold. Ask one to approve it.`
      : `In ${p['currency']} the credit limit of ${p['code']} is another one, which only a supervisor gives. Ask one to approve it, or enter a limit of 0.`,
  credit_given: (p) =>
    p['count'] === undefined
      ? `Only a supervisor gives a new customer credit (${p['code']}: ${p['limit']}). Ask one to approve it, or enter a limit of 0.`
      : `${p['count'] === 1 ? '1 new customer' : `${p['count']} new customers`} in this file would have no credit limit. Only a supervisor gives that; ask one to approve it.`,
  currency_limit_twice: (p) =>
    `There is a limit for ${p['currency']} already. Change that one, or choose another currency.`,
  payer_is_itself: (p) => `${p['code']} cannot be its own payer. Choose another customer, or leave it empty.`,
  payer_is_paid_for: (p) => `${p['code']} is itself paid for by ${p['payer']}. Choose ${p['payer']} instead.`,
  payer_pays_for_others: (p) =>
    `${p['code']} pays for ${p['others']}, so no other customer can pay for it. Take it off those first.`,
  account_unfit: (p) => `Account ${p['code']} cannot be used here: ${p['problem']}.`,
  // posting
  period_locked: (p) =>
    `The books are closed through ${p['closingDate'] ?? 'that date'}. Use a later date, or have a supervisor reopen the period.`,
  no_lines: () => 'An invoice needs at least one line. Enter a description and a price.',
  total_negative: () => 'The total of an invoice cannot be negative. Correct the quantities or the prices.',
  document_discount_exceeds: () => 'The discount is more than the lines add up to. Enter a smaller one.',
  document_discount_negative: () => 'With this discount the total would be negative. Enter a smaller one.',
  amount_too_large: () => 'This amount is too large for the ledger. The limit is 90 trillion in hundredths.',
  total_too_large: () =>
    'With this, what is open or stands on an account would be more than the books can add up. The limit is 90 trillion in hundredths.',
  rate_missing: (p) =>
    `There is no exchange rate for ${p['currency']} on ${p['date']}. Enter one here, or in Setup under Exchange rates.`,
  rate_of_base: (p) => `${p['currency']} is the company's own currency and needs no rate. Choose another currency.`,
  rate_not_found: (p) => `There is no rate of ${p['currency']} for ${p['date']} any more. Nothing is left to remove.`,
  number_taken: () =>
    'Another document already has this number. Nothing was posted; import its invoices under other numbers.',
  number_in_use: (p) => `Number ${p['number']} is already used. Enter another number.`,
  number_of_series: (p) =>
    `${p['number']} is a number that Duebook will give to ${p['what']} itself, since it ${p['sign']}. Enter it another way.`,
  series_prefix_invalid: (p) =>
    `${p['prefix']} cannot start numbers. Use {year} once for the year of the document, and no other braces.`,
  series_of_another_device: (p) =>
    `Numbers that start with ${p['prefix']} are another computer's. Enter another prefix.`,
  series_number_used: (p) => `${p['number']} would be used again. Enter ${p['next']} or more, or another prefix.`,
  due_before_document: () => 'The due date is before the document date. Enter a later due date.',
  unbalanced: () => 'The entries do not balance. Nothing was posted; tell support how you got here.',
  over_limit: (p) =>
    `Your limit for ${p['act']} is ${p['limit']}, this is ${p['amount']}. Enter less, or ask a supervisor to approve it.`,
  over_every_limit: (p) =>
    `Even a supervisor's limit for ${p['act']} is ${p['limit']}, this is ${p['amount']}. Enter less, or raise the limit in Setup.`,
  overpayment_over_tolerance: (p) =>
    `${p['rest']} was paid too much, more than the payment tolerance of ${p['most']} allows to write off. Leave it unapplied, or refund it.`,
  // recurring invoices
  recurring_not_found: () => 'There is no such recurring invoice. Choose one from the list.',
  recurring_paused: (p) => `${p['name']} is paused. Resume it first.`,
  recurring_unusable: (p) =>
    `${p['name']} can no longer be billed as it was entered (${p['field']}). Open it and correct it.`,
  schedule_invalid: (p) => `This schedule cannot be used: ${p['problem']}.`,
  schedule_overlaps: (p) =>
    `This was billed or skipped through ${p['through']}. Let the changed schedule begin on a later day.`,
  placeholder_unknown: (p) => `Nothing fills in ${p['word']}. Use ${p['known']}, or take off the braces.`,
  occurrence_not_due: (p) => `${p['name']} is not due on ${p['date']}. Look at what is due again.`,
  occurrence_settled: (p) => `${p['name']} of ${p['date']} was ${p['how']} already. Look at what is due again.`,
  occurrence_not_skipped: (p) => `${p['name']} of ${p['date']} was not skipped, so there is nothing to restore.`,
  proposal_changed: (p) => `${p['what']} is now ${p['now']}, it was ${p['seen']} when proposed. Propose again.`,
  nothing_to_revalue: (p) =>
    `What is open in ${p['currency']} already stands at the rate of ${p['date']}. There is nothing to post.`,
  // credit notes
  credit_total_negative: () =>
    'These lines would raise what the customer owes. Credit other lines, or enter a debit note.',
  not_creditable: (p) => `${p['number']} is not an invoice that can be credited. Choose an invoice or a debit note.`,
  not_a_finance_charge: (p) => `${p['number']} is not a finance charge. Choose one of the finance charges.`,
  credit_too_early: (p) => `${p['number']} is dated ${p['earliest']}. Use that date or later.`,
  line_not_found: (p) => `${p['number']} has no line ${p['line']}. Choose one of its lines.`,
  exceeds_uncredited: (p) =>
    `Line ${p['line']} of ${p['number']} has only ${p['left']} left to credit. Enter ${p['left']} or less, more than none.`,
  credit_exceeds_document: (p) =>
    `Of ${p['number']} only ${p['left']} is left to credit, these lines come to ${p['total']}. Credit less, or the lines that lower it too.`,
  credit_exceeds_tax: (p) =>
    `Of the tax ${p['taxCode']} on ${p['number']} only ${p['left']} is left to credit, these lines come to ${p['tax']}. Credit its other lines too.`,
  given_away_before: (p) =>
    `${p['number']} was credited by ${p['notes']}: only ${p['left']} of it is left to give away. Apply the credit note instead.`,
  nothing_to_credit: (p) => `Everything on ${p['number']} has been credited already.`,
  has_credit_notes: (p) => `${p['number']} was credited by ${p['notes']}. Void that first.`,
  // application
  exceeds_open: (p) => `${p['number']} has only ${p['open']} open. Enter ${p['open']} or less.`,
  exceeds_credit: (p) =>
    `Only ${p['available']} is available to apply, ${p['applied']} was entered. Apply ${p['available']} or less.`,
  refund_exceeds_paid: (p) =>
    `${p['number']} credits ${p['invoice']}, of which ${p['owed']} is still owed: only ${p['left']} can be paid back. Apply it to the invoice first.`,
  credits_unused: (p) =>
    `Credits of ${p['used']} are used, but only ${p['settled']} is settled. Use less of them, or settle more.`,
  credits_missing: (p) =>
    `${p['settled']} is settled, but the credits used come to ${p['used']}. Settle less, or use more of them.`,
  not_a_debit: (p) => `${p['number']} is not something the customer owes, so nothing can be applied to it.`,
  not_a_credit: (p) => `${p['number']} has no credit to apply.`,
  different_customer: (p) => `${p['number']} belongs to another customer. Choose an item of the same customer.`,
  application_too_early: (p) =>
    `The application's date cannot be before ${p['earliest']}, when both documents exist. Use ${p['earliest']} or later.`,
  overapplied_in_past: (p) =>
    `On ${p['date']} ${p['number']} would have been applied beyond its amount, because of a later-dated application. Use a date on or after ${p['earliest']}.`,
  applied_twice: (p) => `${p['number']} is listed twice. Enter one payment for it.`,
  settles_missing: (p) =>
    `${p['number']} is in ${p['currency']}, the money in ${p['money']}. Enter what is paid and what it settles, or their rate.`,
  settles_differs: (p) =>
    `${p['number']} is in ${p['currency']} as the money is, so it settles its own amount. Enter one amount.`,
  credit_in_other_currency: (p) =>
    `${p['number']} is in ${p['actual']}, what is paid here in ${p['expected']}. Apply it by itself.`,
  nothing_applied: () => 'Nothing is applied. Enter at least one amount.',
  cash_rounding_unfit: (p) => `This rounding cannot be used: ${p['problem']}.`,
  discount_exceeds: (p) =>
    `The discount on ${p['number']} cannot be more than ${p['most']}. Enter ${p['most']} or less.`,
  write_off_reason_missing: (p) => `Give a reason for the write-off on ${p['number']}.`,
  already_unapplied: () => 'This application has already been undone.',
  reversal_application: () => 'This settles a void and cannot be undone. Enter the document again instead.',
  unapply_too_early: (p) =>
    `The date cannot be before the application itself, ${p['earliest']}. Use ${p['earliest']} or later.`,
  // void
  already_void: (p) => `${p['number']} is already void.`,
  is_reversal: (p) => `${p['number']} is itself a void and cannot be voided. Enter the document again instead.`,
  not_copied: (p) =>
    `${p['number']} is ${/^[aeiou]/.test(String(p['what'])) ? 'an' : 'a'} ${p['what']}, which has no entry to be copied to. Void it, then enter it again.`,
  void_too_early: (p) =>
    `The void's date cannot be before ${p['earliest']}, the last activity on ${p['number']}. Use ${p['earliest']} or later.`,
  not_a_receipt: (p) => `${p['number']} is not a receipt, so no bank can return it. Choose a receipt.`,
  // receipts of unknown payers
  parked_receipt_not_found: () => 'There is no such unidentified receipt. Choose one from the list.',
  parked_receipt_ended: (p) => `${p['number']} is not waiting any more: ${p['how']}. Choose another one.`,
  parked_not_copied: (p) =>
    `${p['number']} was ${p['parked']} before it was identified. Void it, and ${p['parked']} waits to be identified again.`,
  parked_too_early: (p) => `${p['number']} is parked since ${p['earliest']}. Use that date or later.`,
  // batches of receipts
  batch_not_found: () => 'There is no such batch. Choose one from the list.',
  batch_closed: (p) => `Batch ${p['name']} is closed. Open another one, or have a supervisor reopen it.`,
  batch_open: (p) => `Batch ${p['name']} is open. Close it first.`,
  batch_currency: (p) =>
    `Batch ${p['name']} is in ${p['expected']}, this is in ${p['actual']}. Enter it outside the batch.`,
  batch_differs: (p) =>
    `Batch ${p['name']} does not agree. Receipts entered: ${p['count']}. Amount entered: ${p['total']}. Correct what is entered or what was counted.`,
  // deductions
  deduction_not_found: () => 'There is no such deduction. Choose one from the list.',
  deduction_settled: (p) => `Nothing is left of deduction ${p['number']}. Choose another one.`,
  // the company file
  no_company_open: () => 'No company is open. Open one first.',
  file_not_found: (p) => `The file ${p['file']} is not there any more. Choose another file.`,
  file_not_company: (p) => `${p['file']} is not a Duebook company. Choose a file that ends in .duebook.`,
  file_newer: (p) =>
    `${p['file']} was written by a newer Duebook (schema ${p['found']}, this one knows ${p['known']}). Install the newer version.`,
  file_corrupt: (p) =>
    `${p['file']} is damaged and was not changed. Restore the newest good backup${p['backup'] ? ` (${p['backup']})` : ''}.`,
  file_in_use: (p) => `${p['file']} is open in another Duebook (${p['holder']}). Close it there first.`,
  file_exists: (p) => `${p['file']} already exists. Choose another name.`,
  file_read_only: (p) =>
    `${p['file']} cannot be written: the file or its folder is read-only. Move it to a folder you may write to.`,
  disk_full: () => 'The disk is full. Nothing was changed. Free some space and try again.',
  disk_error: (p) =>
    `The disk reported an error (${p['detail']}). Nothing was changed. Check the disk, then try again.`,
  file_locked: () =>
    'The company file is busy in another program, such as a backup. Nothing was changed. Try again in a moment.',
  migration_changed: (p) =>
    `Migration ${p['migration']} differs from the one applied to this company. Install Duebook again.`,
  // files in and out
  token_invalid: () => 'That file choice has expired. Choose the file again.',
  file_too_large: (p) => `The file is larger than ${p['limit']}. Split it into smaller files.`,
  file_unreadable: (p) => `The file could not be read: ${p['problem']}.`,
  csv_malformed: (p) => `Line ${p['line']}: ${p['problem']}. Correct the file and choose it again.`,
  import_has_errors: (p) =>
    `${p['count'] === 1 ? '1 row has errors' : `${p['count']} rows have errors`}, so nothing was imported. Correct the file or the mapping.`,
  import_question: (p) => importQuestion(String(p['about']), String(p['example'] ?? '')),
  import_file_changed: () => 'The file changed since the dry run. Run the check again.',
  mapping_incomplete: (p) => `Choose a column for ${p['field']}.`,
  // printing
  no_printer: () => 'No printer is installed. Save a PDF instead.',
  print_failed: (p) => `The printer refused: ${p['problem']}. Nothing was printed.`,
} as const satisfies Record<string, (params: Params) => string>

export type RefusalCode = keyof typeof sentences

export const refusalCodes = Object.keys(sentences) as readonly RefusalCode[]

/** The sentence a clerk reads for a refusal; params are already formatted for display. */
export const describeRefusal = (code: RefusalCode, params: Params = {}): string => sentences[code](params)

/** What a supervisor can let pass. */
export const approvableRefusals = [
  'over_limit',
  'credit_limit_ask',
  'customer_on_hold',
  'credit_loosened',
  'credit_given',
  'terms_give_discount',
] as const satisfies readonly RefusalCode[]
export type ApprovableRefusal = (typeof approvableRefusals)[number]

/** What a command sent with an approval may be refused with. */
export const approvalRefusals = [
  'approval_wrong',
  'pin_wait',
  'over_every_limit',
] as const satisfies readonly RefusalCode[]

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
