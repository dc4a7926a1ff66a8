/** The scripts Inter is cut into, in the order a character is looked for. */
export const fontScripts = [
  'latin',
  'latin-ext',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
  'vietnamese',
] as const
export type FontScript = (typeof fontScripts)[number]

/** The two weights of the house style, by their number in the font's file names. */
export const fontWeights = { regular: 400, semibold: 600 } as const
export type FontWeight = keyof typeof fontWeights

/** The package that carries the files; at build they are copied to out/fonts. */
export const FONT_PACKAGE_FOLDER = '@fontsource/inter/files'

// WOFF and not WOFF2: the font library cannot cut a subset out of a WOFF2 file, and every PDF embeds subsets.
export const fontFile = (script: FontScript, weight: FontWeight): string =>
  `inter-${script}-${fontWeights[weight]}-normal.woff`

/** Every file that paper needs. */
export const fontFiles: readonly string[] = fontScripts.flatMap((script) =>
  (Object.keys(fontWeights) as FontWeight[]).map((weight) => fontFile(script, weight)),
)
