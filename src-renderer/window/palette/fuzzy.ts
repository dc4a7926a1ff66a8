import { wordsIn } from '../../../src-shared/domain/text/words.ts'

/**
 * How well a typed text fits a name: 0 when it does not, higher is better. Every word typed must begin a word of the name
 * or, with less worth, lie inside it; failing that, its letters must follow each other in the name's word beginnings
 * (`ri` finds Receive Invoice).
 */
export function fitOf(typed: string, name: string): number {
  const wanted = wordsIn(typed)
  if (wanted.length === 0) return 1
  const words = wordsIn(name)
  const fits = wanted.map((word) => fitOfWord(word, words))
  if (fits.every((fit) => fit > 0)) return fits.reduce((sum, fit) => sum + fit, 0) / fits.length
  const initials = words.map((word) => word[0]).join('')
  return wanted.length === 1 && initials.startsWith(wanted[0] ?? '') ? 20 : 0
}

function fitOfWord(typed: string, words: readonly string[]): number {
  const beginning = words.findIndex((word) => word.startsWith(typed))
  if (beginning >= 0) {
    const isWhole = words[beginning] === typed
    return (isWhole ? 100 : 80) - Math.min(beginning, 10)
  }
  return typed.length > 2 && words.some((word) => word.includes(typed)) ? 30 : 0
}
