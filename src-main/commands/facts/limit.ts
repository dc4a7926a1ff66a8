import type { Role } from '../../../src-shared/contract/operation.ts'
import type { LimitedAct } from '../../../src-shared/contract/policies.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { highestRate, type ExchangeRate } from '../../../src-shared/domain/exchange-rate.ts'
import { formatAmount, sum } from '../../../src-shared/domain/money.ts'
import type { CompanyRules } from '../../db/company.ts'
import type { Readable } from '../../db/connection.ts'
import { latestRate } from '../../queries/rates/latest.ts'
import type { CommandContext } from '../handler.ts'
import { refuseUnlessApproved } from './approval.ts'
import { toBase } from './base-currency.ts'

const inWords: Readonly<Record<LimitedAct, string>> = {
  write_off: 'write-offs',
  refund: 'refunds',
  credit: 'credits without an invoice',
}

/**
 * Refuses more than the user's role may write off, refund or credit in one command, unless a supervisor approves; nobody passes
 * the supervisors' own limit. Minor units of the company's currency.
 */
export const assertWithinLimit = (
  context: CommandContext,
  rules: CompanyRules,
  act: LimitedAct,
  baseAmount: number,
  path: string,
): void => {
  if (baseAmount === 0) return
  const { tx, role } = context
  const most = mostOf(tx, role, act)
  if (most === null || baseAmount <= most) return
  const { baseCurrency: currency } = rules
  const refusal = (code: 'over_limit' | 'over_every_limit', limit: number): Refusal => {
    const shown = (amount: number): string => `${formatAmount(amount, currency)} ${currency}`
    return new Refusal(code, { act: inWords[act], limit: shown(limit), amount: shown(baseAmount) }, path)
  }
  const highest = role === 'supervisor' ? most : mostOf(tx, 'supervisor', act)
  if (highest !== null && baseAmount > highest) throw refusal('over_every_limit', highest)
  refuseUnlessApproved(context, refusal('over_limit', most), { act, currency, most, amount: baseAmount })
}

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

interface WrittenOff {
  readonly documentId: number
  readonly writeOff: number
}

/** What lines write off, each at the rate of its own item, as it is posted. Minor units of the company's currency. */
export const writtenOff = (db: Readable, { baseCurrency }: CompanyRules, lines: readonly WrittenOff[]): number =>
  sum(
    lines.map(({ documentId, writeOff }) => {
      if (writeOff === 0) return 0
      const item = db.get<{ currency: string; rate: ExchangeRate }>(
        'SELECT currency, rate FROM document WHERE id = ?',
        [documentId],
      )
      // One that is not there is refused where it is settled.
      return item === undefined ? 0 : Math.max(1, toBase(writeOff, item.currency, baseCurrency, item.rate))
    }),
  )

const mostOf = (db: Readable, role: Role, act: LimitedAct): number | null => {
  const limit = db.get<{ most: number | null }>('SELECT most FROM role_limit WHERE role = ? AND act = ?', [role, act])
  if (!limit) throw new Error(`no limit is kept for ${role} and ${act}`)
  return limit.most
}
