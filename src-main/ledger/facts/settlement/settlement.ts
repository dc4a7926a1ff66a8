import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import {
  checkApplication,
  settledByMoney,
  type ApplicationRefusal,
} from '../../../../src-shared/ledger/rules/settlement/application.ts'
import type { DatedAmount } from '../../../../src-shared/ledger/rules/balance-history.ts'
import { firstDayOutOfBounds } from '../../../../src-shared/ledger/rules/balance-history.ts'
import type { OfferedDiscount } from '../../../../src-shared/ledger/rules/settlement/open-debit.ts'
import { discountLeft, discountOn } from '../../../../src-shared/ledger/rules/settlement/open-debit.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { formatAmount } from '../../../../src-shared/domain/amounts/money.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { discountParts } from './discount-parts.ts'
import { sharesPayer } from '../payer.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { accountFor } from '../../../company/facts/account.ts'
import type { Item } from '../documents/item.ts'
import type { Entry, OpenPosting } from '../documents/posting.ts'
import { assertGivenOnce, divideReduction, insertApplicationTaxes, type GivenAway } from './reduction.ts'
import { settlementBase } from './settlement-base.ts'

/** What settles one debit item. Minor units, zero or more each: `amount` in the credit's currency, the rest in the debit's. */
export interface Settlement extends GivenAway {
  /** What the amount settles in the debit's currency; null, or the same, where both are in one. */
  readonly settles?: number | null
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
  settles_missing: 'settles',
  settles_differs: 'settles',
}

/** Amounts with their currency where the two sides differ in it. */
const shownIn = (refusal: ApplicationRefusal, credit: Item, debit: Item): ((amount: number) => string) => {
  const { currency } = refusal.code === 'exceeds_credit' ? credit : debit
  const unit = credit.currency === debit.currency ? '' : ` ${currency}`
  return (amount) => `${formatAmount(amount, currency)}${unit}`
}

const inWords = (refusal: ApplicationRefusal, shown: (amount: number) => string): Refusal => {
  switch (refusal.code) {
    case 'exceeds_credit':
      return new Refusal(refusal.code, { available: shown(refusal.available), applied: shown(refusal.applied) })
    case 'exceeds_open':
      return new Refusal(refusal.code, { number: refusal.number, open: shown(refusal.open) })
    case 'discount_exceeds':
      return new Refusal(refusal.code, { number: refusal.number, most: shown(refusal.most) })
    case 'application_too_early':
      return new Refusal(refusal.code, { earliest: formatDate(refusal.earliest, 'text') })
    case 'settles_missing': {
      const { code, ...params } = refusal
      return new Refusal(code, params)
    }
    case 'settles_differs':
      return new Refusal(refusal.code, { number: refusal.number, currency: refusal.currency })
    case 'nothing_applied':
      return new Refusal(refusal.code)
    case 'not_a_credit':
    case 'not_a_debit':
    case 'different_customer':
    case 'write_off_reason_missing':
      return new Refusal(refusal.code, { number: refusal.number })
  }
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
  SELECT d.discount AS offered, ${discountParts('d.id')} FROM document AS d WHERE d.id = ?`

/** What is left of a debit item's early payment discount. Minor units. */
export const discountLeftOf = (db: Readable, debitId: number): number => {
  const discount = db.get<Omit<OfferedDiscount, 'original'> & { readonly earning: number }>(DISCOUNT, [debitId])
  return discount === undefined ? 0 : discountLeft({ ...discount, original: discount.earning })
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
  if (refusal) {
    const field = fieldOf[refusal.code] ?? 'documentId'
    throw inWords(refusal, shownIn(refusal, credit, debit)).at(`${path.line}.${field}`)
  }
  assertEveryDayFits(
    db,
    debit,
    { date, amount: -(settledByMoney(settlement) + settlement.discount + settlement.writeOff) },
    path,
  )
  assertEveryDayFits(db, credit, { date, amount: settlement.amount }, path)
  assertGivenOnce(db, credit, debit, givenOff(settlement), path.line)
}

/** What goes off the debit without the money of another currency, and what an adjustment's own credit takes off it. */
export const givenOff = (settlement: Settlement): GivenAway => ({
  ...settlement,
  amount: settledByMoney(settlement),
})

interface NewApplication extends Settlement {
  readonly postingId: number
  readonly credit: Item
  readonly debit: Item
  readonly date: CalendarDate
  /** The posting in the debit's currency, where the credit's is another. */
  readonly debitPostingId?: number | null
}

export const insertApplication = (context: CommandContext, made: NewApplication): number => {
  const id = context.newId('application')
  context.tx.run(
    `INSERT INTO application (id, uid, command_seq, posting_id, credit_id, debit_id, effective_date, amount, discount, write_off, write_off_reason,
       debit_amount, debit_posting_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      context.newUid(),
      context.seq,
      made.postingId,
      made.credit.id,
      made.debit.id,
      made.date,
      made.amount,
      made.discount,
      made.writeOff,
      made.writeOffReason,
      made.credit.currency === made.debit.currency ? null : (made.settles ?? 0),
      made.debitPostingId ?? null,
    ],
  )
  return id
}

/**
 * Appends an application within one currency that has been decided, and its entries: the pair that moves the open amounts,
 * with discount, write-off and exchange difference beside it. Discount and write-off are valued at the debit item's own rate;
 * at one rate there is no exchange difference.
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
  const applicationId = insertApplication(context, {
    ...settlement,
    postingId: posting.id,
    credit,
    debit,
    date: posting.date,
  })
  const control = accountFor(tx, 'receivable')
  const { add, addExchange } = entriesOf(tx, posting, applicationId)
  const settled = amount + discount + writeOff
  const base = settlementBase(tx, rules.baseCurrency, credit, debit, amount, divided.entries)
  if (amount > 0) add({ accountId: control, amount, baseAmount: base.credit, ...moving(credit) })
  add({ accountId: control, amount: -settled, baseAmount: base.debit, ...moving(debit) })
  for (const [index, [accountId, part]] of divided.entries.entries())
    add({ accountId, amount: part, baseAmount: base.given[index] ?? 0 })
  if (base.rounding !== null) add({ accountId: base.rounding.accountId, amount: 0, baseAmount: base.rounding.base })
  insertApplicationTaxes(context, applicationId, divided.taxes)
  addExchange()
  return applicationId
}

/** Whose item an entry on the control account moves. */
export const moving = ({ customerId, id }: Item): Pick<Entry, 'customerId' | 'itemId'> => ({ customerId, itemId: id })

/** Adds the entries of an application, and last, as an exchange difference, what they lack in the company's currency. */
export const entriesOf = (db: Readable, posting: OpenPosting, applicationId: number) => {
  let baseSum = 0
  const add = (entry: Omit<Entry, 'applicationId'>): void => {
    baseSum += entry.baseAmount
    posting.add({ ...entry, applicationId })
  }
  const addExchange = (): void => {
    if (baseSum !== 0) add({ accountId: accountFor(db, 'exchange'), amount: 0, baseAmount: 0 - baseSum })
  }
  return { add, addExchange }
}
