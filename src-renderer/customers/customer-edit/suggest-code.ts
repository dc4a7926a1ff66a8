import { wordsIn } from '../../../src-shared/domain/text/words.ts'

const PREFIX_LENGTH = 5

/** Words that begin many names and tell none apart. */
const FILLERS = new Set(['the', 'a', 'an', 'la', 'le', 'les', 'el', 'los', 'die', 'der', 'das'])

/**
 * The letters a customer's code begins with: the first five of the name, without accents and leading articles.
 * `Northgate Foods Ltd` is NORTH. Empty while the name has no letter or digit.
 */
export function codePrefix(name: string): string {
  const words = wordsIn(name)
  const telling = words.length > 1 && FILLERS.has(words[0] ?? '') ? words.slice(1) : words
  return telling.join('').slice(0, PREFIX_LENGTH).toUpperCase()
}

/**
 * The first code with this prefix that is free: NORTH01, NORTH02. Empty for an empty prefix.
 * @param taken codes in use that begin with the prefix, in any case
 */
export function suggestCode(prefix: string, taken: readonly string[]): string {
  if (prefix === '') return ''
  const used = new Set(taken.map((code) => code.toUpperCase()))
  for (let number = 1; ; number += 1) {
    const code = `${prefix}${String(number).padStart(2, '0')}`
    if (!used.has(code)) return code
  }
}
