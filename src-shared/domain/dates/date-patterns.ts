import type { CalendarDate } from './calendar.ts'
import { monthOfName } from './date-format.ts'
import { fullYear, readParts } from './date-reading.ts'
import { plainCode } from '../text/look-alike.ts'
import { refused } from '../text/parsed.ts'
import type { Parsed } from '../text/parsed.ts'

/** How the dates of an imported file are written; the clerk picks one, the file's samples suggest it. */
export const datePatterns = [
  'M/D/YYYY',
  'D/M/YYYY',
  'YYYY-MM-DD',
  'D.M.YYYY',
  'YYYYMMDD',
  'M/D/YY',
  'D/M/YY',
  'D.M.YY',
  'DD-MMM-YYYY',
  'DD-MMM-YY',
  'MMM D, YYYY',
] as const

export type DatePattern = (typeof datePatterns)[number]

type Reading = { readonly shape: RegExp; readonly example: string }

// A slash pattern takes dashes too, and the other way round: the order is what the pattern decides.
const NAMED = String.raw`(?<d>\d{1,2})[-. /]*(?<m>[a-z]{3,9})[-., /]*`
const READINGS: Readonly<Record<DatePattern, Reading>> = {
  'M/D/YYYY': { shape: /^(?<m>\d{1,2})[/-](?<d>\d{1,2})[/-](?<y>\d{4})$/, example: '6/30/2025' },
  'D/M/YYYY': { shape: /^(?<d>\d{1,2})[/-](?<m>\d{1,2})[/-](?<y>\d{4})$/, example: '30/6/2025' },
  'YYYY-MM-DD': { shape: /^(?<y>\d{4})([/.-]) ?(?<m>\d{1,2})\2 ?(?<d>\d{1,2})\.?$/, example: '2025-06-30' },
  'D.M.YYYY': { shape: /^(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4})$/, example: '30.6.2025' },
  // A spreadsheet that took it for a number wrote a tail behind it.
  YYYYMMDD: { shape: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?:\.0+)?$/, example: '20250630' },
  'M/D/YY': { shape: /^(?<m>\d{1,2})[/-](?<d>\d{1,2})[/-](?<y>\d{2})$/, example: '6/30/25' },
  'D/M/YY': { shape: /^(?<d>\d{1,2})[/-](?<m>\d{1,2})[/-](?<y>\d{2})$/, example: '30/6/25' },
  'D.M.YY': { shape: /^(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{2})$/, example: '30.6.25' },
  'DD-MMM-YYYY': { shape: new RegExp(`^${NAMED}(?<y>\\d{4})$`, 'i'), example: '30-Jun-2025' },
  'DD-MMM-YY': { shape: new RegExp(`^${NAMED}(?<y>\\d{2})$`, 'i'), example: '30-Jun-25' },
  'MMM D, YYYY': { shape: /^(?<m>[a-z]{3,9})\.? (?<d>\d{1,2}),? (?<y>\d{4})$/i, example: 'Jun 30, 2025' },
}

/** Which of day and month a pattern has first; null where its shape shows it. */
export function orderOfPattern(pattern: DatePattern): 'mdy' | 'dmy' | null {
  if (pattern.startsWith('M/D')) return 'mdy'
  return pattern.startsWith('D/M') ? 'dmy' : null
}

// Spreadsheets write a time behind a date; a business day has none. With a time zone the day would be in doubt: refused.
const TIME_OF_DAY = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?$/i

/** Strict text of an imported file to a date; anything but the pattern is refused, never guessed. */
export function parseDateByPattern(text: string, pattern: DatePattern): Parsed<CalendarDate> {
  const trimmed = plainCode(text)
  if (trimmed === '') return refused({ kind: 'empty' })
  const { shape, example } = READINGS[pattern]
  const groups = shape.exec(trimmed.replace(TIME_OF_DAY, ''))?.groups
  if (groups === undefined) return refused({ kind: 'not_a_date', text: trimmed, example })
  const { y = '', m = '', d = '' } = groups
  const month = /^\d+$/.test(m) ? Number(m) : monthOfName(m)
  if (month === 0) return refused({ kind: 'not_a_date', text: trimmed, example })
  return readParts(fullYear(y), month, Number(d))
}

export type DatePatternGuess = {
  /** The pattern that reads the most samples; null when none reads any. */
  readonly pattern: DatePattern | null
  /** True when another pattern reads as many: day and month may be either way round, so ask. */
  readonly ambiguous: boolean
  /** Every pattern that reads as many as the best; none when none reads any. */
  readonly equals: readonly DatePattern[]
}

/** Which pattern a column of dates follows. Blank samples do not count. */
export function guessDatePattern(samples: readonly string[]): DatePatternGuess {
  const filled = samples.filter((sample) => sample.trim() !== '')
  const scores = datePatterns.map((pattern) => ({
    pattern,
    read: filled.filter((sample) => parseDateByPattern(sample, pattern).ok).length,
  }))
  const most = Math.max(...scores.map((score) => score.read))
  if (most === 0) return { pattern: null, ambiguous: false, equals: [] }
  const best = scores.filter((score) => score.read === most)
  const equals = best.map(({ pattern }) => pattern)
  return { pattern: equals[0] ?? null, ambiguous: equals.length > 1, equals }
}
