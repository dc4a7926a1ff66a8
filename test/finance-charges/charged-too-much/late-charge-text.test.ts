import { describe, expect, test } from 'vitest'
import {
  lateChargesText,
  lateChargeText,
} from '../../../src-renderer/finance-charges/charged-too-much/late-charge-text.ts'
import { formatFor } from '../../../src-renderer/ui/conventions.tsx'
import type { LateCharge } from '../../../src-shared/ledger/contract/late-charges.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'

const format = formatFor({
  workDate: calendarDate('2025-07-10'),
  dateOrder: 'mdy',
  dateStyle: 'text',
  decimal: '.',
  group: ',',
  grouping: 'thousands',
  negative: 'minus',
  weekStart: 1,
})

const charge = (figures: Partial<LateCharge>): LateCharge => ({
  chargeId: 7,
  chargeNumber: 'FIN-00001',
  itemId: 1,
  itemNumber: 'INV-00001',
  currency: 'USD',
  until: calendarDate('2025-03-31'),
  charged: 1082,
  credited: 0,
  now: 1041,
  credits: [],
  ...figures,
})

describe('late news of a finance charge', () => {
  test.each<[string, Partial<LateCharge>, string]>([
    [
      'too much',
      {},
      'charged 10.82 on INV-00001 to 31 Mar 2025; as the item’s payments are now that is 0.41 too much.',
    ],
    [
      'too much, although some of it was credited',
      { credited: 16, credits: ['CRN-00001'] },
      'charged 10.82 on INV-00001 to 31 Mar 2025, of which CRN-00001 took back 0.16; as the item’s payments are now that is 0.25 too much.',
    ],
    [
      'too little',
      { now: 1200 },
      'charged 10.82 on INV-00001 to 31 Mar 2025; as the item’s payments are now that is 1.18 too little. Void FIN-00001 and charge again to ask for it.',
    ],
    [
      'too little since it was credited',
      { credited: 41, credits: ['CRN-00001'], now: 1082 },
      'charged 10.82 on INV-00001 to 31 Mar 2025, of which CRN-00001 took back 0.41; as the item’s payments are now that is 0.41 too little. Void CRN-00001 to ask for it.',
    ],
    [
      'too little even without the credit',
      { credited: 41, credits: ['CRN-00001'], now: 1100 },
      'charged 10.82 on INV-00001 to 31 Mar 2025, of which CRN-00001 took back 0.41; as the item’s payments are now that is 0.59 too little. Void CRN-00001 and FIN-00001, and charge again.',
    ],
  ])('%s', (_, figures, text) => {
    expect(lateChargeText(charge(figures), format)).toBe(`FIN-00001 ${text}`)
  })

  test('more than two of them are counted', () => {
    const text = lateChargesText(
      [1, 2, 3, 4].map((itemId) => charge({ itemId })),
      format,
    )
    expect(text).toMatch(/too much\. FIN-00001 charged .* too much\. 2 more came to another figure\.$/)
  })
})
