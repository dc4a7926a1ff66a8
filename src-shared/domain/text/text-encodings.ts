/** The encodings a file may be read in, and what the clerk reads beside each. */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-2',
  'koi8-r',
  'ibm866',
  'macintosh',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'windows-874',
] as const
export type TextEncoding = (typeof textEncodings)[number]

export const encodingName: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16, big-endian)',
  'windows-1252': 'Western European (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1255': 'Hebrew (Windows-1255)',
  'windows-1256': 'Arabic (Windows-1256)',
  'windows-1257': 'Baltic (Windows-1257)',
  'iso-8859-2': 'Central European (ISO 8859-2)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  ibm866: 'Cyrillic (DOS)',
  macintosh: 'Western European (Macintosh)',
  shift_jis: 'Japanese (Shift JIS)',
  gb18030: 'Chinese (GB 18030)',
  big5: 'Chinese (Big5)',
  'euc-kr': 'Korean (EUC-KR)',
  'windows-874': 'Thai (Windows-874)',
}

/** Those whose letters a few bytes beyond ASCII may stand for; the others are chosen by hand. */
export const likelyEncodings = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
] as const satisfies readonly TextEncoding[]
type Likely = (typeof likelyEncodings)[number]

/** The words of a text that hold a letter beyond ASCII, each once. */
export function foreignWords(text: string): readonly string[] {
  const words = new Set<string>()
  for (const [word] of text.matchAll(WORDS)) {
    words.add(word)
    if (words.size >= WORDS_MAX) break
  }
  return [...words]
}

const WORDS = /[^\s,;|"]*[^\p{ASCII}\s][^\s,;|"]*/gu
const WORDS_MAX = 5000

/**
 * The encoding that the words themselves decide, or null when only the clerk can: "Cr\u00e8me" of Windows-1252 is "Cr\u010dme"
 * of Windows-1250, and both could be a name. Words that read the same in all of them decide for the first.
 * @param words the same words of the file in each encoding, in the same order
 */
export function decidedEncoding(words: Readonly<Record<Likely, readonly string[]>>): Likely | null {
  const count = words['windows-1252'].length
  const differing = Array.from({ length: count }, (_, at) =>
    likelyEncodings.map((encoding) => words[encoding][at] ?? ''),
  ).filter((readings) => new Set(readings).size > 1)
  if (differing.length === 0) return 'windows-1252'
  const plausible = likelyEncodings.filter((_, index) =>
    isPlausible(
      likelyEncodings[index] ?? 'windows-1252',
      differing.map((readings) => readings[index] ?? ''),
    ),
  )
  const [only] = plausible
  if (only !== undefined && plausible.length === 1) return only
  // Where the plausible ones read every word alike, either is right.
  const alike =
    plausible.length > 1 &&
    differing.every(
      (readings) => new Set(plausible.map((encoding) => readings[likelyEncodings.indexOf(encoding)])).size === 1,
    )
  return alike && only !== undefined ? only : null
}

const LETTERS = /\p{L}/u
/** Signs that stand alone or behind a number, never among the letters of a word. */
const SIGN_IN_WORD =
  /\p{L}[^\p{L}\p{M}\p{N}'\u2019.&\u2013\u2014\-/()+@:_%#*!?\u201c\u201d\u201e\u00ab\u00bb\u2122\u00ae\u2026]+\p{L}|\p{L}{3}[\u00b3\u00b9\u00bf\u00be\u00bc\u00af\u00a3\u00a5\u00b1\u00a8]/u
/** Control characters, and signs and opening quotes that no name has where they stand: bytes of another script. */
const STRAY =
  /[\u0080-\u009f\u2020\u2021\u0192\u02c6\u02dc\u00a4\u00a6\u00ac\u00b8]|\p{L}[\u201c\u201e\u00ab\u2018\u2039\u201a]\p{L}/u
/** Two characters or more, a letter among them, and none of A to Z: no word of a Latin script. */
const NO_PLAIN_LETTER = /^(?=.*\p{L})[^A-Za-z0-9]*[^\p{ASCII}][^A-Za-z0-9]*[^\p{ASCII}][^A-Za-z0-9]*$/u
const MIXED = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u
const CASED = /^\P{L}*(?:\p{Lu}?\p{Ll}+|\p{Lu}+)(?:\P{L}+(?:\p{Lu}?\p{Ll}+|\p{Lu}+))*\P{L}*$/u

/** Whether words could be of the languages an encoding was made for. */
function isPlausible(encoding: Likely, words: readonly string[]): boolean {
  if (words.some((word) => word.includes('\uFFFD') || SIGN_IN_WORD.test(word) || MIXED.test(word))) return false
  if (encoding === 'windows-1251') return isCyrillic(words)
  // Four letters beyond ASCII in a row are no word of a Latin script.
  return words.every((word) => !/[^\p{ASCII}\P{L}]{4}/u.test(word) && !STRAY.test(word) && !NO_PLAIN_LETTER.test(word))
}

/** Three in a row of the letters that Russian, Ukrainian and Bulgarian are written with. */
const USUAL_CYRILLIC = /[\u0410-\u044f\u0401\u0451\u0404\u0454\u0406\u0456\u0407\u0457\u0490\u0491\u040e\u045e]{3}/u

/** Whole words of Cyrillic letters, with capitals where a name has them: Greek or KOI8 bytes rarely look so. */
function isCyrillic(words: readonly string[]): boolean {
  const lettered = words.filter((word) => LETTERS.test(word))
  const cased = lettered.filter((word) => CASED.test(word))
  const hasBoth = lettered.some((word) => /\p{Lu}\p{Ll}/u.test(word))
  const hasUsual = lettered.some((word) => USUAL_CYRILLIC.test(word))
  return lettered.length > 0 && cased.length === lettered.length && hasBoth && hasUsual
}
