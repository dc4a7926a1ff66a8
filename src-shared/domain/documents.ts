/** The kinds of document the ledger posts. */
export const documentKinds = [
  'invoice',
  'credit_note',
  'debit_note',
  'finance_charge',
  'receipt',
  'refund',
  'adjustment',
] as const

export type DocumentKind = (typeof documentKinds)[number]

/** What a device numbers in a series of its own. */
export const seriesKinds = [...documentKinds, 'unidentified_receipt'] as const

export type SeriesKind = (typeof seriesKinds)[number]

/** The word on screens and paper. */
export const documentKindName = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  debit_note: 'Debit note',
  finance_charge: 'Finance charge',
  receipt: 'Receipt',
  refund: 'Refund',
  adjustment: 'Adjustment',
} as const satisfies Record<DocumentKind, string>

/** What a receipt's money that is not applied is meant to be, where the clerk says so. */
export const unappliedKinds = ['on_account', 'prepayment'] as const

export type UnappliedAs = (typeof unappliedKinds)[number]

export const unappliedName = { on_account: 'On account', prepayment: 'Prepayment' } as const satisfies Record<
  UnappliedAs,
  string
>
