import fc from 'fast-check'

// Few distinct amounts, so that items are often settled to the cent and often nearly over-applied.
export const amount = fc.constantFrom<number>(100, 200, 50, 37, 1, 250)
/** An index into what fits by then, wrapped around. */
export const pick = fc.nat(40)

/** What settles one item. */
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
