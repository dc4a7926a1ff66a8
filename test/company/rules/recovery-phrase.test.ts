import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readRecoveryPhrase,
  SECRET_BYTES,
  writeRecoveryPhrase,
} from '../../../src-shared/company/rules/recovery-phrase.ts'

const secrets = fc.uint8Array({ minLength: SECRET_BYTES, maxLength: SECRET_BYTES })
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('what is written is read back, however it is typed', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const phrase = writeRecoveryPhrase(secret)
      expect(phrase).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
      for (const typed of [
        phrase,
        phrase.toLowerCase(),
        phrase.replaceAll('-', ' '),
        phrase.replaceAll('0', 'o').replaceAll('1', 'l'),
      ])
        expect(readRecoveryPhrase(typed)).toEqual({ secret: new Uint8Array(secret) })
    }),
  )
})

test('one wrong letter is always told, and so are two that changed places', () => {
  fc.assert(
    fc.property(secrets, fc.nat(35), fc.nat(30), (secret, at, by) => {
      const digits = [...writeRecoveryPhrase(secret).replaceAll('-', '')]
      const wrong = digits.with(at, LETTERS[(LETTERS.indexOf(digits[at] ?? '') + by + 1) % 32] ?? '')
      expect(readRecoveryPhrase(wrong.join(''))).toEqual({ problem: 'checksum', at: 1 })
      const [here, next] = [digits[at] ?? '', digits[(at + 1) % 36] ?? '']
      if (here === next || at === 35) return
      expect(
        readRecoveryPhrase(
          digits
            .with(at, next)
            .with(at + 1, here)
            .join(''),
        ),
      ).toEqual({ problem: 'checksum', at: 1 })
    }),
  )
})

test('a group that is missing and a letter that none has are told with the place', () => {
  const phrase = writeRecoveryPhrase(new Uint8Array(SECRET_BYTES))
  expect(readRecoveryPhrase(phrase.slice(0, 39))).toEqual({ problem: 'length', at: 9 })
  expect(readRecoveryPhrase(phrase.replace(/^(.{6})./, '$1U'))).toEqual({ problem: 'letter', at: 2 })
  expect(readRecoveryPhrase('')).toEqual({ problem: 'length', at: 1 })
})
