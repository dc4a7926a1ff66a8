import { describe, expect, test } from 'vitest'
import type { Creditable, CreditableInvoiceLine } from '../../../src-shared/billing/contract/credit-notes.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import {
  checkCredit,
  creditFieldOf,
  creditDraft,
  creditToPost,
  invoiceOfDraft,
  isUntouched,
  wantedLines,
  wantedOf,
  wholeCredit,
} from '../../../src-renderer/billing/credit-note/credit-entry.ts'
import {
  creditPreview,
  creditRows,
  creditSteps,
  quantitiesOf,
} from '../../../src-renderer/billing/credit-note/credit-preview.ts'
import { formatFor } from '../../../src-renderer/ui/conventions.tsx'

const one = 1_000_000
const format = formatFor({
  workDate: calendarDate('2025-06-30'),
  dateOrder: 'mdy',
  dateStyle: 'text',
  decimal: '.',
  group: ',',
  negative: 'minus',
  grouping: 'thousands',
  weekStart: 1,
})
const line = (lineNo: number, changes: Partial<CreditableInvoiceLine>): CreditableInvoiceLine => ({
  lineNo,
  description: 'Paper',
  quantity: 4 * one,
  left: 3 * one,
  unitPrice: 25 * one,
  discountPercent: 0,
  net: 10_000,
  documentDiscount: 0,
  taxCodeId: 2,
  taxCode: 'STD',
  taxes: [{ taxCodeId: 2, chargedOn: 100 * one }],
  creditedQuantity: one,
  creditedNet: 2500,
  creditedDiscount: 0,
  ...changes,
})
/** Nothing is rounded. */
const unrounded = { total: 0, rounding: 0, credited: 0, creditedRounding: 0, step: null }

/** 4 at 25.00 with 10% tax, of which one was credited; a pallet returned; freight, credited whole. */
const creditable: Creditable = {
  lines: [
    line(1, {}),
    line(2, { quantity: -one, left: -one, net: -500, creditedQuantity: 0, creditedNet: 0, taxCodeId: null, taxes: [] }),
    line(3, {
      quantity: one,
      left: 0,
      net: 4000,
      creditedQuantity: one,
      creditedNet: 4000,
      taxCodeId: null,
      taxes: [],
    }),
  ],
  taxes: [
    { taxCodeId: 2, taxCode: 'STD', rate: 10 * one, base: 10_000, tax: 1000, creditedBase: 2500, creditedTax: 250 },
  ],
  reductions: [],
  creditedThen: { net: 0, taxes: [0] },
  rounding: unrounded,
}
const invoice = { documentDate: calendarDate('2025-06-02'), number: 'INV-00001', currency: 'USD' }
const whole = wholeCredit('uid', 7, calendarDate('2025-06-30'), creditable)
const errorsOf = (entry: typeof whole) => checkCredit(entry, invoice, creditable, format)

describe('a credit note from an invoice', () => {
  test('begins with all that is left, which is no draft yet', () => {
    expect(whole.quantities).toEqual({ '1': 3 * one, '2': -one, '3': 0 })
    expect(isUntouched(whole, creditable)).toBe(true)
    expect(isUntouched({ ...whole, memo: 'Damp' }, creditable)).toBe(false)
    expect(isUntouched({ ...whole, quantities: { ...whole.quantities, '1': one } }, creditable)).toBe(false)
    expect(errorsOf(whole)).toEqual({})
  })
  test('foresees net, tax and what stays open', () => {
    expect(creditPreview(whole, creditable, 5000)).toMatchObject({
      net: 7000,
      tax: 750,
      total: 7750,
      applied: 5000,
      invoiceOpen: 0,
      unapplied: 2750,
    })
    const kept = creditPreview({ ...whole, apply: false }, creditable, 5000)
    expect(kept).toMatchObject({ applied: 0, invoiceOpen: 5000, unapplied: 7750 })
  })
  test('counts what cannot be credited as nothing, and says so at its line', () => {
    const tooMuch = { ...whole, quantities: { '1': 4 * one, '2': one, '3': one } }
    expect(creditPreview(tooMuch, creditable, 5000).total).toBe(0)
    expect(errorsOf(tooMuch)).toEqual({
      'lines.0.quantity': 'Only 3 is left to credit.',
      'lines.1.quantity': 'Only -1 is left to credit.',
      'lines.2.quantity': 'Nothing of it is left to credit.',
    })
  })
  test('needs a line and a day on which the invoice exists', () => {
    expect(errorsOf({ ...whole, quantities: {} })).toEqual({
      'lines.0.quantity': 'Enter how much of a line is credited.',
    })
    expect(Object.keys(errorsOf({ ...whole, documentDate: null }))).toEqual(['documentDate'])
    expect(errorsOf({ ...whole, documentDate: calendarDate('2025-06-01') })).toEqual({
      documentDate: 'INV-00001 is dated 2 Jun 2025: enter that day or later.',
    })
    const none = {
      lines: creditable.lines.slice(2),
      taxes: [],
      reductions: [],
      creditedThen: { net: 0, taxes: [] },
      rounding: unrounded,
    }
    expect(checkCredit(whole, invoice, none, format)).toMatchObject({
      'lines.0.quantity': 'Everything on INV-00001 has been credited already.',
    })
  })
  test('posts the lines with a quantity; a refusal is said at the line on screen', () => {
    const entry = { ...whole, quantities: { '1': 0, '2': -one, '3': null } }
    const wanted = wantedOf(entry, creditable)
    expect(creditToPost(entry, wanted)).toMatchObject({ invoiceId: 7, lines: [{ lineNo: 2, quantity: -one }] })
    expect(creditFieldOf('lines.0.quantity', wanted, creditable)).toBe('lines.1.quantity')
    expect(creditFieldOf('documentDate', wanted, creditable)).toBe('documentDate')
    expect(creditFieldOf('invoiceId', wanted, creditable)).toBeNull()
  })
  test('what is typed in the grid is the entry’s, and comes back from a draft', () => {
    const rows = creditRows(whole, creditable, creditPreview(whole, creditable, 0))
    expect(rows.map(({ credited, creditNet }) => [credited, creditNet])).toEqual([
      [3 * one, 7500],
      [-one, -500],
      [0, 0],
    ])
    expect(quantitiesOf(rows)).toEqual(whole.quantities)
    const body: unknown = JSON.parse(JSON.stringify(whole))
    const draft = { uid: whole.draftUid, kind: 'credit_note', customerId: 1, title: '', body, updatedAt: '' } as const
    expect(creditDraft.read(draft, 'other')).toEqual(whole)
    expect(invoiceOfDraft(draft)).toBe(7)
    expect(invoiceOfDraft({ ...draft, body: { lines: [] } })).toBeNull()
  })

  test('shows how what is left comes about: billed, discount taken, credited before', () => {
    const given = { net: 500, taxes: [50] }
    const none = { net: 0, taxes: [0] }
    const discounted: Creditable = {
      ...creditable,
      reductions: [
        {
          kind: 'discount',
          reason: '',
          accountId: 9,
          withTax: true,
          given,
          reversed: none,
        },
      ],
    }
    expect(creditSteps(discounted)).toEqual([
      { label: 'Billed', amount: 14_500, tax: 1000 },
      { label: 'Credited before', amount: -6750, tax: -250 },
      { label: 'Early payment discount', amount: -550, tax: -50 },
      { label: 'Left to credit', amount: 7200, tax: 700 },
    ])
    expect(creditPreview(whole, discounted, 0)).toMatchObject({ net: 7000, tax: 750, lessReductions: 550, total: 7200 })
  })
  test('of a line larger than what is left is refused at the line, before it is posted', () => {
    const large: Creditable = {
      ...creditable,
      lines: [
        line(1, {}),
        line(2, { quantity: one, left: one, net: -6500, creditedQuantity: 0, creditedNet: 0, taxCodeId: null }),
      ],
      taxes: [],
    }
    const entry = { ...whole, quantities: { '1': 3 * one } }
    expect(checkCredit(entry, invoice, { ...large, creditedThen: { net: 0, taxes: [] } }, format)).toEqual({
      'lines.0.quantity':
        'Of INV-00001 only 10.00 is left to credit, these lines come to 75.00. Credit less, or the lines that lower it too.',
    })
  })
  test('when only what was given away and undone is left, all of it is asked for without a line', () => {
    const none = { net: 0, taxes: [0] }
    const credited: Creditable = {
      lines: [line(1, { left: 0, creditedQuantity: 4 * one, creditedNet: 10_000 })],
      taxes: [
        {
          taxCodeId: 2,
          taxCode: 'STD',
          rate: 10 * one,
          base: 10_000,
          tax: 1000,
          creditedBase: 10_000,
          creditedTax: 1000,
        },
      ],
      reductions: [
        {
          kind: 'discount',
          reason: '',
          accountId: 9,
          withTax: true,
          given: { net: -500, taxes: [-50] },
          reversed: none,
        },
      ],
      creditedThen: { net: 10_000, taxes: [1000] },
      rounding: unrounded,
    }
    const entry = wholeCredit('uid', 7, calendarDate('2025-06-30'), credited)
    expect(checkCredit(entry, invoice, credited, format)).toEqual({})
    expect(wantedLines(entry, credited)).toBeNull()
    expect(creditToPost(entry, null)).toMatchObject({ lines: null })
    expect(creditPreview(entry, credited, 0)).toMatchObject({ net: 0, lessReductions: -550, total: 550 })
  })
})
