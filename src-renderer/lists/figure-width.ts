/** Of a tabular digit with its share of the separators, in px, and what stands around a figure in its cell. */
const DIGIT_PX = 8
const AROUND_PX = 24

/** The width of a column in which no figure is cut, in px; `least` where they are short. */
export const figureWidth = (texts: readonly string[], least: number): number =>
  Math.max(least, AROUND_PX + DIGIT_PX * Math.max(0, ...texts.map((text) => text.length)))
