/** What the sample company sells; unit prices in cents. */
export interface CatalogueItem {
  readonly code: string
  readonly name: string
  readonly priceCents: number
  /** The usual quantity on a line is 1 to 5 times this. */
  readonly lot: number
}

const item = (code: string, name: string, priceCents: number, lot: number): CatalogueItem => ({
  code,
  name,
  priceCents,
  lot,
})

export const catalogue: readonly CatalogueItem[] = [
  item('BOX-S', 'Corrugated box 9 x 6 x 4 in, bundle of 25', 1480, 10),
  item('BOX-M', 'Corrugated box 14 x 10 x 8 in, bundle of 25', 2875, 10),
  item('BOX-L', 'Corrugated box 24 x 18 x 16 in, bundle of 15', 4390, 6),
  item('BOX-DW', 'Double-wall box 18 x 18 x 18 in, bundle of 10', 5125, 6),
  item('MAIL-P', 'Padded mailer size 2, case of 100', 3160, 4),
  item('MAIL-T', 'Mailing tube 3 x 36 in, case of 24', 4275, 2),
  item('TAPE-C', 'Clear packing tape 2 in x 110 yd, case of 36', 6840, 2),
  item('TAPE-K', 'Reinforced kraft tape 3 in x 450 ft, case of 10', 9150, 1),
  item('KRAFT', 'Kraft paper roll 36 in x 900 ft', 5290, 2),
  item('TISSUE', 'White tissue 20 x 30 in, ream of 480', 1895, 6),
  item('BUBBLE', 'Bubble roll 3/16 in, 48 in x 300 ft', 7425, 2),
  item('FOAM', 'Foam pouch 8 x 10 in, case of 250', 6180, 1),
  item('STRETCH', 'Stretch film 18 in x 1,500 ft, case of 4', 5860, 3),
  item('STRAP', 'Polyester strapping 1/2 in, coil', 8795, 1),
  item('EDGE', 'Edge protector 2 x 2 x 48 in, bundle of 70', 6615, 1),
  item('LABEL', 'Thermal labels 4 x 6 in, 4 rolls', 4960, 3),
  item('COPY', 'Copy paper 20 lb letter, case of 10 reams', 4650, 5),
  item('CARD', 'Cover stock 80 lb, pack of 250', 2340, 4),
  item('BAG-K', 'Kraft carrier bag with handle, case of 250', 7230, 2),
  item('CUP', 'Paper cup 12 oz, case of 1,000', 8340, 2),
  item('NAPKIN', 'Dinner napkin 2-ply, case of 3,000', 5475, 3),
  item('TOWEL', 'Roll towel 800 ft, case of 6', 4115, 3),
]

/** Charged on some deliveries, and not taxed. */
export const freight = item('FREIGHT', 'Delivery', 4500, 1)
