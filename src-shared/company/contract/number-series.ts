import { z } from 'zod'
import { documentKinds, type DocumentKind } from '../../domain/documents.ts'
import { SERIES_PREFIX_MAX, SERIES_WIDTH_MAX } from '../rules/sequence.ts'
import { codeText, date, version } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/operation.ts'

export interface NumberSeriesRow {
  readonly kind: DocumentKind
  /** Of the series in use. */
  readonly version: number
  /** With {year} where the year of the document's date stands. */
  readonly prefix: string
  /** Digits, filled up with zeros. */
  readonly width: number
  /** For a document of the day asked for. */
  readonly nextNumber: number
  /** The same as it will be written; a later one where imported documents have the first. */
  readonly next: string
  /** How many of its numbers were passed over, since imported documents have them. */
  readonly passedOver: number
}

export const numberSeries = {
  'numberSeries.list': query({ date }, { output: output<readonly NumberSeriesRow[]>() }),
  /** A changed series is a new run; with the year in the number, the next number is that of the year of `date`. */
  'numberSeries.change': command(
    {
      kind: z.enum(documentKinds),
      version,
      prefix: codeText(SERIES_PREFIX_MAX),
      width: z.int().min(1).max(SERIES_WIDTH_MAX),
      nextNumber: z.int().min(0).max(999_999_999_999),
      date,
    },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly version: number }>(),
      role: 'supervisor',
      refusals: [
        'stale_version',
        'series_prefix_invalid',
        'series_of_another_device',
        'series_number_used',
        'looks_like',
      ],
    },
  ),
}
