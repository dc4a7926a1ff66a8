/** What reading a text gave: the value, or the reason it was refused. Never both, never a guess. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: ParseProblem }

/** Every way a typed or imported text can be refused. */
export type ParseProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not_a_number'; readonly text: string }
  | { readonly kind: 'unexpected_character'; readonly character: string }
  | { readonly kind: 'misplaced_group'; readonly text: string; readonly group: string }
  | {
      readonly kind: 'mark_before_three'
      readonly text: string
      readonly thousands: string
      /** Null when the currency has fewer digits than stand there. */
      readonly decimals: string | null
      /** Null of a quantity. */
      readonly currency: string | null
    }
  /** Thousands of percent, which nobody means. */
  | { readonly kind: 'mark_in_percent'; readonly text: string; readonly decimals: string }
  | { readonly kind: 'too_many_digits'; readonly allowed: number; readonly currency: string | null }
  | { readonly kind: 'other_currency'; readonly text: string; readonly currency: string }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'too_long'; readonly max: number }
  | { readonly kind: 'unfinished_sum'; readonly text: string }
  | { readonly kind: 'division_by_zero' }
  | { readonly kind: 'not_a_date'; readonly text: string; readonly example: string }
  | { readonly kind: 'no_such_month'; readonly month: number }
  | { readonly kind: 'no_such_day'; readonly day: number; readonly month: number; readonly lastDay: number }
  | { readonly kind: 'date_out_of_range'; readonly from: string; readonly to: string }

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value })

export const refused = (reason: ParseProblem): Parsed<never> => ({ ok: false, reason })

/** English text for the clerk: what is wrong and what to do about it. */
export function describeProblem(reason: ParseProblem): string {
  switch (reason.kind) {
    case 'empty':
      return 'Nothing is entered: type a value.'
    case 'not_a_number':
      return `"${reason.text}" is not a number: type digits such as 1234.50.`
    case 'unexpected_character':
      return `"${reason.character}" does not belong in a number: remove it.`
    case 'misplaced_group':
      return `The "${reason.group}" in "${reason.text}" does not separate thousands: leave it out or put it before every third digit.`
    case 'mark_before_three':
      return reason.decimals === null
        ? `"${reason.text}" is no amount in ${reason.currency}: do you mean ${reason.thousands}? Type it so.`
        : `Do you mean ${reason.thousands} or ${reason.decimals}? Type it so.`
    case 'mark_in_percent':
      return `"${reason.text}" would be thousands of percent: do you mean ${reason.decimals}? Type it so.`
    case 'too_many_digits':
      return describeTooManyDigits(reason.allowed, reason.currency)
    case 'other_currency':
      return `"${reason.text}" is in another currency: this field is in ${reason.currency}. Type the amount in it.`
    case 'too_large':
      return 'The number is larger than the ledger can hold: check for extra digits.'
    case 'too_long':
      return `The text is longer than ${reason.max} characters: shorten it.`
    case 'unfinished_sum':
      return `The sum "${reason.text}" is not complete: finish it, or remove the last sign or bracket.`
    case 'division_by_zero':
      return 'The sum divides by zero: change the divisor.'
    case 'not_a_date':
      return `"${reason.text}" is not a date: type it like ${reason.example}.`
    case 'no_such_month':
      return `There is no month ${reason.month}: months run from 1 to 12, check the order of day and month.`
    case 'no_such_day':
      return `There is no day ${reason.day} in month ${reason.month}: its last day is ${reason.lastDay}.`
    case 'date_out_of_range':
      return `The date is outside ${reason.from} to ${reason.to}: check the year.`
  }
}

function describeTooManyDigits(allowed: number, currency: string | null): string {
  const owner = currency ?? 'This number'
  if (allowed === 0) return `${owner} has no digits after the decimal point: round the amount to whole units.`
  return `${owner} has ${allowed} digit${allowed === 1 ? '' : 's'} after the decimal point: remove the others.`
}
