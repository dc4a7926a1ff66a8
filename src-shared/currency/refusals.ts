import type { Sentences } from '../kit/refusal.ts'

export const refusals = {
  // recurring invoices
  nothing_to_revalue: 'What is open in {currency} already stands at the rate of {date}. There is nothing to post.',
} as const satisfies Sentences

type Declared = typeof refusals
declare module '../kit/refusal.ts' {
  interface Refusals extends Declared {}
}
