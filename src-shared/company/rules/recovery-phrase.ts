/**
 * The recovery phrase of an encrypted company: 160 random bits and 20 bits that tell a wrong letter, in nine groups of four of
 * Crockford's 32 digits, which leave out letters that look like others: `7K3M-…`. It alone opens the file.
 */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 4
export const SECRET_BYTES = 20
const SECRET_DIGITS = 32
const CHECK_DIGITS = 4
const PHRASE_DIGITS = SECRET_DIGITS + CHECK_DIGITS
const DIGIT_BITS = 5

/** What is read from paper as another letter than was printed. */
const likeness: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** In groups, as it is printed. */
export function writeRecoveryPhrase(secret: Uint8Array): string {
  const digits = toDigits(secret)
  const all = digits + checkOf(digits)
  return (all.match(/.{4}/g) ?? []).join('-')
}

export type ReadPhrase =
  | { readonly secret: Uint8Array }
  /** What keeps it from being one: how it is too short or long, a letter that none has, or letters that do not belong together. */
  | { readonly problem: 'length' | 'letter' | 'checksum'; readonly at: number }

/** Small letters, spaces and hyphens are as good. `at` of a problem is the group, counted from 1. */
export function readRecoveryPhrase(text: string): ReadPhrase {
  const typed = text.toUpperCase().replace(/[\s\-–—.]/g, '')
  const digits = [...typed].map((letter) => likeness[letter] ?? letter)
  const wrong = digits.findIndex((digit) => !DIGITS.includes(digit))
  if (wrong >= 0) return { problem: 'letter', at: Math.floor(wrong / GROUP) + 1 }
  if (digits.length !== PHRASE_DIGITS) return { problem: 'length', at: Math.floor(digits.length / GROUP) + 1 }
  const body = digits.slice(0, SECRET_DIGITS).join('')
  if (checkOf(body) !== digits.slice(SECRET_DIGITS).join('')) return { problem: 'checksum', at: 1 }
  return { secret: fromDigits(body) }
}

function toDigits(bytes: Uint8Array): string {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= DIGIT_BITS; held &= (1 << bits) - 1) text += DIGITS[held >> (bits -= DIGIT_BITS)]
  }
  return text
}

function fromDigits(text: string): Uint8Array {
  const bytes = new Uint8Array(SECRET_BYTES)
  let bits = 0
  let held = 0
  let at = 0
  for (const digit of text) {
    held = (held << DIGIT_BITS) | DIGITS.indexOf(digit)
    bits += DIGIT_BITS
    if (bits < 8) continue
    bytes[at] = held >> (bits -= 8)
    at += 1
    held &= (1 << bits) - 1
  }
  return bytes
}

const GENERATOR = 0x80009
const CHECK_BITS = 20

/** A remainder of 20 bits: it tells every wrong letter and any two that changed places. */
function checkOf(digits: string): string {
  let rest = 1
  for (const digit of digits) {
    rest ^= DIGITS.indexOf(digit) << (CHECK_BITS - DIGIT_BITS)
    for (let bit = 0; bit < DIGIT_BITS; bit += 1)
      rest = rest & (1 << (CHECK_BITS - 1)) ? ((rest << 1) ^ GENERATOR) & 0xfffff : (rest << 1) & 0xfffff
  }
  let text = ''
  for (let shift = CHECK_BITS - DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) text += DIGITS[(rest >> shift) & 31]
  return text
}
