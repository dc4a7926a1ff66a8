import type { WordsOf } from '../../kit/history.ts'
import { count, numbersOf } from '../../kit/history-texts.ts'
import type { financeChargesContract } from '../contract/index.ts'

/** What each of this module's commands did, in words. */
export const financeChargesHistory: WordsOf<typeof financeChargesContract> = {
  'financeCharges.post': {
    title: 'Post finance charges',
    say: ({ input, output }, texts) =>
      `${count(output.documents.length, 'finance charge')} posted as of ${texts.date(input.asOf)} at ${texts.decimal(input.annualRate)}% a year and a fee of ${texts.amount(input.fee, texts.baseCurrency)}: ${numbersOf(output.documents)}`,
  },
  'financeCharges.credit': {
    title: 'Credit finance charges',
    say: ({ input, output }, texts) =>
      `${count(output.documents.length, 'credit note')} for finance charges that were too much, ${texts.date(input.date)}: ${numbersOf(output.documents)}`,
  },
}
