import { discountOutsideTerms } from '../../../../src-shared/ledger/rules/settlement/open-debit.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { sum } from '../../../../src-shared/domain/amounts/money.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { toBase } from '../documents/base-currency.ts'
import { assertWithinLimits, writtenOff, type WrittenOff } from './limit.ts'
import { givenByCredits, givenByRate, type CreditWorth, type CrossLine, type SettlingMoney } from './rate-limit.ts'
import { discountLeftOf } from '../settlement/settlement.ts'

/** A debit item with what settles it in one command. Minor units of the item's currency. */
export interface DiscountTaken {
  readonly documentId: number
  readonly discount: number
  /** What settles the item beside the discount: money, credits, deductions, a write-off. */
  readonly settledBeside: number
  /** The date of the receipt or credit that carries the discount. */
  readonly paidOn: CalendarDate
}

interface Offer extends Stored<'document', 'currency' | 'rate' | 'discountUntil' | 'graceDays'> {
  readonly open: number
}

const OFFER = `
  SELECT d.currency, d.rate, d.discount_until AS discountUntil, d.grace_days AS graceDays, i.balance AS open
  FROM document AS d JOIN open_item AS i ON i.document_id = d.id WHERE d.id = ?`

/**
 * What this person took off the item without having been asked, over its earlier commands that still stand: taken in pieces
 * it comes to the same as at once.
 */
const TAKEN_LATE_BEFORE = `
  SELECT coalesce(sum(a.discount), 0) FROM application AS a
  JOIN document AS d ON d.id = a.debit_id
  JOIN document AS credit ON credit.id = a.credit_id
  JOIN command_log AS l ON l.seq = a.command_seq
  WHERE a.debit_id = :debitId AND a.discount > 0 AND l.user_id IS :userId
    AND credit.document_date > date (d.discount_until, (max (d.grace_days, :graceDays)) || ' days')
    AND NOT EXISTS (SELECT 1 FROM application AS undone WHERE undone.reverses_id = a.id)
    AND NOT EXISTS (SELECT 1 FROM approval WHERE command_seq = a.command_seq AND act = 'late_discount')`

/** Refuses write-offs, with what a rate gives away, and discounts outside terms over the limits of the user's role, unless a supervisor approves both. */
export const assertSettlementsWithinLimits = (
  context: CommandContext,
  rules: CompanyRules,
  lines: readonly (WrittenOff & CrossLine)[],
  discounts: readonly DiscountTaken[],
  path: string,
  money: SettlingMoney,
  across: RatesUsed = { rest: lines, credits: [] },
): void =>
  assertWithinLimits(
    context,
    rules,
    [
      {
        act: 'write_off',
        baseAmount: sum([writtenOff(context, rules, lines), givenByRates(context.tx, rules, money, across)]),
      },
      { act: 'late_discount', baseAmount: discountedOutsideTerms(context, rules, discounts) },
    ],
    path,
  )

/** What stands between two currencies, where credits of other currencies are used: what is left once they settled their own. */
export interface RatesUsed {
  readonly rest: readonly CrossLine[]
  readonly credits: readonly CreditWorth[]
}

const givenByRates = (db: Readable, rules: CompanyRules, money: SettlingMoney, { rest, credits }: RatesUsed): number =>
  sum([givenByRate(db, rules, money, rest), givenByCredits(db, rules, money, credits)])

/**
 * What early payment discounts give that no terms earn, in minor units of the company's currency: those taken after the
 * discount date and its grace, and what goes beyond the share of the item that is paid.
 */
const discountedOutsideTerms = (
  { tx, userId }: CommandContext,
  rules: CompanyRules,
  taken: readonly DiscountTaken[],
): number => sum(taken.filter(({ discount }) => discount > 0).map((each) => outsideTerms(tx, userId, rules, each)))

const outsideTerms = (db: Readable, userId: number | null, rules: CompanyRules, taken: DiscountTaken): number => {
  const offer = db.get<Offer>(OFFER, [taken.documentId])
  // One that is not there is refused where it is settled.
  if (offer === undefined) return 0
  const { baseCurrency, settings } = rules
  const outside = discountOutsideTerms(
    { ...offer, discount: discountLeftOf(db, taken.documentId) },
    taken,
    settings.discountGraceDays,
  )
  if (outside === 0) return 0
  const before =
    db.value<number>(TAKEN_LATE_BEFORE, {
      debitId: taken.documentId,
      userId,
      graceDays: settings.discountGraceDays,
    }) ?? 0
  return Math.max(1, toBase(outside + before, offer.currency, baseCurrency, offer.rate))
}
