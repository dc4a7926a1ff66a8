/** The scripts Inter is cut into, in the order a character is looked for. */
export const interSubsets = [
  'latin',
  'latin-ext',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
  'vietnamese',
] as const

/** The families that set what Inter has no letters for. Each is a package of files cut by ranges of characters. */
export const otherFamilies = [
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-thai',
  'noto-sans-devanagari',
  'noto-sans-sc',
  'noto-sans-tc',
  'noto-sans-jp',
  'noto-sans-kr',
] as const
export type OtherFamily = (typeof otherFamilies)[number]
export type FontFamily = 'inter' | OtherFamily

/** The two weights of the house style, by their number in the font's file names. */
export const fontWeights = { regular: 400, semibold: 600 } as const
export type FontWeight = keyof typeof fontWeights

export const fontPackage = (family: FontFamily): string => `@fontsource/${family}`

// WOFF and not WOFF2: the font library cannot cut a subset out of a WOFF2 file, and every PDF embeds subsets.
export const fontFile = (family: FontFamily, subset: string, weight: FontWeight): string =>
  `${family}-${subset}-${fontWeights[weight]}-normal.woff`

/** Which characters each file of another family has, as the package itself lists them. */
export const RANGES_FILE = 'unicode.json'

/** Files of the other families that only repeat what Inter has. */
export const repeatsInter = (subset: string): boolean => /^(latin|greek|cyrillic|vietnamese)(-ext)?$/.test(subset)
