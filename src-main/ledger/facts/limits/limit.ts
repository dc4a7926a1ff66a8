import { limitsOf, type LimitedAct, type LimitedRole } from '../../../../src-shared/company/contract/policies.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { highestRate, type ExchangeRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import { formatAmount, sum } from '../../../../src-shared/domain/amounts/money.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import { latestRate } from '../../../company/queries/rates/rates.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { refuseUnlessApproved } from '../../../company/facts/approval.ts'
import { toBase } from '../documents/base-currency.ts'

const inWords: Readonly<Record<LimitedAct, string>> = {
  write_off: 'write-offs',
  refund: 'refunds',
  credit: 'credits without an invoice',
  late_discount: 'discounts outside terms',
}

/** What one command gives away in one way, in minor units of the company's currency. */
export interface LimitedAmount {
  readonly act: LimitedAct
  readonly baseAmount: number
}

/**
 * Refuses more than the user's role may give away in one command, unless a supervisor approves; nobody passes the
 * supervisors' own limit. What is over several limits is one refusal, so that the supervisor reads all of it.
 */
export const assertWithinLimits = (
  context: CommandContext,
  rules: CompanyRules,
  given: readonly LimitedAmount[],
  path: string,
): void => {
  const { tx, role } = context
  const { baseCurrency: currency } = rules
  const overOf = (by: LimitedRole) =>
    given.flatMap(({ act, baseAmount }) => {
      const most = baseAmount === 0 ? null : mostOf(tx, by, act)
      return most === null || baseAmount <= most ? [] : [{ act, baseAmount, most }]
    })
  const figuresOf = (over: ReturnType<typeof overOf>) => {
    const shown = (amount: number): string => `${formatAmount(amount, currency)} ${currency}`
    const listed = (words: readonly string[]): string => words.join(' and ')
    return {
      act: listed(over.map(({ act }) => inWords[act])),
      limit: listed(over.map(({ most }) => shown(most))),
      amount: listed(over.map(({ baseAmount }) => shown(baseAmount))),
    }
  }
  const over = overOf(limitsOf(role))
  if (over.length === 0) return
  const overAll = overOf('supervisor')
  if (overAll.length > 0) throw new Refusal('over_every_limit', figuresOf(overAll), path)
  for (const { act, baseAmount: amount, most } of over)
    refuseUnlessApproved(context, new Refusal('over_limit', figuresOf(over), path), { act, currency, most, amount })
}

/** The same for what is given away in one way. */
export const assertWithinLimit = (
  context: CommandContext,
  rules: CompanyRules,
  act: LimitedAct,
  baseAmount: number,
  path: string,
): void => assertWithinLimits(context, rules, [{ act, baseAmount }], path)

/**
 * What an amount counts against a limit, in minor units of the company's currency. A rate can be entered by hand, and one
 * too low would pass any limit: of the rate entered, the table's and those of `others`, the highest measures.
 */
export const measured = (
  db: Readable,
  { baseCurrency }: CompanyRules,
  { amount, currency, rate, date }: Measurable,
  others: readonly ExchangeRate[] = [],
): number => {
  if (currency === baseCurrency || amount === 0) return amount
  const known = latestRate(db, currency, date)?.rate ?? rate
  return Math.max(1, toBase(amount, currency, baseCurrency, highestRate(rate, [known, ...others])))
}

/** Minor units of `currency`, and the rate they are posted at. */
export interface Measurable {
  readonly amount: number
  readonly currency: string
  readonly rate: ExchangeRate
  readonly date: CalendarDate
}

const OWED_RATES = `
  SELECT DISTINCT d.rate FROM open_item AS i INDEXED BY open_item_by_customer JOIN document AS d ON d.id = i.document_id
  WHERE i.customer_id = ? AND i.closed_on = '9999-12-31' AND i.amount > 0 AND i.currency = ?`

/** The rates of what the customer owes, which a credit will settle some of; none in the company's currency. */
export const owedRates = (
  db: Readable,
  customerId: number,
  currency: string,
  { baseCurrency }: CompanyRules,
): readonly ExchangeRate[] =>
  currency === baseCurrency ? [] : db.rows<[ExchangeRate]>(OWED_RATES, [customerId, currency]).map(([rate]) => rate)

/** What a line of a settlement writes off its item. Minor units of the item's currency. */
export interface WrittenOff {
  readonly documentId: number
  readonly writeOff: number
}

/** What this person wrote off an item in earlier commands that still stand, unasked. */
const WRITTEN_OFF_BEFORE = `
  SELECT coalesce(sum(a.write_off), 0) FROM application AS a JOIN command_log AS l ON l.seq = a.command_seq
  WHERE a.debit_id = ? AND a.write_off > 0 AND l.user_id IS ?
    AND NOT EXISTS (SELECT 1 FROM application AS undone WHERE undone.reverses_id = a.id)
    AND NOT EXISTS (SELECT 1 FROM approval WHERE command_seq = a.command_seq AND act = 'write_off')`

/**
 * What lines write off, each at the rate of its own item, as it is posted, with what was written off of it before: in pieces
 * it comes to the same as at once. Minor units of the company's currency.
 */
export const writtenOff = (
  { tx: db, userId }: CommandContext,
  { baseCurrency }: CompanyRules,
  lines: readonly WrittenOff[],
): number =>
  sum(
    lines.map(({ documentId, writeOff }) => {
      if (writeOff === 0) return 0
      const before = db.value<number>(WRITTEN_OFF_BEFORE, [documentId, userId]) ?? 0
      const item = db.get<Stored<'document', 'currency' | 'rate'>>('SELECT currency, rate FROM document WHERE id = ?', [
        documentId,
      ])
      // One that is not there is refused where it is settled.
      return item === undefined ? 0 : Math.max(1, toBase(writeOff + before, item.currency, baseCurrency, item.rate))
    }),
  )

const mostOf = (db: Readable, role: LimitedRole, act: LimitedAct): number | null => {
  const limit = db.get<Stored<'roleLimit', 'most'>>('SELECT most FROM role_limit WHERE role = ? AND act = ?', [
    role,
    act,
  ])
  if (!limit) throw new Error(`no limit is kept for ${role} and ${act}`)
  return limit.most
}
