import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'

/** Of the height, for the figure that stands under a column below zero: the axis has its words there. */
const ROOM_BELOW = 0.2

/** From where to where the columns are drawn: zero always in between, and room for the figures below it. */
export function columnRange(amounts: readonly MinorUnits[]): readonly [least: number, most: number] {
  const least = Math.min(0, ...amounts)
  const most = Math.max(1, ...amounts)
  return [least < 0 ? least - (most - least) * ROOM_BELOW : 0, most]
}
