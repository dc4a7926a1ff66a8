/** Code points from `first` to `last`, both included. */
export interface CharacterRange {
  readonly first: number
  readonly last: number
}

/** One file of a family: the part of its name that tells it from the others, and what it has. */
export interface FontSubset {
  readonly name: string
  readonly ranges: readonly CharacterRange[]
}

/**
 * Reads a font package's own list of its files (`unicode.json`): from "arabic" or "[12]" to a CSS unicode-range.
 * @throws RangeError when a range is not written as CSS writes it.
 */
export const readSubsets = (listed: Readonly<Record<string, string>>): readonly FontSubset[] =>
  Object.entries(listed).map(([key, ranges]) => ({
    name: key.replace(/^\[(\d+)\]$/, '$1'),
    ranges: ranges.split(',').map(readRange),
  }))

function readRange(text: string): CharacterRange {
  const match = /^U\+([0-9A-F]+)(?:-([0-9A-F]+))?$/i.exec(text.trim())
  if (!match?.[1]) throw new RangeError(`"${text}" is no range of characters.`)
  return { first: Number.parseInt(match[1], 16), last: Number.parseInt(match[2] ?? match[1], 16) }
}

export const hasCharacter = ({ ranges }: FontSubset, codePoint: number): boolean =>
  ranges.some(({ first, last }) => codePoint >= first && codePoint <= last)
