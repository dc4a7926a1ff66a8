import { Refusal } from '../../../src-shared/contract/refusal.ts'
import {
  checkApplication,
  discountLeft,
  discountOn,
  firstDayOutOfBounds,
  type ApplicationRefusal,
  type DatedAmount,
  type OfferedDiscount,
} from '../../../src-shared/domain/application.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { formatDate } from '../../../src-shared/domain/date-text.ts'
import { formatAmount } from '../../../src-shared/domain/money.ts'
import type { CompanyRules } from '../../db/company.ts'
import type { Readable } from '../../db/connection.ts'
import { discountParts } from '../../db/discount-parts.ts'
import { sharesPayer } from '../../queries/customers/payer.ts'
import type { CommandContext } from '../handler.ts'
import { accountFor } from './account.ts'
import type { Item } from './item.ts'
import type { OpenPosting } from './posting.ts'
import { assertGivenOnce, divideReduction, insertApplicationTaxes, type GivenAway } from './reduction.ts'
import { settlementBase } from './settlement-base.ts'

/** What settles one debit item. Minor units, zero or more each. */
export interface Settlement extends GivenAway {
  readonly writeOffReason: string
}

/** Where the input names the line, so that a refusal can point at its field. */
export interface LinePath {
  readonly line: string
}

const fieldOf: Partial<Record<ApplicationRefusal['code'], keyof Settlement>> = {
  discount_exceeds: 'discount',
  write_off_reason_missing: 'writeOffReason',
  exceeds_open: 'amount',
  exceeds_credit: 'amount',
  nothing_applied: 'amount',
}

const inWords = (refusal: ApplicationRefusal, currency: string, path: LinePath): Refusal => {
  const params = Object.fromEntries(
    Object.entries(refusal)
      .filter(([key]) => key !== 'code')
      .map(([key, value]) => [
        key,
        typeof value === 'number'
          ? formatAmount(value, currency)
          : key === 'earliest'
            ? formatDate(value as CalendarDate, 'text')
            : value,
      ]),
  )
  const field = fieldOf[refusal.code]
  return new Refusal(refusal.code, params, field ? `${path.line}.${field}` : `${path.line}.documentId`)
}

/** Refuses an application that fits today but would over-apply an item on a past day. */
const assertEveryDayFits = (db: Readable, item: Item, change: DatedAmount, path: LinePath): void => {
  if (item.lastEntryOn <= change.date) return
  const entries = db.all<DatedAmount>('SELECT posting_date AS date, amount FROM entry WHERE item_id = ?', [item.id])
  const out = firstDayOutOfBounds(entries, item.total, change)
  if (!out) return
  const earliest = out.earliest ?? item.lastEntryOn
  throw new Refusal(
    'overapplied_in_past',
    { number: item.number, date: formatDate(out.date, 'text'), earliest: formatDate(earliest, 'text') },
    `${path.line}.documentId`,
  )
}

const DISCOUNT = `
  SELECT d.total AS original, d.discount AS offered, ${discountParts('d.id')} FROM document AS d WHERE d.id = ?`

/** What is left of a debit item's early payment discount. Minor units. */
export const discountLeftOf = (db: Readable, debitId: number): number => {
  const discount = db.get<OfferedDiscount>(DISCOUNT, [debitId])
  return discount === undefined ? 0 : discountLeft(discount)
}

/** Decides whether the debit may be settled so by the credit; throws the Refusal when not. */
export const assertSettlement = (
  db: Readable,
  credit: Item,
  debit: Item,
  settlement: Settlement,
  date: CalendarDate,
  path: LinePath,
): void => {
  const side = (item: Item) => ({ ...item, original: item.total })
  const discountMost =
    settlement.discount === 0
      ? 0
      : discountOn({ ...debit, discount: discountLeftOf(db, debit.id) }, date, { graceDays: 0, evenIfLate: true })
  const refusal = checkApplication({
    ...settlement,
    credit: side(credit),
    debit: side(debit),
    effectiveDate: date,
    discountMost,
    customersLinked: sharesPayer(db, credit.customerId, debit.customerId),
  })
  if (refusal) throw inWords(refusal, debit.currency, path)
  assertEveryDayFits(
    db,
    debit,
    { date, amount: -(settlement.amount + settlement.discount + settlement.writeOff) },
    path,
  )
  assertEveryDayFits(db, credit, { date, amount: settlement.amount }, path)
  assertGivenOnce(db, credit, debit, settlement, path.line)
}

/**
 * Appends an application that has been decided, and its entries: the pair that moves the open amounts, with discount,
 * write-off and exchange difference beside it. Discount and write-off are valued at the debit item's own rate; at one rate
 * there is no exchange difference.
 */
export const settle = (
  context: CommandContext,
  posting: OpenPosting,
  rules: CompanyRules,
  credit: Item,
  debit: Item,
  settlement: Settlement,
): number => {
  const { tx } = context
  const { amount, discount, writeOff } = settlement
  const divided = divideReduction(tx, rules, credit, debit, settlement)
  const applicationId = tx.insert(
    `INSERT INTO application (uid, command_seq, posting_id, credit_id, debit_id, effective_date, amount, discount, write_off, write_off_reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      context.newUid(),
      context.seq,
      posting.id,
      credit.id,
      debit.id,
      posting.date,
      amount,
      discount,
      writeOff,
      settlement.writeOffReason,
    ],
  )
  const control = accountFor(tx, 'receivable')
  let baseSum = 0
  const add = (accountId: number, entryAmount: number, baseAmount: number, item?: Item): void => {
    baseSum += baseAmount
    const moved = item ? { customerId: item.customerId, itemId: item.id } : {}
    posting.add({ accountId, amount: entryAmount, baseAmount, applicationId, ...moved })
  }
  const settled = amount + discount + writeOff
  const base = settlementBase(tx, rules.baseCurrency, credit, debit, amount, divided.entries)
  if (amount > 0) add(control, amount, base.credit, credit)
  add(control, -settled, base.debit, debit)
  for (const [index, [accountId, part]] of divided.entries.entries()) add(accountId, part, base.given[index] ?? 0)
  if (base.rounding !== null) add(base.rounding.accountId, 0, base.rounding.base)
  insertApplicationTaxes(context, applicationId, divided.taxes)
  if (baseSum !== 0) add(accountFor(tx, 'exchange'), 0, -baseSum)
  return applicationId
}
