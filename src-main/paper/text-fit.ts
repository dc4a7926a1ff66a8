import type { TextStyle } from './type-style.ts'

/** Width in points of a line in a style. */
export type Measure = (line: string, style: TextStyle) => number

export interface FittedText {
  readonly lines: readonly string[]
  readonly style: TextStyle
  /** Distance from one baseline to the next, points. */
  readonly leading: number
}

// A letter and its marks are one: no line begins with a mark that belongs to the line before.
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const lettersOf = (text: string): readonly string[] => Array.from(letters.segment(text), ({ segment }) => segment)

/** Breaks at spaces, and inside a word only when the word alone is too wide. At least one line. */
export function wrapText(text: string, width: number, style: TextStyle, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer, style) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = breakWord(word, width, style, measure)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

function breakWord(word: string, width: number, style: TextStyle, measure: Measure): readonly string[] {
  if (measure(word, style) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const part of partsOf(word)) {
    if (piece !== '' && measure(piece + part, style) > width) {
      pieces.push(piece)
      piece = ''
    }
    // A word of a language without spaces may still be too wide by itself.
    for (const letter of measure(part, style) > width ? lettersOf(part) : [part]) {
      if (piece !== '' && measure(piece + letter, style) > width) {
        pieces.push(piece)
        piece = ''
      }
      piece += letter
    }
  }
  return [...pieces, piece]
}

const THAI = /\p{Script=Thai}/u

/** Where a word may be broken: Thai writes no spaces between its words; elsewhere at any letter. */
const partsOf = (word: string): readonly string[] =>
  THAI.test(word)
    ? Array.from(new Intl.Segmenter('th', { granularity: 'word' }).segment(word), ({ segment }) => segment)
    : lettersOf(word)

const LEADING = 1.25
const SIZE_STEP = 0.5

/**
 * Sets paragraphs in a space of width x height points: the style's own size, smaller down to `sizeMin` when they do not
 * fit, and when even that does not, cut with an ellipsis, which shows that something is missing.
 */
export function fitText(
  paragraphs: readonly string[],
  space: { readonly width: number; readonly height: number },
  style: TextStyle,
  sizeMin: number,
  measure: Measure,
): FittedText {
  for (let size = style.size; ; size -= SIZE_STEP) {
    const sized = { ...style, size: Math.max(size, sizeMin) }
    const leading = sized.size * LEADING
    const lines = paragraphs.flatMap((paragraph) => wrapText(paragraph, space.width, sized, measure))
    const room = Math.max(1, Math.floor(space.height / leading))
    if (lines.length <= room) return { lines, style: sized, leading }
    if (size <= sizeMin) return { lines: cutShort(lines, room, space.width, sized, measure), style: sized, leading }
  }
}

function cutShort(
  lines: readonly string[],
  room: number,
  width: number,
  style: TextStyle,
  measure: Measure,
): readonly string[] {
  const kept = lines.slice(0, room)
  const characters = [...lettersOf(kept.at(-1) ?? '')]
  while (characters.length > 0 && measure(`${characters.join('')}…`, style) > width) characters.pop()
  return [...kept.slice(0, -1), `${characters.join('')}…`]
}

/** One line, made smaller down to `sizeMin` until it fits the width, then cut with an ellipsis. */
export function fitLine(text: string, width: number, style: TextStyle, sizeMin: number, measure: Measure): FittedText {
  for (let size = style.size; size > sizeMin; size -= SIZE_STEP) {
    const sized = { ...style, size }
    if (measure(text, sized) <= width) return { lines: [text], style: sized, leading: size * LEADING }
  }
  const sized = { ...style, size: sizeMin }
  const lines = measure(text, sized) <= width ? [text] : cutShort([text], 1, width, sized, measure)
  return { lines, style: sized, leading: sizeMin * LEADING }
}
