import bidiFactory from 'bidi-js'
import { faceOf, hasInRanges, plainFace, type Face } from './faces.ts'
import type { FontWeight, OtherFamily } from './font-files.ts'
import { hanOrder, type HanFamily } from './han.ts'

/** A stretch of text that one face can set, or one character that no face has. */
export type TextRun =
  | { readonly kind: 'glyphs'; readonly text: string; readonly face: Face }
  | { readonly kind: 'missing'; readonly text: string }

/** How a line is set. */
export interface LineStyle {
  readonly weight: FontWeight
  /** Whose Chinese characters are drawn, where the line itself does not tell. */
  readonly han: HanFamily
}

// Latin-1 without the no-break space and the soft hyphen.
const PLAIN = /^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u00FF]*$/
// Direction marks, joiners and the like have no shape, and could make one text pass for another. Between letters that join,
// a joiner does change the shape, and the word.
const SHAPELESS =
  /(?!(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{M}])[\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu
const FOLLOWS = /^[\p{M}\u200C\u200D]$/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const REORDERED = /[\p{Script=Thai}\p{Script=Devanagari}]/u

const bidi = bidiFactory()

/** One line of text as it can be set: white space is a space, shapeless characters are gone. */
export const setLine = (text: string): string =>
  PLAIN.test(text) && !text.includes('  ') ? text : text.normalize('NFC').replace(/\s+/g, ' ').replace(SHAPELESS, '')

/**
 * Whether shapes stand in another order than their letters, or split them, so that the text cannot be read off them. Not so
 * where text runs from right to left: readers turn its shapes around themselves, and would turn the text around too.
 */
export const reordersLetters = (line: string): boolean => REORDERED.test(line) && !RIGHT_TO_LEFT.test(line)

/**
 * Splits a line (see setLine) into runs in the order in which they stand from left to right; a character that no face has
 * stands alone. A line whose first letter is right-to-left is one as a whole (Unicode Standard Annex 9).
 */
export function textRuns(line: string, style: LineStyle): readonly TextRun[] {
  if (PLAIN.test(line)) return line === '' ? [] : [{ kind: 'glyphs', text: line, face: plainFace(style.weight) }]
  const levels = RIGHT_TO_LEFT.test(line) ? bidi.getEmbeddingLevels(line).levels : null
  return inVisualOrder(logicalRuns(line, style, levels))
}

interface LeveledRun {
  readonly run: TextRun
  /** Odd where the text runs from right to left. */
  readonly level: number
}

function logicalRuns(line: string, { weight, han }: LineStyle, levels: Uint8Array | null): readonly LeveledRun[] {
  const families: readonly OtherFamily[] = [
    'noto-sans-arabic',
    'noto-sans-hebrew',
    'noto-sans-thai',
    'noto-sans-devanagari',
    ...hanOrder(line, han, hasInRanges),
  ]
  const runs: LeveledRun[] = []
  let at = 0
  for (const character of line) {
    const level = levels?.[at] ?? 0
    at += character.length
    const last = runs.at(-1)
    const shown = level % 2 === 1 ? (bidi.getMirroredCharacter(character) ?? character) : character
    if (last?.run.kind === 'glyphs' && FOLLOWS.test(character) && canFollow(character, last.run.face)) {
      runs[runs.length - 1] = { ...last, run: { ...last.run, text: last.run.text + character } }
      continue
    }
    const face = faceOf(shown, weight, families)
    if (!face) runs.push({ run: { kind: 'missing', text: character }, level })
    else if (last?.run.kind === 'glyphs' && last.run.face === face && last.level === level)
      runs[runs.length - 1] = { ...last, run: { ...last.run, text: last.run.text + shown } }
    else runs.push({ run: { kind: 'glyphs', text: shown, face }, level })
  }
  return runs
}

/** A mark or joiner stays with its letter: apart from it no face could place it. */
const canFollow = (character: string, { font }: Face): boolean =>
  font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) || /[\u200C\u200D]/.test(character)

/** Rule L2 of the annex, over runs of one level: from the highest level down, what is at least so high is turned around. */
function inVisualOrder(runs: readonly LeveledRun[]): readonly TextRun[] {
  const highest = runs.reduce((most, { level }) => Math.max(most, level), 0)
  let ordered = [...runs]
  for (let level = highest; level >= 1; level--) ordered = turnedAround(ordered, level)
  return ordered.map(({ run, level }) => (level % 2 === 1 ? fromRightToLeft(run) : run))
}

function turnedAround(runs: readonly LeveledRun[], level: number): LeveledRun[] {
  const result: LeveledRun[] = []
  let turned: LeveledRun[] = []
  for (const run of runs) {
    if (run.level >= level) turned = [run, ...turned]
    else {
      result.push(...turned, run)
      turned = []
    }
  }
  return [...result, ...turned]
}

/** The font library turns the letters of a right-to-left script around itself; spaces and signs between them it does not. */
const fromRightToLeft = (run: TextRun): TextRun =>
  run.kind === 'missing' || RIGHT_TO_LEFT.test(run.text) ? run : { ...run, text: [...run.text].toReversed().join('') }
