import type { CarriedAmount } from '../../../../src-shared/ledger/rules/base-currency/base-amounts.ts'
import { baseOfAppliedPart } from '../../../../src-shared/ledger/rules/base-currency/base-amounts.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Item } from '../documents/item.ts'

/** An item as it is carried in the company's currency. */
export const carriedItem = (item: Item, baseCurrency: string): CarriedAmount => ({
  currency: item.currency,
  baseCurrency,
  rate: item.rate,
  whole: item.total,
  wholeBase: item.baseTotal,
  left: item.open,
  leftBase: item.baseOpen,
})

/** What part of an item takes along in the company's currency; the part has the item's sign, and so has the answer. */
export const baseOfPart = (item: Item, part: number, baseCurrency: string): number =>
  item.currency === baseCurrency ? part : baseOfAppliedPart(part, carriedItem(item, baseCurrency))

/**
 * What an invoice moved on each account, and what its credit notes and what was given away on it have moved there since. The
 * control account is not among them; a difference of rates or of rounding, which has no amount, is in none.
 */
export const CARRIED_BY_ACCOUNT = `
  SELECT account_id AS accountId, sum(is_own * amount) AS whole, sum(is_own * base_amount) AS wholeBase, sum(amount) AS "left",
    sum(base_amount) AS leftBase
  FROM (
    SELECT e.account_id, e.amount, e.base_amount, 1 AS is_own
    FROM document AS d CROSS JOIN entry AS e ON e.posting_id = d.posting_id
    WHERE d.id = :id AND e.application_id IS NULL AND e.item_id IS NULL
    UNION ALL
    SELECT e.account_id, e.amount, e.base_amount, 0
    FROM document AS note CROSS JOIN entry AS e ON e.posting_id = note.posting_id
    WHERE note.credits_id = :id AND e.application_id IS NULL AND e.item_id IS NULL
    UNION ALL
    SELECT e.account_id, e.amount, e.base_amount, 0
    FROM application AS a INDEXED BY application_by_debit
    CROSS JOIN entry AS e ON e.posting_id = coalesce(a.debit_posting_id, a.posting_id) AND e.application_id = a.id
    WHERE a.debit_id = :id AND e.item_id IS NULL AND e.amount <> 0)
  GROUP BY account_id`

type Row = Pick<CarriedAmount, 'whole' | 'wholeBase' | 'left' | 'leftBase'> & { readonly accountId: number }

/** By account; one that nothing was posted to begins with nothing. */
export const carriedByAccount = (
  db: Readable,
  item: Item,
  baseCurrency: string,
): ((accountId: number) => CarriedAmount) => {
  const { currency, rate } = item
  const rows = new Map(db.all<Row>(CARRIED_BY_ACCOUNT, { id: item.id }).map((row) => [row.accountId, row]))
  const nothing = { whole: 0, wholeBase: 0, left: 0, leftBase: 0 }
  return (accountId) => ({ currency, baseCurrency, rate, ...(rows.get(accountId) ?? nothing) })
}
