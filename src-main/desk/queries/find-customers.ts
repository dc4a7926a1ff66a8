import { hasWords } from '../../../src-shared/domain/text/words.ts'
import type { FoundCustomer } from '../../../src-shared/desk/contract/find.ts'
import type { Readable } from '../../db/connection.ts'
import { searchCustomers } from '../../customers/queries/customers/search.ts'
import { matchOfWords, searchedWords } from './find-documents.ts'

/** Also those whose contacts, phones, e-mail addresses or places say it. */
export const CUSTOMERS_BY_WORDS = `SELECT rowid FROM customer_words_search WHERE customer_words_search MATCH :words LIMIT :limit`

interface Card {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly archived: 0 | 1
  readonly phone: string
  readonly email: string
  readonly place: string
}

export const CARDS = `SELECT c.id, c.code, c.name, c.archived, c.phone, c.email, coalesce(a.city, '') AS place
  FROM json_each(:ids) AS wanted
  CROSS JOIN customer AS c ON c.id = wanted.value
  LEFT JOIN customer_address AS a ON a.customer_id = c.id AND a.use = 'billing'
  ORDER BY wanted.key`

export const CONTACTS = 'SELECT name, role, phone, email FROM contact WHERE customer_id = :id ORDER BY position'

/** Customers by code, name, a document's number, or any words of their contacts, phones, e-mail addresses and places; archived ones too. */
export function findCustomers(db: Readable, text: string, limit: number): readonly FoundCustomer[] {
  const words = searchedWords(text)
  const ids = new Set(searchCustomers(db, text, limit, 'archived too').map(({ id }) => id))
  for (const match of [matchOfWords(words), matchOfPhone(text)]) {
    if (match !== '' && ids.size < limit)
      for (const [id] of db.rows<[number]>(CUSTOMERS_BY_WORDS, { words: match, limit })) ids.add(id)
  }
  const cards = db.all<Card>(CARDS, { ids: JSON.stringify([...ids].slice(0, limit)) })
  return cards.map(({ id, code, name, archived, ...card }) => ({
    id,
    code,
    name,
    isArchived: archived === 1,
    place: card.place,
    matched: hasWords(`${code} ${name}`, words) ? '' : matchedOf(db, id, card, words, digitsOf(text)),
  }))
}

/** A phone number as it is typed, whatever stands between its digits: "(555) 010-0199". */
const PHONE = /^[\d\s()+./-]{4,}$/
const FEWEST_DIGITS = 4

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')

const matchOfPhone = (text: string): string => {
  const digits = digitsOf(text)
  return PHONE.test(text.trim()) && digits.length >= FEWEST_DIGITS ? `"${digits}"*` : ''
}

/** What of a customer's card was found, as the clerk is to read it: "Ann Lee, buyer, 555 0100". */
function matchedOf(
  db: Readable,
  id: number,
  card: Pick<Card, 'phone' | 'email'>,
  words: readonly string[],
  digits: string,
): string {
  const saysIt = (text: string): boolean =>
    hasWords(text, words) || (digits.length >= FEWEST_DIGITS && digitsOf(text).includes(digits))
  const own = [card.phone, card.email].find((text) => text !== '' && saysIt(text))
  if (own !== undefined) return own
  const contacts = db.all<{ name: string; role: string; phone: string; email: string }>(CONTACTS, { id })
  const contact = contacts
    .map(({ name, role, phone, email }) => [name, role, phone, email].filter((part) => part !== '').join(', '))
    .find(saysIt)
  return contact ?? ''
}
