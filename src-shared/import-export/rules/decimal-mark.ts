import { plainCode } from '../../domain/text/look-alike.ts'
import type { DecimalMark } from './import-amount.ts'

/** What one amount shows of the mark before its decimals. Null: it has no mark, or is no number. */
export type MarkShown = DecimalMark | 'doubtful' | null

const NUMBER = /^[\d.,\s'\u2019]*\d[\d.,\s'\u2019]*$/
const AROUND = /^[^\d.,]+|[^\d.,]+$/g

/**
 * The mark before the decimals as an amount shows it. "1.500" is doubtful: a thousand and a half, or one and a half; the
 * last zero does not decide it. A mark that stands twice, that has other than three digits behind it, or that a thousand
 * could not have ("0.500", "1234.500"), is plain.
 */
export function markShownBy(amount: string): MarkShown {
  const body = plainCode(amount).replace(AROUND, '')
  if (!NUMBER.test(body)) return null
  const point = body.lastIndexOf('.')
  const comma = body.lastIndexOf(',')
  if (point < 0 && comma < 0) return null
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ','
  const mark = point >= 0 ? '.' : ','
  const other = mark === '.' ? ',' : '.'
  const at = Math.max(point, comma)
  if (body.indexOf(mark) !== at) return other
  const before = body.slice(0, at)
  const isThousand = /^[1-9]\d{0,2}$/.test(before) && /^\d{3}$/.test(body.slice(at + 1))
  return isThousand ? 'doubtful' : mark
}

/** What a column of amounts shows together. */
export type MarkEvidence = {
  readonly points: number
  readonly commas: number
  /** The first amount that could be read both ways. */
  readonly doubtful: string | null
}

export const NO_EVIDENCE: MarkEvidence = { points: 0, commas: 0, doubtful: null }

export function addMark(evidence: MarkEvidence, amount: string): MarkEvidence {
  switch (markShownBy(amount)) {
    case '.':
      return { ...evidence, points: evidence.points + 1 }
    case ',':
      return { ...evidence, commas: evidence.commas + 1 }
    case 'doubtful':
      return evidence.doubtful === null ? { ...evidence, doubtful: amount } : evidence
    case null:
      return evidence
  }
}

/** Of percentages none is a thousand: "2,125" has decimals. */
export const ofPercentages = (evidence: MarkEvidence): MarkEvidence => {
  const { points, commas, doubtful } = evidence
  if (doubtful === null) return evidence
  const isPoint = doubtful.includes('.')
  return { points: points + (isPoint ? 1 : 0), commas: commas + (isPoint ? 0 : 1), doubtful: null }
}

export const bothEvidences = (a: MarkEvidence, b: MarkEvidence): MarkEvidence => ({
  points: a.points + b.points,
  commas: a.commas + b.commas,
  doubtful: a.doubtful ?? b.doubtful,
})

/** The mark that rows decide; null where none shows one, or where rows contradict each other beside a doubtful one. */
export function decidedMark({ points, commas, doubtful }: MarkEvidence): DecimalMark | null {
  if (points === commas) return null
  if (doubtful !== null && points > 0 && commas > 0) return null
  return points > commas ? '.' : ','
}

/** A doubtful amount that no other row decides: only the clerk knows. */
export const isMarkUnclear = (evidence: MarkEvidence): boolean =>
  evidence.doubtful !== null && decidedMark(evidence) === null

/** The readings of a doubtful amount, for the question: as a number with thousands, and as one with decimals. */
export function readingsOf(doubtful: string): { readonly thousands: string; readonly decimals: string } {
  const body = doubtful.replace(AROUND, '')
  const [whole = '', rest = ''] = body.split(/[.,]/)
  return { thousands: `${whole}${rest}`, decimals: `${whole} and ${rest}/1000` }
}
