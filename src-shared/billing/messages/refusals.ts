import type { Sentences } from '../../kit/refusal.ts'
import type { WarningSentences } from '../../kit/warning.ts'

/** What the customer would owe and what that is made of; drafts only where there are any. */
interface Exposure {
  code: string
  exposure: string
  open: string
  drafts?: string
  total: string
  limit: string
  /** Of a limit for what is owed in one currency. */
  currency?: string
}

/** Of a limit for one currency it says so. */
const limitName = (currency: string | undefined): string =>
  `credit limit${currency === undefined ? '' : ` for ${currency}`}`

const exposureSentence = ({ code, exposure, open, drafts, total, limit, currency }: Exposure): string => {
  const inDrafts = drafts === undefined ? '' : `, ${drafts} in other drafts`
  return `${code} would owe ${exposure} (${open} open${inDrafts}, ${total} on this), over the ${limitName(currency)} of ${limit}.`
}

export const refusals = {
  // master data
  customer_on_hold: {
    approvable: 'Customer {code} is on credit hold. Release the hold, or ask a supervisor to approve it.',
  },
  credit_limit_exceeded: (exposure: Exposure) =>
    `${exposureSentence(exposure)} Post a smaller invoice or raise the limit.`,
  credit_limit_ask: {
    approvable: (exposure: Exposure) =>
      `${exposureSentence(exposure)} Post a smaller invoice, or ask a supervisor to approve it.`,
  },
  // posting
  no_lines: 'An invoice needs at least one line. Enter a description and a price.',
  total_negative: 'The total of an invoice cannot be negative. Correct the quantities or the prices.',
  document_discount_exceeds: 'The discount is more than the lines add up to. Enter a smaller one.',
  document_discount_negative: 'With this discount the total would be negative. Enter a smaller one.',
  number_in_use: 'Number {number} is already used. Enter another number.',
  number_of_series:
    '{number} is a number that Duebook will give to {what} itself, since it {sign}. Enter it another way.',
  // recurring invoices
  recurring_not_found: 'There is no such recurring invoice. Choose one from the list.',
  recurring_paused: '{name} is paused. Resume it first.',
  recurring_unusable: '{name} can no longer be billed as it was entered ({field}). Open it and correct it.',
  schedule_invalid: 'This schedule cannot be used: {problem}.',
  schedule_overlaps: 'This was billed or skipped through {through}. Let the changed schedule begin on a later day.',
  placeholder_unknown: 'Nothing fills in {word}. Use {known}, or take off the braces.',
  occurrence_not_due: '{name} is not due on {date}. Look at what is due again.',
  occurrence_settled: '{name} of {date} was {how} already. Look at what is due again.',
  occurrence_not_skipped: '{name} of {date} was not skipped, so there is nothing to restore.',
  // credit notes
  not_creditable: '{number} is not an invoice that can be credited. Choose an invoice or a debit note.',
  credit_too_early: '{number} is dated {earliest}. Use that date or later.',
} as const satisfies Sentences

export const warnings = {
  over_credit_limit: ({ code, exposure, drafts, limit, currency }: Omit<Exposure, 'open' | 'total'>) => {
    const withDrafts = drafts === undefined ? '' : ` with ${drafts} in drafts`
    return `${code} now owes ${exposure}${withDrafts}, over the ${limitName(currency)} of ${limit}.`
  },
  prepayment_waits: ({ number, left, reference }: { number: string; left: string; reference?: string }) =>
    `Prepayment ${number} of ${left}${reference === undefined ? '' : ` for ${reference}`} is waiting to be applied.`,
} as const satisfies WarningSentences

type Declared = typeof refusals
declare module '../../kit/refusal.ts' {
  interface Refusals extends Declared {}
}
type DeclaredWarnings = typeof warnings
declare module '../../kit/warning.ts' {
  interface Warnings extends DeclaredWarnings {}
}
