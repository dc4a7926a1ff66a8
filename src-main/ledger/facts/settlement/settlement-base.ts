import { baseOfMove, mayCarry } from '../../../../src-shared/ledger/rules/base-currency/base-amounts.ts'
import { compareRates } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import { sum } from '../../../../src-shared/domain/amounts/money.ts'
import type { Readable } from '../../../db/connection.ts'
import { baseOfPart, carriedByAccount } from './carried-base.ts'
import type { Item } from '../documents/item.ts'

/** An amount on an account, debit positive. Minor units. */
export type AccountAmount = readonly [accountId: number, amount: number]

/** An application in the company's currency. Minor units, debit positive: they and the exchange difference come to nothing. */
export interface SettlementBase {
  readonly credit: number
  readonly debit: number
  /** One for each of what was given away. */
  readonly given: readonly number[]
  /** What rounding leaves between two items at one rate; null while nothing is left. */
  readonly rounding: { readonly accountId: number; readonly base: number } | null
}

/**
 * What an application moves in the company's currency. Each item and each account moves from what it carries to what is left
 * of it. At one rate nothing may be left over as an exchange difference: rounding goes back to where the credit came from.
 * @param amount what the credit settles; `given` is what is given away besides, by account
 */
export const settlementBase = (
  db: Readable,
  baseCurrency: string,
  credit: Item,
  debit: Item,
  amount: number,
  given: readonly AccountAmount[],
): SettlementBase => {
  const settled = amount + sum(given.map(([, part]) => part))
  if (debit.currency === baseCurrency)
    return { credit: amount, debit: 0 - settled, given: given.map(([, part]) => part), rounding: null }
  const onCredit = amount === 0 ? 0 : 0 - baseOfPart(credit, 0 - amount, baseCurrency)
  const onDebit = fromDebit(credit, debit, settled, { onCredit, baseCurrency, isGiven: given.length > 0 })
  const onAccounts = onGiven(db, debit, given, baseCurrency)
  const over = onDebit - onCredit - sum(onAccounts)
  if (over === 0 || compareRates(credit.rate, debit.rate) !== 0)
    return { credit: onCredit, debit: 0 - onDebit, given: onAccounts, rounding: null }
  // Without money the whole of what the item loses was given away.
  if (amount === 0) {
    const given0 = onAccounts.map((base, index) => (index === 0 ? base + over : base))
    return { credit: onCredit, debit: 0 - onDebit, given: given0, rounding: null }
  }
  const rounding = { accountId: sourceOf(db, credit), base: over }
  return { credit: onCredit, debit: 0 - onDebit, given: onAccounts, rounding }
}

/**
 * The same between two currencies: each side moves at its own rate, and all that differs is an exchange difference.
 * @param settled what is settled of the debit with what is given away, in its currency
 */
export const crossSettlementBase = (
  db: Readable,
  baseCurrency: string,
  credit: Item,
  debit: Item,
  {
    amount,
    settled,
    given,
  }: { readonly amount: number; readonly settled: number; readonly given: readonly AccountAmount[] },
): Omit<SettlementBase, 'rounding'> => {
  const onCredit = amount === 0 ? 0 : 0 - baseOfPart(credit, 0 - amount, baseCurrency)
  const onDebit = baseOfPart(debit, settled, baseCurrency)
  const onAccounts =
    debit.currency === baseCurrency ? given.map(([, part]) => part) : onGiven(db, debit, given, baseCurrency)
  // Without money the whole of what the item loses was given away.
  const over = amount === 0 ? onDebit - sum(onAccounts) : 0
  return {
    credit: onCredit,
    debit: 0 - onDebit,
    given: onAccounts.map((base, index) => (index === 0 ? base + over : base)),
  }
}

interface Against {
  readonly onCredit: number
  readonly baseCurrency: string
  readonly isGiven: boolean
}

/** Positive. A credit note for lines of the item has its base from those lines already: as much leaves the item. */
const fromDebit = (
  credit: Item,
  debit: Item,
  settled: number,
  { onCredit, baseCurrency, isGiven }: Against,
): number => {
  const ofLines = credit.creditsId === debit.id && !isGiven && settled !== debit.open
  const left = debit.baseOpen - onCredit
  return ofLines && mayCarry(left, { wholeBase: debit.baseTotal }) ? onCredit : baseOfPart(debit, settled, baseCurrency)
}

const onGiven = (
  db: Readable,
  debit: Item,
  given: readonly AccountAmount[],
  baseCurrency: string,
): readonly number[] => {
  if (given.length === 0) return []
  const carried = carriedByAccount(db, debit, baseCurrency)
  return given.map(([accountId, part]) => baseOfMove(part, carried(accountId)))
}

const LAST_ACCOUNT = `
  SELECT account_id FROM entry WHERE posting_id = (SELECT posting_id FROM document WHERE id = ?)
    AND application_id IS NULL AND item_id IS NULL ORDER BY line_no DESC LIMIT 1`

const DEPOSIT_ACCOUNT = 'SELECT deposit_account_id FROM document WHERE id = ?'

/** Where a credit came from: the account its money lies on, or else the one that its own rounding went to. */
const sourceOf = (db: Readable, credit: Item): number => {
  const source = db.value<number | null>(DEPOSIT_ACCOUNT, [credit.id]) ?? db.value<number>(LAST_ACCOUNT, [credit.id])
  if (source == null) throw new Error(`${credit.number} came from no account`)
  return source
}
