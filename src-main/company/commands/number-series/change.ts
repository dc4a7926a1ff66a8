import { documentKindName } from '../../../../src-shared/domain/documents.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { formatNumber, hasYear, isSeriesPrefix, prefixOfYear } from '../../../../src-shared/company/rules/sequence.ts'
import { afterLast, highestWithPrefix, numbersLike, runOfYear, seriesInUse, yearOf } from '../../facts/number-series.ts'
import { beginRun } from '../../facts/number.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../records/fresh-version.ts'

/**
 * Changes how documents of a kind are numbered from now on. What was given stays: a changed series is a new run, which
 * begins after every number that was given with its prefix.
 */
export const changeNumberSeries: CommandHandler<'numberSeries.change'> = (context, input) => {
  const { tx, numbersAs: deviceId } = context
  const { kind, version, prefix: entered, width, nextNumber, date } = input
  const inUse = seriesInUse(tx, kind, deviceId)
  const stored = { prefix: inUse.template ?? inUse.prefix, width: inUse.width, version: inUse.id }
  assertFresh(
    context,
    `The series of ${documentKindName[kind].toLowerCase()}s`,
    version,
    { prefix: entered, width },
    stored,
  )
  if (!isSeriesPrefix(entered)) throw new Refusal('series_prefix_invalid', { prefix: entered }, 'prefix')
  const template = hasYear(entered) ? entered : null
  const year = template === null ? null : yearOf(date)
  const prefix = prefixOfYear(entered, yearOf(date))
  const others = 'SELECT 1 FROM number_series WHERE kind = ? AND prefix = ? AND device_id <> ?'
  if (tx.value(others, [kind, prefix, deviceId]) !== undefined)
    throw new Refusal('series_of_another_device', { prefix }, 'prefix')
  const highest = highestWithPrefix(tx, kind, prefix)
  if (nextNumber <= highest) {
    const style = { prefix, width }
    const params = { number: formatNumber(style, nextNumber), next: String(highest + 1) }
    throw new Refusal('series_number_used', params, 'nextNumber')
  }
  const isSame = stored.prefix === entered && stored.width === width
  const run = isSame ? runOfYear(tx, kind, deviceId, inUse, yearOf(date)) : undefined
  if (run && afterLast(tx, run) === nextNumber) return { version: inUse.id }
  const next = formatNumber({ prefix, width }, nextNumber)
  const like = numbersLike(tx, kind, next).find((other) => !context.isMeantApart(next, other))
  if (like !== undefined) throw new Refusal('looks_like', { code: next, like }, 'prefix')
  return { version: beginRun(context, kind, { prefix, width, first: nextNumber, template, year }).id }
}
