/** Codes and numbers that a clerk cannot tell apart, although a computer can. */

// Format characters (zero width, direction marks, soft hyphen) and what else shows nothing: joiners, fillers, selectors.
const INVISIBLE = /\p{Cf}|\p{Default_Ignorable_Code_Point}/gu
const FULL_WIDTH = /[\uFF01-\uFF5E]/g
const FULL_WIDTH_OFFSET = 0xfee0
const WIDE_SPACE = /\u3000/g

// No space, no backtick, which is drawn like an apostrophe: all that is done to such text besides is capitals and zeros.
const PLAIN = /^[!-_a-~]*$/

/** The text without characters that nobody sees. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '')

/**
 * A code or number as it is kept: characters that nobody sees are dropped, full-width letters and digits become plain ones.
 * Nothing that can be seen is lost.
 */
export const plainCode = (text: string): string =>
  PLAIN.test(text)
    ? text
    : withoutInvisible(text)
        .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
        .replace(WIDE_SPACE, ' ')
        .normalize('NFC')
        .trim()

const DASHES = /[\u2010-\u2015\u2212\u2043\uFE58\uFE63]/g
const QUOTES = /[\u2018\u2019\u201B\u02BC\u0060\u00B4]/g

// Capitals and small letters of Greek and Cyrillic that are drawn like a Latin one, in lower case.
const DRAWN_LIKE: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', е: 'e', ѕ: 's', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x',
  α: 'a', β: 'b', ε: 'e', ζ: 'z', η: 'h', ι: 'i', κ: 'k', μ: 'm', ν: 'n', ο: 'o', ρ: 'p', τ: 't', υ: 'y', χ: 'x',
  ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe',
} // prettier-ignore
const DRAWN = new RegExp(`[${Object.keys(DRAWN_LIKE).join('')}]`, 'g')

/**
 * What two codes have in common that look alike: without case, spaces, accents, invisible characters and the zeros a run
 * of digits begins with; full-width and other forms of a letter are the plain one. For comparing only, never shown.
 * "\u00c1-007" and "a-7" have the same. A code of nothing else (accents, spaces) is itself.
 */
export function lookAlikeKey(code: string): string {
  const folded = (PLAIN.test(code) ? code.toLowerCase() : foldedLetters(code)).replace(LEADING_ZEROS, '')
  return folded === '' ? code : folded
}

const LEADING_ZEROS = /(?<!\d)0+(?=\d)/g

const foldedLetters = (code: string): string =>
  withoutInvisible(code.normalize('NFKC'))
    .toUpperCase()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\s]/gu, '')
    .replace(DASHES, '-')
    .replace(QUOTES, "'")
    .replace(DRAWN, (letter) => DRAWN_LIKE[letter] ?? letter)

/** Whether a clerk could take one for the other. */
export const looksLike = (a: string, b: string): boolean => lookAlikeKey(a) === lookAlikeKey(b)
