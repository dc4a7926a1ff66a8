/** Later than every text that starts with the same letters, in SQLite's binary and NOCASE orders. */
const LAST = '\u{10FFFF}'

/** The end of the range of texts that start with `start`: `x >= start AND x < prefixEnd(start)` reads an index. */
export const prefixEnd = (start: string): string => start + LAST

/**
 * What the clerk typed as an FTS5 query: every word, or its beginning, in any order. Each word is a quoted string, so
 * none of FTS5's own syntax gets through; null when no word has a letter or a digit.
 */
export function wordQuery(typed: string): string | null {
  const words = typed.split(/\s+/).filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word))
  return words.length === 0 ? null : words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ')
}
