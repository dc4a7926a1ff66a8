import type { OutdatedRevaluation } from '../../../src-shared/currency/contract/revaluation.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import type { Format } from '../../ui/conventions.tsx'

/** "The revaluation of 30 Jun 2025 lacks a loss of 80.00 INR: ... The same is so of 2 more days." */
export function describeOutdated(days: readonly OutdatedRevaluation[], format: Format): string {
  const [oldest] = days
  if (oldest === undefined) return ''
  const more = days.length - 1
  const others = more === 0 ? '' : ` So have those of ${more} more ${more === 1 ? 'day' : 'days'}.`
  return `The figures of the revaluation of ${format.date(oldest.date)} have changed since: it lacks ${lackOf(oldest, format)}. Something dated until then was posted later, or its rate changed.${others}`
}

function lackOf({ currencies, baseCurrency }: OutdatedRevaluation, format: Format): string {
  const whole = sum(currencies.map(({ difference }) => difference))
  if (whole === 0) return 'gains and losses that even out'
  return `a ${whole < 0 ? 'loss' : 'gain'} of ${format.amount(Math.abs(whole), baseCurrency)} ${baseCurrency}`
}
