import { describe, expect, test } from 'vitest'
import { isBlankLine, newLine, usualTax, withProduct } from '../../../src-renderer/billing/entry/line.ts'
import { taxCodeRow } from './tax-code-row.ts'

const one = 1_000_000
const box = { key: '5', code: 'BOX', name: 'Boxes' }
const book = { key: '6', code: 'BOOK', name: 'Books' }
const bare = { key: '7', code: 'LOOSE', name: 'Loose' }
const products = [
  {
    id: 5,
    version: 1,
    code: 'BOX',
    name: 'Boxes',
    unitPrice: 3 * one,
    taxCodeId: 2,
    accountId: 4000,
    earnsDiscount: true,
  },
  {
    id: 6,
    version: 1,
    code: 'BOOK',
    name: 'Books',
    unitPrice: 9 * one,
    taxCodeId: 1,
    accountId: 4000,
    earnsDiscount: true,
  },
  {
    id: 7,
    version: 1,
    code: 'LOOSE',
    name: 'Loose',
    unitPrice: one,
    taxCodeId: null,
    accountId: 4000,
    earnsDiscount: true,
  },
]
const taxCodes = [taxCodeRow(1, 'NONE', 'No tax', 0), taxCodeRow(2, 'STD', 'Standard 10%', 10 * one)]

describe('picking a product', () => {
  test('fills in description and price', () => {
    expect(withProduct(newLine(), box, products, true)).toMatchObject({ description: 'Boxes', unitPrice: 3 * one })
  })
  test('another one replaces what the first filled in', () => {
    const line = withProduct(newLine(), box, products, true)
    expect(withProduct(line, book, products, true)).toMatchObject({ description: 'Books', unitPrice: 9 * one })
  })
  test('leaves a description the clerk wrote', () => {
    const line = { ...newLine(), description: 'Boxes, second hand' }
    expect(withProduct(line, box, products, true).description).toBe('Boxes, second hand')
  })
  test('gives no price in a foreign currency', () => {
    expect(withProduct(newLine(), box, products, false).unitPrice).toBeNull()
  })
  test('taking it away leaves the texts', () => {
    const line = withProduct(withProduct(newLine(), box, products, true), null, products, true)
    expect(line).toMatchObject({ product: null, description: 'Boxes' })
  })
})

describe('the usual tax code', () => {
  const usual = (
    product: typeof box | null,
    customerTaxCodeId: number | null,
    companyTaxCodeId: number | null = null,
  ) => usualTax({ product }, { customerTaxCodeId, companyTaxCodeId, products, taxCodes })

  test('is the customer’s on a line without a product', () => {
    expect(usual(null, 2)).toEqual({ taxCodeId: 2, of: 'customer' })
  })
  test('is the product’s where the customer has none', () => {
    expect(usual(box, null)).toEqual({ taxCodeId: 2, of: 'product' })
  })
  test('is the lower of both: an exempt customer pays none, an exempt product bears none', () => {
    expect(usual(box, 1)).toEqual({ taxCodeId: 1, of: 'customer' })
    expect(usual(book, 2)).toEqual({ taxCodeId: 1, of: 'product' })
  })
  test('is the company’s default where product and customer each leave it to the other', () => {
    expect(usual(bare, null, 2)).toEqual({ taxCodeId: 2, of: 'company' })
    expect(usual(null, null, 2)).toEqual({ taxCodeId: 2, of: 'company' })
  })
  test('is not the company’s default where the customer or the product has one, be it the code of no tax', () => {
    expect(usual(bare, 1, 2)).toEqual({ taxCodeId: 1, of: 'customer' })
    expect(usual(book, null, 2)).toEqual({ taxCodeId: 1, of: 'product' })
  })
  test('is nobody’s where nobody has one', () => {
    expect(usual(null, null)).toEqual({ taxCodeId: null, of: 'nobody' })
  })
})

test('a line is blank until it has a product, a description or a price', () => {
  expect(isBlankLine(newLine())).toBe(true)
  expect(isBlankLine({ ...newLine(), unitPrice: 0 })).toBe(false)
})
