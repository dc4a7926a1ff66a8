import type { WordsOf } from '../../kit/history.ts'
import type { currencyContract } from '../contract/index.ts'

/** What each of this module's commands did, in words. */
export const currencyHistory: WordsOf<typeof currencyContract> = {
  'revaluation.post': {
    title: 'Revalue open items',
    say: ({ input }, texts) => {
      const each = input.currencies.map(
        ({ currency, rate, difference }) => `${currency} at ${rate}: ${texts.amount(difference, texts.baseCurrency)}`,
      )
      return `Open items revalued for ${texts.date(input.date)}: ${each.join('; ')}`
    },
  },
}
