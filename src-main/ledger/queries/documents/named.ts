import { lookAlikeKey, plainCode } from '../../../../src-shared/domain/text/look-alike.ts'

/** Later than every text that starts with the same letters, in SQLite's binary and NOCASE orders. */
const LAST = '\u{10FFFF}'

/** The end of the range of texts that start with `start`: `x >= start AND x < prefixEnd(start)` reads an index. */
export const prefixEnd = (start: string): string => start + LAST

const NUMBER = `number COLLATE NOCASE >= :text AND number COLLATE NOCASE < :end`
const REFERENCE = `reference <> '' AND reference COLLATE NOCASE >= :text AND reference COLLATE NOCASE < :end`
/** What a clerk could take for the number that was typed. */
const ALIKE = 'number_key = :key'
/** A bare number such as 4711 means the invoice of that place in its series. */
export const IN_SERIES = `series_number = :sequence AND series_id IN (SELECT id FROM number_series WHERE kind = 'invoice')`

/** Documents whose number looks like :text, whose number or reference starts with it, or whose place in an invoice series is :sequence. */
export const NAMED = `
  SELECT id FROM document WHERE ${NUMBER}
  UNION SELECT id FROM document WHERE ${ALIKE}
  UNION SELECT id FROM document WHERE ${REFERENCE}
  UNION SELECT id FROM document WHERE ${IN_SERIES}`

/** The same said of one document. */
export const IS_NAMED = `((${NUMBER}) OR ${ALIKE} OR (${REFERENCE}) OR (${IN_SERIES}))`

/** About how many documents NAMED gives, counted no further than to :most. */
export const NAMED_COUNT = `
  SELECT (SELECT count(*) FROM (SELECT 1 FROM document WHERE ${NUMBER} LIMIT :most))
    + (SELECT count(*) FROM (SELECT 1 FROM document WHERE ${REFERENCE} LIMIT :most))`

/** Parameters of the texts above, without what nobody sees; a text that is no bare number has no place in a series. */
export const typedRange = (
  text: string,
): {
  readonly text: string
  readonly end: string
  readonly key: string
  readonly sequence: number | null
} => {
  const plain = plainCode(text)
  const sequence = /^\d{1,12}$/.test(plain) ? Number(plain) : null
  return { text: plain, end: prefixEnd(plain), key: lookAlikeKey(plain), sequence }
}
