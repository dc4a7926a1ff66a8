import { parseAmount } from '../../../src-shared/domain/amounts/money.ts'
import { hasWords, wordsIn } from '../../../src-shared/domain/text/words.ts'
import { companyRules } from '../../company/facts/company.ts'
import type { Params, Readable } from '../../db/connection.ts'
import { IN_SERIES, typedRange } from '../../ledger/queries/documents/named.ts'
import { notReadIn } from '../facts/document-words.ts'

/** Best first; the newest of equals first. Each reads an index. */
export const DOCUMENT_SEARCHES = {
  number: 'SELECT id FROM document WHERE number = :text COLLATE NOCASE LIMIT :limit',
  /** Numbers that a clerk could take for what was typed. */
  numberLike: 'SELECT id FROM document WHERE number_key = :key LIMIT :limit',
  sequence: `SELECT id FROM document WHERE ${IN_SERIES}`,
  amount: 'SELECT id FROM document WHERE total IN (:amount, -:amount) ORDER BY command_seq DESC, id DESC LIMIT :limit',
  reference: `SELECT id FROM document
    WHERE reference <> '' AND reference COLLATE NOCASE >= :text AND reference COLLATE NOCASE < :end
    ORDER BY reference COLLATE NOCASE, command_seq DESC, id DESC LIMIT :limit`,
  numberPrefix: `SELECT id FROM document WHERE number COLLATE NOCASE >= :text AND number COLLATE NOCASE < :end
    ORDER BY number COLLATE NOCASE LIMIT :limit`,
} as const

/** What is still open of a document is exactly this. Only the index of what is open is read, and that is small in any book. */
export const OPEN_AMOUNT = `SELECT document_id FROM open_item
  WHERE closed_on = '9999-12-31' AND balance IN (:amount, -:amount) ORDER BY document_id DESC LIMIT :limit`

export const WORDS = `SELECT rowid FROM document_words_search WHERE document_words_search MATCH :words
  ORDER BY rowid DESC LIMIT :limit`

/** Single letters would find half of the book. */
const SHORTEST_WORD = 2
/** Documents looked through one by one, while their words are not read in yet. */
const ONE_BY_ONE = 1000

export interface FoundDocuments {
  readonly ids: readonly number[]
  /** False while words of older documents are still being read in. */
  readonly isComplete: boolean
}

/** Documents by number, exact amount, what is open of them, reference, or words of their reference, memo and lines. */
export function findDocuments(db: Readable, text: string, limit: number): FoundDocuments {
  const found = new Set<number>()
  const add = (sql: string, params: Params): void => {
    if (found.size < limit) for (const [id] of db.rows<[number]>(sql, params)) found.add(id)
  }
  const range = typedRange(text)
  add(DOCUMENT_SEARCHES.number, { text: range.text, limit })
  add(DOCUMENT_SEARCHES.numberLike, { key: range.key, limit })
  if (range.sequence !== null) add(DOCUMENT_SEARCHES.sequence, { sequence: range.sequence })
  const amount = typedAmount(db, text)
  if (amount !== null) {
    add(DOCUMENT_SEARCHES.amount, { amount, limit })
    add(OPEN_AMOUNT, { amount, limit })
  }
  add(DOCUMENT_SEARCHES.reference, { ...range, limit })
  add(DOCUMENT_SEARCHES.numberPrefix, { ...range, limit })
  const isComplete = found.size >= limit || addByWords(db, searchedWords(text), limit, found, add)
  return { ids: [...found].slice(0, limit), isComplete }
}

function addByWords(
  db: Readable,
  words: readonly string[],
  limit: number,
  found: Set<number>,
  add: (sql: string, params: Params) => void,
): boolean {
  if (words.length === 0) return true
  const { documents, areAll } = notReadIn(db, ONE_BY_ONE)
  for (const document of documents) if (found.size < limit && hasWords(document.words, words)) found.add(document.id)
  add(WORDS, { words: matchOfWords(words), limit })
  return areAll
}

/** The words that a text is looked for by. */
export const searchedWords = (text: string): readonly string[] =>
  wordsIn(text).filter((word) => word.length >= SHORTEST_WORD)

/** Words, or what they begin with, in any order, as a query of an index of words; none of its own syntax gets through. */
export const matchOfWords = (words: readonly string[]): string => words.map((word) => `"${word}"*`).join(' ')

/** The text as an amount in the company's currency and style, in minor units; null when it is none, or zero. */
function typedAmount(db: Readable, text: string): number | null {
  const { baseCurrency, settings } = companyRules(db)
  const decimal = settings.decimalMark
  const amount = parseAmount(text, baseCurrency, { decimal, group: decimal === '.' ? ',' : '.' })
  return amount.ok && amount.value !== 0 ? amount.value : null
}
