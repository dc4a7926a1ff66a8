import type { DocumentKind } from '../../../src-shared/domain/documents.ts'
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

/** The next number of this device's series. Taken in the posting transaction, so that a refused posting leaves no gap. */
export const nextNumber = (context: CommandContext, kind: DocumentKind): GivenNumber => {
  const series = context.tx.get<Series>(
    'SELECT id, prefix, width, first_number AS first FROM number_series WHERE kind = ? AND device_id = ?',
    [kind, context.deviceId],
  )
  if (!series) throw new Error(`this device has no number series for ${kind}`)
  const last = context.tx.value<number | null>('SELECT max(series_number) FROM document WHERE series_id = ?', [
    series.id,
  ])
  const seriesNumber = last == null ? series.first : last + 1
  return { text: formatNumber(series, seriesNumber), seriesId: series.id, seriesNumber }
}
