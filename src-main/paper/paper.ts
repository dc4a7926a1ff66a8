/** Lengths on paper are points, 72 to the inch, measured from the sheet's top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type PaperName = 'letter' | 'a4'

export interface Paper {
  readonly name: PaperName
  readonly width: number
  readonly height: number
  /** Left and right edges of the text. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Where the customer's address shows through the envelope's window. */
  readonly addressWindow: Box
  /** Heights at which the sheet is folded. */
  readonly folds: readonly number[]
  /** Heading of the first page ends here; its rows begin. */
  readonly headEnd: number
  readonly slipHeight: number
  readonly townLine: 'town_first' | 'postal_code_first'
}

const MM = 72 / 25.4
const INCH = 72

// US number 10 window envelope (9 1/2 x 4 1/8 in; window 4 1/2 x 1 1/8 in, 7/8 in from the left and 1/2 in from the
// bottom), sheet folded in thirds and resting on the envelope's lower edge: the window then shows 2.04 to 3.17 in of the
// sheet. The text stays 1/8 in clear of every edge, as the postal service asks, however the sheet slides sideways.
const LETTER: Paper = {
  name: 'letter',
  width: 8.5 * INCH,
  height: 11 * INCH,
  left: 1 * INCH,
  right: 7.75 * INCH,
  top: 40,
  bottom: 11 * INCH - 36,
  addressWindow: { x: 1 * INCH, y: 2.18 * INCH, width: 3.25 * INCH, height: 0.9 * INCH },
  folds: [(11 / 3) * INCH, (22 / 3) * INCH],
  headEnd: 250,
  slipHeight: 160,
  townLine: 'town_first',
}

// DIN 5008 form B for the DL window envelope of DIN 680: the address zone is 62.7 to 90 mm down, text 25 mm from the
// left; folds at 105 and 210 mm.
const A4: Paper = {
  name: 'a4',
  width: 210 * MM,
  height: 297 * MM,
  left: 25 * MM,
  right: 190 * MM,
  top: 40,
  bottom: 297 * MM - 36,
  addressWindow: { x: 25 * MM, y: 62.7 * MM, width: 80 * MM, height: 27.3 * MM },
  folds: [105 * MM, 210 * MM],
  headEnd: 98.5 * MM,
  slipHeight: 162,
  townLine: 'postal_code_first',
}

export const papers = { letter: LETTER, a4: A4 } as const satisfies Record<PaperName, Paper>

// Where Letter is the office's sheet, by the currency a company keeps its books in (Unicode CLDR, paper size by
// territory); everyone else uses A4.
const LETTER_CURRENCIES: ReadonlySet<string> = new Set('USD CAD MXN PHP CLP COP CRC GTQ NIO PAB SVC VES BZD'.split(' '))

export const paperFor = (baseCurrency: string): PaperName => (LETTER_CURRENCIES.has(baseCurrency) ? 'letter' : 'a4')
