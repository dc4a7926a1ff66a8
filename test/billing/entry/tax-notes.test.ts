import { expect, test } from 'vitest'
import { newLine } from '../../../src-renderer/billing/entry/line.ts'
import { taxNotes } from '../../../src-renderer/billing/entry/tax-notes.ts'
import type { BillingTerms } from '../../../src-renderer/billing/entry/totals.ts'
import { validSettings } from '../../fixtures/valid-settings.ts'
import { taxCodeRow } from './tax-code-row.ts'

const line = (taxChoice: 'usual' | number | null = 'usual') => ({ ...newLine(), description: 'Work', taxChoice })

const terms = (codes: Partial<BillingTerms>): BillingTerms => ({
  currency: 'USD',
  baseCurrency: 'USD',
  taxRounding: 'line',
  cashRounding: validSettings(),
  customerTaxCodeId: null,
  companyTaxCodeId: null,
  products: [],
  taxCodes: [taxCodeRow(1, 'NONE', 'No tax', 0), taxCodeRow(2, 'STD', 'Standard 10%', 10_000_000)],
  ...codes,
})

test('lines taxed by the company’s default say so', () => {
  expect(taxNotes([line(), line(1), line(), newLine()], terms({ companyTaxCodeId: 2 }), true)).toEqual([
    {
      tone: 'info',
      text: 'Lines 1 and 3 are taxed with STD, the company’s default: neither product nor customer has a tax code.',
    },
  ])
})

test('a line that nobody has a code for is not untaxed without a word', () => {
  expect(taxNotes([line(2), line()], terms({}), true)).toEqual([
    {
      tone: 'warn',
      text: 'Line 2 has no tax code and is untaxed: neither product, customer nor company has one. Choose one under Tax, or a default in Setup, Company.',
    },
  ])
})

test('three lines are listed', () => {
  const [note] = taxNotes([line(), line(), line()], terms({}), true)
  expect(note?.text).toMatch(/^Lines 1, 2 and 3 have no tax code and are untaxed/)
})

test('a code chosen on the line, the customer’s code, and a customer not yet chosen need no word', () => {
  expect(taxNotes([line(1), line(null)], terms({ companyTaxCodeId: 2 }), true)).toEqual([])
  expect(taxNotes([line()], terms({ customerTaxCodeId: 1 }), true)).toEqual([])
  expect(taxNotes([line()], terms({}), false)).toEqual([])
})
