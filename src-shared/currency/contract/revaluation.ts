import { z } from 'zod'
import { LAST_DATE, type CalendarDate } from '../../domain/dates/calendar.ts'
import type { ExchangeRate } from '../../domain/amounts/exchange-rate.ts'
import type { DocumentKind } from '../../domain/documents.ts'
import { amount, currency, date, exchangeRate } from '../../kit/fields.ts'
import { command, output, report } from '../../kit/operation.ts'
import type { RateInForce } from '../../company/contract/rates.ts'

/** What an open item is worth at the rate of a day. Minor units, signed as they move the receivable. */
export interface RevaluedItem {
  readonly documentId: number
  readonly kind: DocumentKind
  readonly number: string
  readonly customerId: number
  readonly customerCode: string
  readonly documentDate: CalendarDate
  readonly dueDate: CalendarDate
  /** In its own currency. */
  readonly open: number
  /** The rate it was posted at. */
  readonly itemRate: ExchangeRate
  /** In the company's currency, as the books carry it, with what was revalued for the same day before. */
  readonly carried: number
  /** Null while there is no rate. */
  readonly atRate: number | null
  /** What posting would add; more is a gain. Null while there is no rate. */
  readonly difference: number | null
}

/** One currency: its items and what they add up to. */
export interface RevaluedCurrency extends Pick<RevaluedItem, 'open' | 'carried' | 'atRate' | 'difference'> {
  readonly currency: string
  readonly rate: RateInForce | null
  readonly items: readonly RevaluedItem[]
}

export interface RevaluationProposal {
  readonly date: CalendarDate
  readonly reversedOn: CalendarDate
  readonly baseCurrency: string
  readonly currencies: readonly RevaluedCurrency[]
}

/** A revalued day whose figures have changed since: what revaluing it again would post. */
export interface OutdatedRevaluation {
  readonly date: CalendarDate
  readonly baseCurrency: string
  readonly currencies: readonly { readonly currency: string; readonly difference: number }[]
}

/** It is taken back on the day after, so the calendar's last day has none. */
const revaluationDate = date.refine((day) => day < LAST_DATE, { error: 'bad_date' })

export const revaluation = {
  /** What is open in other currencies at the end of a day, at that day's rates of the table. */
  'revaluation.propose': report(
    { date: revaluationDate },
    { output: output<RevaluationProposal>(), refusals: ['cancelled'] },
  ),
  /**
   * The revalued days, oldest first, that something dated until then was posted for since, or whose rate has changed. Days
   * of a closed period cannot be revalued any more and are left out; of the others the newest 60 are looked at.
   */
  'revaluation.outdated': report({}, { output: output<readonly OutdatedRevaluation[]>(), refusals: ['cancelled'] }),
  /** Posts the differences of the day and takes them back on the next; refused when they are not what the clerk saw. */
  'revaluation.post': command(
    {
      date: revaluationDate,
      currencies: z
        .array(z.strictObject({ currency, rate: exchangeRate, difference: amount }))
        .min(1)
        .max(200),
    },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{
        readonly reversedOn: CalendarDate
        readonly postings: readonly {
          readonly currency: string
          readonly postingId: number
          readonly difference: number
        }[]
      }>(),
      long: true,
      refusals: [
        'period_locked',
        'rate_missing',
        'proposal_changed',
        'nothing_to_revalue',
        'amount_too_large',
        'cancelled',
      ],
    },
  ),
}
