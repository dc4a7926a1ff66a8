import type { GeneratedMemo } from '../../../src-shared/kit/memo.ts'
import type { ParsedInput } from '../../../src-shared/contract.ts'
import type { RateInForce } from '../../../src-shared/company/contract/rates.ts'
import type { RevaluationProposal, RevaluedCurrency } from '../../../src-shared/currency/contract/revaluation.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../src-shared/domain/dates/date-text.ts'
import { rateInWords, type ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { formatAmount } from '../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../company/facts/company.ts'
import { proposedRevaluation } from '../queries/propose.ts'
import { accountFor } from '../../company/facts/account.ts'
import { assertOpenPeriod } from '../../ledger/facts/documents/open-period.ts'
import { beginPosting } from '../../ledger/facts/documents/posting.ts'
import type { CommandContext, CommandHandler } from '../../kernel/command-handler.ts'

type Seen = ParsedInput<'revaluation.post'>['currencies'][number]
type Rated = RevaluedCurrency & { readonly rate: RateInForce }

/**
 * Brings what is open in other currencies to the rates of a day, and takes it back on the next: settling an item then
 * gains or loses against its own rate, as if it had never been revalued. Again for the same day posts what has changed.
 */
export const postRevaluation: CommandHandler<'revaluation.post'> = (context, { date, currencies }) => {
  const { closingDate } = companyRules(context.tx)
  assertOpenPeriod(date, closingDate, 'date')
  const proposal = proposedRevaluation(context.tx, date, context)
  const postings = currencies.map((seen, index) => {
    context.checkCancelled()
    context.progress(index, currencies.length)
    const path = `currencies.${index}`
    const now = asSeen(proposal, seen, path)
    assertNamedOnce(currencies, index, date, path)
    return { currency: seen.currency, postingId: postCurrency(context, proposal, now), difference: seen.difference }
  })
  return { reversedOn: proposal.reversedOn, postings }
}

/** Refuses what is no longer what the clerk saw, or leaves nothing to post. */
const asSeen = (proposal: RevaluationProposal, seen: Seen, path: string): Rated => {
  const { currency } = seen
  const day = formatDate(proposal.date, 'text')
  const found = proposal.currencies.find((group) => group.currency === currency)
  if (!found) throw new Refusal('nothing_to_revalue', { currency, date: day }, `${path}.currency`)
  const { rate } = found
  if (rate === null) throw new Refusal('rate_missing', { currency, date: day }, `${path}.rate`)
  if (rate.rate !== seen.rate || found.difference !== seen.difference) {
    const shown = (difference: number, at: ExchangeRate): string =>
      `${formatAmount(difference, proposal.baseCurrency)} at ${rateInWords(at, currency, proposal.baseCurrency)}`
    const what = `The revaluation of ${currency}`
    const now = shown(found.difference ?? 0, rate.rate)
    throw new Refusal('proposal_changed', { what, now, seen: shown(seen.difference, seen.rate) }, `${path}.difference`)
  }
  if (found.items.every(({ difference }) => difference === 0))
    throw new Refusal('nothing_to_revalue', { currency, date: day }, `${path}.currency`)
  return { ...found, rate }
}

/** What the first of them posts, the second would post again: the proposal is from before both. */
const assertNamedOnce = (currencies: readonly Seen[], index: number, date: CalendarDate, path: string): void => {
  const currency = currencies[index]?.currency ?? ''
  if (currencies.findIndex((other) => other.currency === currency) === index) return
  throw new Refusal('nothing_to_revalue', { currency, date: formatDate(date, 'text') }, `${path}.currency`)
}

interface Difference {
  readonly customerId: number
  readonly itemId: number
  readonly base: number
}

/** Both postings of one currency; returns the first. */
const postCurrency = (
  context: CommandContext,
  { date, reversedOn, baseCurrency }: RevaluationProposal,
  { currency, rate, items }: Rated,
): number => {
  const differences = items.flatMap(({ customerId, documentId, difference }): readonly Difference[] =>
    difference === null || difference === 0 ? [] : [{ customerId, itemId: documentId, base: difference }],
  )
  const params = { currency, rate: rateInWords(rate.rate, currency, baseCurrency) }
  const postingId = postDifferences(context, date, currency, { code: 'memo_revaluation', params }, differences)
  const taken = differences.map((difference) => ({ ...difference, base: 0 - difference.base }))
  const reversalId = postDifferences(
    context,
    reversedOn,
    currency,
    { code: 'memo_revaluation_reversed', params },
    taken,
  )
  context.tx.run(
    `INSERT INTO revaluation (posting_id, reversal_posting_id, command_seq, date, currency, rate) VALUES (?, ?, ?, ?, ?, ?)`,
    [postingId, reversalId, context.seq, date, currency, rate.rate],
  )
  return postingId
}

/** An entry for each item on the control account, the whole of them against the gain or loss. */
const postDifferences = (
  context: CommandContext,
  date: CalendarDate,
  currency: string,
  memo: GeneratedMemo,
  differences: readonly Difference[],
): number => {
  const control = accountFor(context.tx, 'receivable')
  const posting = beginPosting(context, date, currency, memo)
  let left = 0
  for (const { customerId, itemId, base } of differences) {
    posting.add({ accountId: control, amount: 0, baseAmount: base, customerId, itemId })
    left -= base
  }
  posting.add({ accountId: accountFor(context.tx, 'unrealised_exchange'), amount: 0, baseAmount: left })
  posting.seal()
  return posting.id
}
