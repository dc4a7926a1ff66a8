import { expect, test } from 'vitest'
import { findProducts } from '../../../src-renderer/billing/entry/product-search.ts'

const products = ['TAPE Packing tape', 'BOX-S Carton, small', 'PT-1 Tape, printed'].map((text, index) => {
  const [code = '', ...name] = text.split(' ')
  return {
    id: index,
    version: 1,
    code,
    name: name.join(' '),
    unitPrice: 0,
    taxCodeId: null,
    accountId: 1,
    earnsDiscount: true,
  }
})
const found = (text: string) => findProducts(products, text).map(({ code }) => code)

test('products are found by the beginning of the code, then of any word of the name', () => {
  expect(found('tape')).toEqual(['TAPE', 'PT-1'])
  expect(found('SMALL')).toEqual(['BOX-S'])
  expect(found('mall')).toEqual([])
})
test('an empty text lists them all', () => {
  expect(found('')).toHaveLength(3)
})
