import { faceFor, faceOf, type Face } from './faces.ts'
import type { FontWeight } from './font-files.ts'

/** A stretch of text that one face can set, or one character that no face has. */
export type TextRun =
  | { readonly kind: 'glyphs'; readonly text: string; readonly face: Face }
  | { readonly kind: 'missing'; readonly text: string }

// Latin-1 without the no-break space and the soft hyphen.
const PLAIN = /^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u00FF]*$/
// Direction marks, joiners and the like have no shape, and could make one text pass for another.
const SHAPELESS = /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu

/** One line of text as it can be set: white space is a space, shapeless characters are gone. */
export const setLine = (text: string): string =>
  PLAIN.test(text) && !text.includes('  ') ? text : text.normalize('NFC').replace(/\s+/g, ' ').replace(SHAPELESS, '')

/** Splits a line (see setLine) into runs; a character that Inter lacks stands alone. */
export function textRuns(line: string, weight: FontWeight): readonly TextRun[] {
  if (PLAIN.test(line)) return line === '' ? [] : [{ kind: 'glyphs', text: line, face: faceFor('latin', weight) }]
  const runs: TextRun[] = []
  for (const character of line) {
    const face = faceOf(character, weight)
    const last = runs.at(-1)
    if (!face) runs.push({ kind: 'missing', text: character })
    else if (last?.kind === 'glyphs' && last.face === face)
      runs[runs.length - 1] = { ...last, text: last.text + character }
    else runs.push({ kind: 'glyphs', text: character, face })
  }
  return runs
}
