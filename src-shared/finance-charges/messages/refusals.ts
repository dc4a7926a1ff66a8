import type { Sentences } from '../../kit/refusal.ts'

export const refusals = {
  // recurring invoices
  proposal_changed: '{what} is now {now}, it was {seen} when proposed. Propose again.',
  // credit notes
  not_a_finance_charge: '{number} is not a finance charge. Choose one of the finance charges.',
} as const satisfies Sentences

type Declared = typeof refusals
declare module '../../kit/refusal.ts' {
  interface Refusals extends Declared {}
}
