import { sum } from '../../../src-shared/domain/money.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import { isCredit } from '../../entry/settling/item-row.ts'
import { deducted } from './payment-row.ts'
import type { PaymentRow } from './payment-row.ts'
import type { PaymentItems } from './use-payment-items.ts'

/** The foot of the screen. Minor units, all positive but `unapplied`, which is below zero when too much is applied. */
export type ReceiptSummary = {
  readonly amount: MinorUnits
  /** Payments on debit items, by money and by credits. */
  readonly applied: MinorUnits
  readonly discounts: MinorUnits
  readonly writeOffs: MinorUnits
  readonly deducted: MinorUnits
  readonly creditsUsed: MinorUnits
  /** What stays on the receipt: amount and credits used, less what is applied. */
  readonly unapplied: MinorUnits
}

export function summarise(amount: MinorUnits | null, rows: readonly PaymentRow[]): ReceiptSummary {
  const total = (value: (row: PaymentRow) => MinorUnits, of: readonly PaymentRow[]) => sum(of.map(value))
  const debits = rows.filter((row) => !isCredit(row))
  const applied = total((row) => row.payment, debits)
  const creditsUsed = 0 - total((row) => row.payment, rows.filter(isCredit))
  const received = amount ?? 0
  return {
    amount: received,
    applied,
    discounts: total((row) => row.discount, debits),
    writeOffs: total((row) => row.writeOff, debits),
    deducted: total(deducted, debits),
    creditsUsed,
    unapplied: received + creditsUsed - applied,
  }
}

/** What all with the same payer owe, less what they have left; null for a customer who pays for itself alone. */
export const owedByPayer = (
  customers: PaymentItems['customers'],
  items: readonly Pick<PaymentRow, 'open'>[],
): MinorUnits | null => (customers.length > 1 ? sum(items.map(({ open }) => open)) : null)
