import type { MemoSentences } from '../../kit/memo.ts'
import type { Sentences } from '../../kit/refusal.ts'

export const refusals = {
  // revaluation
  nothing_to_revalue: 'What is open in {currency} already stands at the rate of {date}. There is nothing to post.',
} as const satisfies Sentences

type Declared = typeof refusals
declare module '../../kit/refusal.ts' {
  interface Refusals extends Declared {}
}

/** What postings of a revaluation say of themselves. */
export const memos = {
  memo_revaluation: 'Revaluation of {currency} at {rate}',
  memo_revaluation_reversed: 'Revaluation of {currency} at {rate}, taken back',
} as const satisfies MemoSentences

type DeclaredMemos = typeof memos
declare module '../../kit/memo.ts' {
  interface Memos extends DeclaredMemos {}
}
