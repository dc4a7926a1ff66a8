import type { Sentences } from '../../kit/refusal.ts'

export const refusals = {
  // master data
  customer_archived: 'Customer {code} is archived. Restore the customer first.',
  credit_loosened: {
    approvable: ({ code, currency, limitOf }: { code: string; currency?: string; limitOf?: string }) =>
      currency === undefined
        ? `Only a supervisor raises the credit limit of ${code}${limitOf === undefined ? '' : ` for ${limitOf}`} or releases its hold. Ask one to approve it.`
        : `In ${currency} the credit limit of ${code} is another one, which only a supervisor gives. Ask one to approve it, or enter a limit of 0.`,
  },
  credit_given: {
    approvable: (given: { code: string; limit: string } | { count: number }) =>
      'code' in given
        ? `Only a supervisor gives a new customer credit (${given.code}: ${given.limit}). Ask one to approve it, or enter a limit of 0.`
        : `${given.count === 1 ? '1 new customer' : `${given.count} new customers`} in this file would have no credit limit. Only a supervisor gives that; ask one to approve it.`,
  },
  currency_limit_twice: 'There is a limit for {currency} already. Change that one, or choose another currency.',
  payer_is_itself: '{code} cannot be its own payer. Choose another customer, or leave it empty.',
  payer_is_paid_for: '{code} is itself paid for by {payer}. Choose {payer} instead.',
  payer_pays_for_others: '{code} pays for {others}, so no other customer can pay for it. Take it off those first.',
} as const satisfies Sentences

type Declared = typeof refusals
declare module '../../kit/refusal.ts' {
  interface Refusals extends Declared {}
}
