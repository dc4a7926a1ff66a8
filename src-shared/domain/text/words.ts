const BETWEEN_WORDS = /[^\p{L}\p{N}\p{Co}]+/u

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The words of a text, without case and accents: runs of letters and digits. */
export const wordsIn = (text: string): readonly string[] =>
  folded(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')

/** Whether each of the words typed begins one of the text's. */
export const hasWords = (text: string, typed: readonly string[]): boolean => {
  const words = wordsIn(text)
  return typed.every((begun) => words.some((word) => word.startsWith(begun)))
}
