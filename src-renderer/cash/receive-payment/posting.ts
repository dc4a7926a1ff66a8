import type { OutputOf } from '../../../src-shared/contract.ts'
import type { ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import type { CallInput } from '../../api/client.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { ReceiptEntry } from './entry.ts'
import { isCredit } from '../settling/item-row.ts'
import { isAcross } from '../settling/crossing.ts'
import { isPaid } from './payment-row.ts'
import type { PaymentRow } from './payment-row.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'

/** The rows that are sent, in the order of the ledger's lists: a refusal names them by their place. */
export type SentRows = { readonly applications: readonly PaymentRow[]; readonly credits: readonly PaymentRow[] }

/** What was posted: the receipt, if money came in, and the rows of credits that were used up. */
export type Done = { readonly receipt: OutputOf<'receipts.post'> | null; readonly used: readonly PaymentRow[] }

/** One command for all that is typed: a receipt with its credits, or the credits alone when no money came in. */
export type ReceiptCommand =
  | { readonly name: 'receipts.post'; readonly input: CallInput<'receipts.post'> }
  | { readonly name: 'applications.applyCredits'; readonly input: CallInput<'applications.applyCredits'> }

export const sentRows = (rows: readonly PaymentRow[]): SentRows => ({
  applications: rows.filter((row) => !isCredit(row) && isPaid(row)),
  credits: rows.filter((row) => isCredit(row) && row.payment < 0),
})

const lineOf = (row: PaymentRow) => ({
  documentId: row.documentId,
  amount: row.payment,
  settles: isAcross(row) ? row.settles : null,
  discount: row.discount,
  writeOff: row.writeOff,
  writeOffReason: row.writeOffReason,
})

const creditOf = (row: PaymentRow) => ({
  documentId: row.documentId,
  amount: 0 - (isAcross(row) ? row.settles : row.payment),
  ...(isAcross(row) ? { settles: 0 - row.payment } : {}),
})

/**
 * The entry as the contract takes it; null while customer or date is missing, which `checkReceipt` says.
 * @param rounding what the cash is more than what it settles
 * @param following the rate that follows from what the bank paid
 */
export function receiptCommand(
  entry: ReceiptEntry,
  { applications, credits }: SentRows,
  rounding = 0,
  following: ExchangeRate | null = null,
): ReceiptCommand | null {
  const { commandUid, draftUid, customer, date, amount, currency } = entry
  const { method, reference, memo, depositAccountId, batchId, unappliedAs } = entry
  if (customer === null || date === null) return null
  const settling = {
    commandUid,
    draftUid,
    date,
    applications: applications.map(lineOf),
    credits: credits.map(creditOf),
  }
  if (amount === null || amount === 0) {
    // Credits of several currencies do not say in which the lines are.
    const of = [...applications, ...credits][0]?.money ?? null
    return {
      name: 'applications.applyCredits',
      input: { ...settling, ...(credits.some(isAcross) ? { currency: of } : {}), date: entry.applicationDate ?? date },
    }
  }
  const money = { customerId: Number(customer.key), amount, rounding, method, reference, memo, depositAccountId }
  const belongs = { currency, batchId, unappliedAs, applicationDate: entry.applicationDate }
  const lines = applications.map((row) => ({ ...lineOf(row), deductions: [...row.deductions] }))
  const rate = exchangeRateOf(entry.rate) ?? following
  return { name: 'receipts.post', input: { ...settling, ...money, ...belongs, rate, applications: lines } }
}

/** `currency` where it is another than the money's. */
type Write = (amount: MinorUnits, currency?: string) => string

/** What was posted, in a sentence or two: "RCT-00012 posted, 7,905.90. 120.00 of CRN-0212 used." */
export const describeDone = ({ receipt, used }: Done, write: Write): string =>
  [
    ...(receipt === null
      ? []
      : [`${receipt.number} posted, ${write(-receipt.total)}${unapplied(receipt.unapplied, write)}.`]),
    ...used.map(({ number, payment, settles, currency, money }) =>
      currency === money ? `${write(-payment)} of ${number} used.` : `${write(-settles, currency)} of ${number} used.`,
    ),
  ].join(' ')

const unapplied = (amount: MinorUnits, write: Write): string =>
  amount === 0 ? '' : `, of which ${write(amount)} stays unapplied`
