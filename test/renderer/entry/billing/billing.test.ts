import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../../src-shared/domain/calendar.ts'
import { checkBilling } from '../../../../src-renderer/entry/billing/check.ts'
import { billingOfDraft } from '../../../../src-renderer/entry/billing/draft.ts'
import { blankBilling, isBlankBilling, withCustomer } from '../../../../src-renderer/entry/billing/entry.ts'
import type { BillingEntry } from '../../../../src-renderer/entry/billing/entry.ts'
import { billingFieldOf, billingToPost } from '../../../../src-renderer/entry/billing/input.ts'
import { newLine } from '../../../../src-renderer/entry/billing/line.ts'
import type { EntryLine } from '../../../../src-renderer/entry/billing/line.ts'
import { entryTotals } from '../../../../src-renderer/entry/billing/totals.ts'
import type { BillingTerms } from '../../../../src-renderer/entry/billing/totals.ts'

const one = 1_000_000
const cedar = { key: '7', code: 'CEDAR01', name: 'Cedar & Sons' }
const terms: BillingTerms = {
  currency: 'USD',
  taxRounding: 'line',
  customerTaxCodeId: 2,
  products: [{ id: 5, version: 1, code: 'BOX', name: 'Boxes', unitPrice: 3 * one, taxCodeId: null, accountId: 4000 }],
  taxCodes: [
    { id: 1, version: 1, code: 'NONE', name: 'No tax', rate: 0, accountId: 1 },
    { id: 2, version: 1, code: 'STD', name: 'Standard 10%', rate: 10 * one, accountId: 1 },
  ],
}
const line = (changes: Partial<EntryLine> = {}): EntryLine => ({
  ...newLine(),
  description: 'Boxes',
  unitPrice: 3 * one,
  ...changes,
})
const invoice = (changes: Partial<BillingEntry> = {}): BillingEntry => ({
  ...blankBilling({
    commandUid: 'uid',
    customer: cedar,
    documentDate: calendarDate('2025-06-30'),
    pricesIncludeTax: false,
  }),
  ...changes,
})
const totalOf = (entry: BillingEntry) => {
  const result = entryTotals(entry, terms)
  return result.ok ? result.totals : null
}

describe('the totals while typing', () => {
  test('follow the lines, taxed as the customer usually is', () => {
    expect(totalOf(invoice({ lines: [line({ quantity: 4 * one })] }))).toMatchObject({
      net: 1200,
      tax: 120,
      total: 1320,
    })
  })
  test('keep one line of figures for each line of the entry, blank ones too', () => {
    expect(totalOf(invoice({ lines: [newLine(), line()] }))?.lines.map(({ amount }) => amount)).toEqual([0, 300])
  })
  test('count nothing for what is not typed yet', () => {
    expect(totalOf(invoice({ lines: [line({ quantity: null })] }))?.total).toBe(0)
  })
  test('leave a line untaxed when the clerk says so', () => {
    expect(totalOf(invoice({ lines: [line({ taxChoice: null })] }))?.total).toBe(300)
  })
  test('give up when an amount is beyond what the ledger holds', () => {
    const huge = { quantity: 9e15, unitPrice: 9e15 }
    expect(entryTotals(invoice({ lines: [line(huge)] }), terms)).toEqual({ ok: false })
  })
})

describe('posting is held back', () => {
  test('without customer, date and lines, all said at once', () => {
    const errors = checkBilling(invoice({ customer: null, documentDate: null }), false)
    expect(Object.keys(errors).toSorted()).toEqual(['customerId', 'documentDate', 'lines.0.description'])
  })
  test('by an unfinished line, at its fields', () => {
    const lines = [newLine(), line({ description: ' ', quantity: null })]
    expect(Object.keys(checkBilling(invoice({ lines }), false))).toEqual(['lines.1.description', 'lines.1.quantity'])
  })
  test('by a due date before the invoice date', () => {
    const errors = checkBilling(invoice({ lines: [line()], dueDate: calendarDate('2025-06-29') }), false)
    expect(Object.keys(errors)).toEqual(['dueDate'])
  })
  test('by a missing rate of a foreign customer only', () => {
    expect(Object.keys(checkBilling(invoice({ lines: [line()] }), true))).toEqual(['rate'])
    expect(checkBilling(invoice({ lines: [line()] }), false)).toEqual({})
  })
})

describe('what is posted', () => {
  const product = { key: '5', code: 'BOX', name: 'Boxes' }
  const entry = invoice({ lines: [newLine(), line({ product }), newLine(), line({ description: 'Delivery' })] })

  test('leaves blank lines out and takes the account from the product', () => {
    const posted = billingToPost(entry, terms, 3)
    expect(posted?.input).toMatchObject({
      customerId: 7,
      termsId: 3,
      dueDate: null,
      rate: null,
      draftUid: entry.draftUid,
    })
    expect(posted?.input.lines).toMatchObject([
      { productId: 5, accountId: 4000, taxCodeId: 2, description: 'Boxes' },
      { productId: null, accountId: null, taxCodeId: 2, description: 'Delivery' },
    ])
  })
  test('a refusal of its second line is said at the fourth line of the screen', () => {
    expect(billingFieldOf('lines.1.quantity', billingToPost(entry, terms, 3)?.entryLines ?? [])).toBe(
      'lines.3.quantity',
    )
  })
  test('a refusal of the lines as a whole has no field', () => {
    expect(billingFieldOf('lines', [1, 3])).toBeNull()
    expect(billingFieldOf('dueDate', [])).toBe('dueDate')
  })
})

describe('an entry', () => {
  test('forgets terms and due date that were chosen for another customer', () => {
    const entry = invoice({ termsId: 3, dueDate: calendarDate('2025-07-01') })
    expect(withCustomer(entry, null)).toMatchObject({ termsId: null, dueDate: null })
    expect(withCustomer(entry, { ...cedar })).toMatchObject({ termsId: 3, dueDate: '2025-07-01' })
  })
  test('is no draft before something is typed', () => {
    expect(isBlankBilling(invoice())).toBe(true)
    expect(isBlankBilling(invoice({ memo: 'x' }))).toBe(false)
  })
  test('comes back from a draft as it was left', () => {
    const entry = invoice({ termsId: 3, lines: [line({ taxChoice: null }), line({ taxChoice: 2 }), newLine()] })
    const body: unknown = JSON.parse(JSON.stringify(entry))
    const draft = { uid: entry.draftUid, kind: 'invoice', customerId: 7, title: '', body, updatedAt: '' } as const
    const back = billingOfDraft(draft, 'other')
    const keyless = ({ lines, ...head }: BillingEntry) => ({ ...head, lines: lines.map(({ key: _, ...rest }) => rest) })
    expect(keyless(back)).toEqual(keyless(entry))
  })
  test('of a shape never seen is an empty entry, not a crash', () => {
    const draft = { uid: 'd', kind: 'invoice', customerId: null, title: '', body: 5, updatedAt: '' } as const
    expect(billingOfDraft(draft, 'uid')).toMatchObject({ draftUid: 'd', commandUid: 'uid', customer: null })
  })
})
