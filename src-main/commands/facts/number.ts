import type { DocumentKind, SeriesKind } from '../../../src-shared/domain/documents.ts'
import { formatNumber } from '../../../src-shared/domain/sequence.ts'
import type { CommandContext } from '../handler.ts'

export interface GivenNumber {
  readonly text: string
  /** Null for numbers that come from outside: an import, a void. */
  readonly seriesId: number | null
  readonly seriesNumber: number | null
}

/** A number given elsewhere. It still has to be free. */
export const foreignNumber = (text: string): GivenNumber => ({ text, seriesId: null, seriesNumber: null })

interface Series {
  readonly id: number
  readonly prefix: string
  readonly width: number
  readonly first: number
}

const seriesOf = ({ tx, deviceId }: CommandContext, kind: SeriesKind): Series => {
  const series = tx.get<Series>(
    'SELECT id, prefix, width, first_number AS first FROM number_series WHERE kind = ? AND device_id = ?',
    [kind, deviceId],
  )
  if (!series) throw new Error(`this device has no number series for ${kind}`)
  return series
}

/** The next number of this device's series. Taken in the posting transaction, so that a refused posting leaves no gap. */
export const nextNumber = (context: CommandContext, kind: DocumentKind): GivenNumber => {
  const series = seriesOf(context, kind)
  const last = context.tx.value<number | null>('SELECT max(series_number) FROM document WHERE series_id = ?', [
    series.id,
  ])
  const seriesNumber = last == null ? series.first : last + 1
  return { text: formatNumber(series, seriesNumber), seriesId: series.id, seriesNumber }
}

/** The next number of this device's series of parked receipts, which are no documents. */
export const nextParkedNumber = (context: CommandContext): { readonly text: string; readonly seriesNumber: number } => {
  const series = seriesOf(context, 'parked_receipt')
  const sql = 'SELECT max(series_number) FROM parked_receipt WHERE device_id = ?'
  const last = context.tx.value<number | null>(sql, [context.deviceId])
  const seriesNumber = last == null ? series.first : last + 1
  return { text: formatNumber(series, seriesNumber), seriesNumber }
}
