import { documentKinds } from '../../../../src-shared/domain/documents.ts'
import { formatNumber, prefixOfYear } from '../../../../src-shared/company/rules/sequence.ts'
import { afterLast, highestWithPrefix, nextFree, runOfYear, seriesInUse, yearOf } from '../../facts/number-series.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

const DEVICE = 'SELECT min(id) FROM device'
const PASSED_OVER = `
  SELECT coalesce(sum(coalesce(through, series_number) - series_number + 1), 0) FROM number_passed_over
  WHERE series_id = ?`

/** How each kind of document is numbered, and the next number for a document of the day asked for. */
export const numberSeriesList: QueryHandler<'numberSeries.list'> = ({ db }, { date }) => {
  const deviceId = db.value<number>(DEVICE) ?? 0
  return documentKinds.map((kind) => {
    const inUse = seriesInUse(db, kind, deviceId)
    const run = runOfYear(db, kind, deviceId, inUse, yearOf(date))
    const prefix = inUse.template ?? inUse.prefix
    const style = { prefix: prefixOfYear(prefix, yearOf(date)), width: inUse.width }
    const from = run ? afterLast(db, run) : Math.max(1, highestWithPrefix(db, kind, style.prefix) + 1)
    return {
      kind,
      version: inUse.id,
      prefix,
      width: inUse.width,
      nextNumber: from,
      next: formatNumber(style, nextFree(db, kind, style, from)),
      passedOver: run ? (db.value<number>(PASSED_OVER, [run.id]) ?? 0) : 0,
    }
  })
}
