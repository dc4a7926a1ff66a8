import fc from 'fast-check'
import type { TaxCode } from './item.ts'
import { TERMS_KINDS } from './terms.ts'

export const DAYS = 120

export const day = fc.integer({ min: 0, max: DAYS - 1 })
// What undoes or follows something is mostly dated after it.
export const later = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: DAYS / 2, max: DAYS - 1 }) },
  { weight: 1, arbitrary: day },
)
export const earlier = fc.integer({ min: 0, max: (DAYS * 3) / 4 })
// Few distinct amounts, so that items are often settled to the cent and often nearly over-applied.
export const amount = fc.constantFrom<number>(100, 200, 50, 37, 1, 250)
export const customer = fc.constantFrom(0, 0, 0, 0, 1, 1, 2, 2, 2, 3)
/** Of a document; null is the customer's own. */
export const currency = fc.constantFrom(null, null, null, 0, 1)
export const rate = fc.constantFrom(10, 8, 15)
export const bank = fc.constantFrom('1010', '1000')
/** An index into what fits by then, wrapped around; `wild` ones take anything, and then both sides must refuse alike. */
export const pick = fc.nat(40)
export const wild = fc.constantFrom(false, false, false, false, true)
/** Few days, so that a day is often revalued again. */
export const monthEnd = fc.constantFrom(30, 58, 89)
export const maybeDay = fc.option(day, { freq: 1 })
/** Mostly the receipt's own day. */
export const laterApplied = fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: later })
export const maybePick = fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: pick })
export const of = <T extends string>(name: T) => fc.constant(name)

export const settling = fc.record({
  item: pick,
  /** All that the item has open, less discount and write-off. */
  all: fc.boolean(),
  amount,
  discount: fc.constantFrom<number>(0, 0, 0, 2, 4),
  writeOff: fc.constantFrom<number>(0, 0, 0, 0, 1, 13),
  /** Tenths of the money's currency for one unit of the item's, where they differ. */
  cross: fc.constantFrom<number>(9, 10, 12, 3),
})

export const receiptLine = fc
  .tuple(
    settling,
    fc.record({
      deductions: fc.oneof(
        { weight: 1, arbitrary: fc.constant([]) },
        { weight: 2, arbitrary: fc.array(fc.constantFrom<number>(5, 20, 37), { minLength: 1, maxLength: 2 }) },
      ),
      isDeductedOnly: fc.constantFrom(false, false, false, true),
    }),
  )
  .map(([line, kept]) => ({ ...line, ...kept, isDeductedOnly: kept.isDeductedOnly && kept.deductions.length > 0 }))

export const billing = {
  customer,
  currency,
  day: earlier,
  /** Null takes the table's. */
  rate: fc.constantFrom(10, 8, 15, null),
  lines: fc.array(amount, { minLength: 1, maxLength: 2 }),
  tax: fc.constantFrom<TaxCode | null>(null, null, 'STD', 'RED', 'BOTH'),
  allTaxed: fc.boolean(),
  other: fc.constantFrom<TaxCode | null>(null, null, 'STD', 'RED', 'BOTH'),
  /** What the last line takes off again, where there are several and no discount on all of them. */
  returned: fc.constantFrom<number>(0, 0, 0, 0, 37),
  inclusive: fc.boolean(),
  discountPercent: fc.constantFrom(0, 0, 10),
  freight: fc.constantFrom(null, null, null, 0, 1),
  terms: fc.constantFrom(...TERMS_KINDS, 'own'),
} as const
