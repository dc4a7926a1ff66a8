import { describe, expect, test } from 'vitest'
import { codePrefix, suggestCode } from '../../../src-renderer/customers/customer-edit/suggest-code.ts'

describe('a code follows from the name', () => {
  test.each([
    ['Northgate Foods Ltd', 'NORTH'],
    ['The Northgate Foods', 'NORTH'],
    ['The', 'THE'],
    ['Élan & Fils', 'ELANF'],
    ['3M Company', '3MCOM'],
    ['Wu', 'WU'],
    ['---', ''],
    ['', ''],
  ])('%s begins with %s', (name, prefix) => {
    expect(codePrefix(name)).toBe(prefix)
  })

  test('the first number that is free follows the letters', () => {
    expect(suggestCode('NORTH', [])).toBe('NORTH01')
    expect(suggestCode('NORTH', ['NORTH01', 'north02', 'NORTH04', 'NORTHERN'])).toBe('NORTH03')
  })

  test('a name without letters suggests nothing', () => {
    expect(suggestCode('', [])).toBe('')
  })
})
