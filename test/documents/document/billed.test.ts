import { describe, expect, test } from 'vitest'
import type { DocumentLine, DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { billedOf } from '../../../src-renderer/documents/document/billed.ts'
import { canBeCopied, copyPlace } from '../../../src-renderer/documents/document/copy.ts'

const one = 1_000_000
const line = (changes: Partial<DocumentLine>): DocumentLine => ({
  lineNo: 1,
  productCode: null,
  description: 'Paper',
  quantity: one,
  unitPrice: 100 * one,
  discountPercent: 0,
  net: 9000,
  documentDiscount: 1000,
  taxCode: 'STD',
  accountCode: '4000',
  earnsDiscount: true,
  ...changes,
})
const taxed = (base: number, tax: number) => [{ taxCode: 'STD', rate: 10 * one, base, tax }]
/** Of a document only what its figures follow from. */
const documentOf = (changes: Partial<DocumentView>): DocumentView =>
  ({
    kind: 'invoice',
    status: 'open',
    currency: 'USD',
    pricesIncludeTax: false,
    total: 9900,
    net: 9000,
    rounding: 0,
    taxes: taxed(9000, 900),
    lines: [line({})],
    ...changes,
  }) as DocumentView

describe('a document’s lines add up to its totals', () => {
  test('100 less 10 at 10%: the line says 100, the discount is beneath', () => {
    expect(billedOf(documentOf({}))).toMatchObject({ lines: [{ amount: 10_000 }], discount: 1000, includesTax: false })
  })
  test('prices with tax are shown with it', () => {
    const inclusive = { pricesIncludeTax: true, total: 9000, net: 8182, taxes: taxed(8182, 818) }
    expect(billedOf(documentOf({ ...inclusive, lines: [line({ net: 8182 })] }))).toMatchObject({
      lines: [{ amount: 10_000 }],
      discount: 1000,
      includesTax: true,
    })
  })
  test('a total rounded to the smallest coin still has its lines with tax', () => {
    const rounded = { pricesIncludeTax: true, total: 9002, rounding: 2, net: 8182, taxes: taxed(8182, 818) }
    expect(billedOf(documentOf({ ...rounded, lines: [line({ net: 8182 })] }))).toMatchObject({
      includesTax: true,
      rounding: 2,
      total: 9002,
    })
  })
  test('where prices with tax do not add up to the total, the amounts without it stand instead', () => {
    const third = { pricesIncludeTax: true, total: 3001, net: 2728, taxes: taxed(2728, 273) }
    const part = line({ quantity: 333_333, net: 2728, documentDiscount: 333 })
    expect(billedOf(documentOf({ ...third, lines: [part] }))).toMatchObject({
      lines: [{ amount: 2728 }],
      discount: 0,
      includesTax: false,
    })
  })
})

test('a credit note is read in positive figures, its void as it moves the balance', () => {
  const credited = { kind: 'credit_note', total: -9900, net: -9000, taxes: taxed(-9000, -900) } as const
  const lines = [line({ quantity: -one, net: -9000, documentDiscount: -1000 })]
  expect(billedOf(documentOf({ ...credited, lines }))).toMatchObject({
    lines: [{ quantity: one, amount: 10_000 }],
    discount: 1000,
    net: 9000,
    taxes: [{ base: 9000, tax: 900 }],
    total: 9900,
  })
  const voided = { ...credited, kind: 'invoice', status: 'reversal' } as const
  expect(billedOf(documentOf({ ...voided, lines }))).toMatchObject({ lines: [{ quantity: -one }], total: -9900 })
})

test('what can be copied has an entry, and lines or money to put in it', () => {
  expect(canBeCopied({ kind: 'receipt', lines: [], creditsKind: null })).toBe(true)
  expect(canBeCopied({ kind: 'invoice', lines: [], creditsKind: null })).toBe(false)
  expect(canBeCopied({ kind: 'refund', lines: [], creditsKind: null })).toBe(false)
  expect(copyPlace('debit_note', 'uid')).toEqual({ screen: 'debitNote', draftUid: 'uid' })
})
