import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookAlikeKey, plainCode } from '../../src-shared/domain/text/look-alike.ts'
import { holds } from '../property/holds.ts'

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
const typed = fc.array(fc.constantFrom(...ASCII, '0', '0', '7'), { maxLength: 12 }).map((letters) => letters.join(''))
/** What nobody sees; with it a code is read letter by letter. */
const UNSEEN = '\u200b'

test('a plain code is read as it is with something that nobody sees', () => {
  holds(
    fc.property(typed, (code) => {
      fc.pre(code.trim() !== '')
      expect(lookAlikeKey(code)).toBe(lookAlikeKey(`${UNSEEN}${code}`))
      expect(plainCode(code)).toBe(plainCode(`${UNSEEN}${code}`))
    }),
  )
})
