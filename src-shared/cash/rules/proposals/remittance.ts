import { itemsMeantBy } from '../../../domain/amounts/written-numbers.ts'

/** What identifies an item on a payer's remittance advice. */
export type NamedItem = { readonly number: string; readonly reference: string }

// Money and dates are left out first: the 2012 of 30/6/2012 or of 2,012.00 is not invoice 2012.
// A blank does not group digits here: in "123 450.00" the 123 is more likely a document.
const AMOUNT = /(?<![\w.,])[$€£]?(?:\d{1,3}(?:[,.']\d{3})+|\d+)[.,]\d{2}(?![\w]|[.,]\d)/g
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/
const BARE_DIGITS_MIN = 3

const squash = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The digits a payer would copy from a number: INV-000123 is often written 123. Null when too few to mean it. */
function bareDigits(text: string): string | null {
  const digits = /(\d+)\D*$/.exec(text)?.[1]?.replace(/^0+/, '') ?? ''
  return digits.length < BARE_DIGITS_MIN ? null : digits
}

/**
 * The items whose number or reference occurs in the text, in the order given. A number may be written without its
 * punctuation; where only one item is meant, also without leading zeros, with spaces, behind the word invoice, or as its
 * digits alone. Digits alone count from three on, behind a word or sign for a number, or in a list that a number begins.
 */
export function itemsNamedIn<Item extends NamedItem>(written: string, items: readonly Item[]): readonly Item[] {
  const text = written.normalize('NFKC').replace(/\p{Cf}/gu, '')
  const byName = index(items, (item) => [squash(item.number), squash(item.reference)].filter(isDistinctive))
  const byDigits = index(items, (item) => [bareDigits(item.number)].filter((digits) => digits !== null))
  const named = new Set<Item>()
  const look = (part: string): boolean => {
    const digits = bareDigits(part)
    const alike = digits === null ? undefined : byDigits.get(digits)
    const found = byName.get(squash(part)) ?? (alike?.length === 1 ? alike : [])
    for (const item of found) named.add(item)
    return found.length > 0
  }
  const words = wordsOf(text, byName).filter((word) => byName.has(squash(word)) || !DATE.test(word))
  const meant = itemsMeantBy(words.join(' '), items)
  for (const item of meant.items) named.add(item)
  for (const word of meant.rest.split(' ')) {
    if (byName.has(squash(word))) look(word)
    else word.split(/[^\p{L}\p{N}]+/u).forEach(look)
  }
  return items.filter((item) => named.has(item))
}

/** Words of the text without its amounts; a number that looks like an amount but is an item's is kept. */
function wordsOf(text: string, byName: ReadonlyMap<string, unknown>): readonly string[] {
  const withoutAmounts = text.replace(AMOUNT, (amount) => (byName.has(squash(amount)) ? amount : ' '))
  // What separates the numbers of a list stays.
  return withoutAmounts
    .replace(/[,;]+/g, ' , ')
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** One or two digits alone are a count or a day, not a document. */
const isDistinctive = (name: string): boolean => name !== '' && !/^\d{1,2}$/.test(name)

function index<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, readonly Item[]> {
  const found = new Map<string, readonly Item[]>()
  for (const item of items) {
    for (const key of new Set(keysOf(item))) found.set(key, [...(found.get(key) ?? []), item])
  }
  return found
}
