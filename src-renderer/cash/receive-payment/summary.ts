import { sum } from '../../../src-shared/domain/amounts/money.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { splitAcross } from '../../../src-shared/ledger/rules/settlement/credits-across.ts'
import { isCredit } from '../settling/item-row.ts'
import { roundingOfPaid } from '../../entry/cash.ts'
import type { HowPaid } from '../../entry/cash.ts'
import { isAcross } from '../settling/crossing.ts'
import { deducted, settled } from './payment-row.ts'
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
  /** Discounts, write-offs and deductions of items in other currencies. */
  readonly givenElsewhere: readonly { readonly currency: string; readonly amount: MinorUnits }[]
  readonly creditsUsed: MinorUnits
  /** What money is to settle: what is applied less the credits used, but those that settle items of their own currency. */
  readonly needed: MinorUnits
  /** What the cash is more than what it settles, where the smallest coin is the reason. */
  readonly rounding: MinorUnits
  /** What stays on the receipt: amount and credits used, less what is applied and less its rounding. */
  readonly unapplied: MinorUnits
}

/** @param how null where nothing can be rounded */
export function summarise(amount: MinorUnits | null, rows: readonly PaymentRow[], how: HowPaid | null): ReceiptSummary {
  const total = (value: (row: PaymentRow) => MinorUnits, of: readonly PaymentRow[]) => sum(of.map(value))
  const debits = rows.filter((row) => !isCredit(row))
  const applied = total((row) => row.payment, debits)
  const creditsUsed = 0 - total((row) => row.payment, rows.filter(isCredit))
  const own = debits.filter((row) => !isAcross(row))
  const received = amount ?? 0
  const isInFull = debits.every((row) => settled(row) === 0 || settled(row) === row.open)
  const needed = neededOf(rows)
  const rounding = how === null || received === 0 ? 0 : roundingOfPaid(how, received, needed, isInFull)
  return {
    amount: received,
    applied,
    discounts: total((row) => row.discount, own),
    writeOffs: total((row) => row.writeOff, own),
    deducted: total(deducted, own),
    givenElsewhere: givenElsewhere(debits.filter(isAcross)),
    creditsUsed,
    needed,
    rounding,
    unapplied: received - rounding - needed,
  }
}

/** As the ledger divides it: a credit in another currency settles items of its own one for one, whatever the rates. */
function neededOf(rows: readonly PaymentRow[]): MinorUnits {
  const money = rows[0]?.money
  if (money === undefined) return 0
  const lines = rows
    .filter((row) => !isCredit(row))
    .map((row) => ({ ...row, amount: row.payment, settles: isAcross(row) ? row.settles : null }))
  const credits = rows.filter(isCredit).map((row) => ({
    currency: row.currency,
    amount: 0 - (isAcross(row) ? row.settles : row.payment),
    worth: 0 - row.payment,
  }))
  // While typing, amounts may be below zero, which nothing settles.
  const isTyped = [...lines, ...credits].some(({ amount }) => amount < 0)
  const sums = [...lines.map(({ amount }) => amount), ...credits.map(({ worth }) => 0 - worth)]
  return isTyped ? sum(sums) : splitAcross(lines, 0, credits, money).needed
}

function givenElsewhere(rows: readonly PaymentRow[]): ReceiptSummary['givenElsewhere'] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))]
  return currencies.flatMap((currency) => {
    const of = rows.filter((row) => row.currency === currency)
    const amount = sum(of.map((row) => row.discount + row.writeOff + deducted(row)))
    return amount === 0 ? [] : [{ currency, amount }]
  })
}

/** What all with the same payer owe in the money's currency, less what they have left; null for a customer who pays for itself alone. */
export const owedByPayer = (
  customers: PaymentItems['customers'],
  items: readonly Pick<PaymentRow, 'open' | 'currency'>[],
  money: string,
): MinorUnits | null =>
  customers.length > 1 ? sum(items.filter(({ currency }) => currency === money).map(({ open }) => open)) : null
