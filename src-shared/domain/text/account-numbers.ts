/**
 * Bank account numbers in what people write: an IBAN whose check digits are right (ISO 13616), in groups or not. Only its
 * country and its last four characters stay: enough to tell two apart, too little to draw money with.
 */
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/gi

const SHOWN_LAST = 4

/** Hides the account numbers in a text; all else stays as it is. */
export const maskAccountNumbers = (text: string): string => text.replace(IBAN, maskedWithin)

/** Words behind a number may look as if they went on with it, so the longest beginning that is an IBAN is taken. */
function maskedWithin(found: string): string {
  for (let end = found.length; end >= SHORTEST; end -= 1) {
    const number = found.slice(0, end)
    const after = found.charAt(end)
    const isWhole = after === '' || after === ' '
    if (isWhole && !number.endsWith(' ') && isIban(number.replaceAll(' ', '').toUpperCase())) {
      return masked(number.replaceAll(' ', '')) + found.slice(end)
    }
  }
  return found
}

const SHORTEST = 15

const masked = (number: string): string => `${number.slice(0, 2)}…${number.slice(-SHOWN_LAST)}`

/** Letters count from 10; the number with its first four characters behind leaves 1 when divided by 97. */
function isIban(number: string): boolean {
  if (number.length < SHORTEST || number.length > 34) return false
  let rest = 0
  for (const character of number.slice(4) + number.slice(0, 4)) {
    const value = parseInt(character, 36)
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97
  }
  return rest === 1
}
