import { applicationMemo } from '../documents/generated-memo.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { effectiveDateOf } from '../../../../src-shared/ledger/rules/settlement/application.ts'
import { compareDates, type CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { formatAmount, sum } from '../../../../src-shared/domain/amounts/money.ts'
import {
  splitAcross,
  type CreditInCurrency,
  type SplitAcross,
} from '../../../../src-shared/ledger/rules/settlement/credits-across.ts'
import type { SettlementPart } from '../../../../src-shared/ledger/rules/settlement/settlement-split.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import { sharesPayer } from '../payer.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import type { SettlingLine } from './credit-application.ts'
import { isAcross, settleAcross } from './cross-settlement.ts'
import { loadItem, type Item } from '../documents/item.ts'
import { assertOpenPeriod } from '../documents/open-period.ts'
import { beginPosting } from '../documents/posting.ts'
import type { CreditWorth } from '../limits/rate-limit.ts'
import { assertSettlement, settle } from './settlement.ts'

/** How much of which credit is used up, in its own currency. Minor units, positive. */
export interface CreditToUse {
  readonly documentId: number
  readonly amount: number
  /** What that counts in the currency of what is paid, where that is another one. */
  readonly settles: number | null
}

/** Refuses credits that are none, are named twice, have less left, are another payer's, or do not say what they count. */
export const assertCreditsUsable = (
  db: Readable,
  customerId: number,
  credits: readonly CreditToUse[],
  expected: string,
): readonly Item[] =>
  credits.map(({ documentId, amount, settles }, index) => {
    const credit = loadItem(db, documentId, `credits.${index}.documentId`)
    const { number, open, currency } = credit
    const refuse = (code: 'not_a_credit' | 'applied_twice' | 'different_customer'): never => {
      throw new Refusal(code, { number }, `credits.${index}.documentId`)
    }
    if (credit.total >= 0) return refuse('not_a_credit')
    if (credits.findIndex((other) => other.documentId === documentId) !== index) return refuse('applied_twice')
    if (!sharesPayer(db, customerId, credit.customerId)) return refuse('different_customer')
    const path = `credits.${index}.settles`
    if (currency !== expected && (settles ?? 0) === 0)
      throw new Refusal('settles_missing', { number, currency, money: expected }, path)
    if (currency === expected && settles !== null && settles !== amount)
      throw new Refusal('settles_differs', { number, currency }, path)
    if (amount > -open) {
      const shown = { available: formatAmount(0 - open, currency), applied: formatAmount(amount, currency) }
      throw new Refusal('exceeds_credit', shown, `credits.${index}.amount`)
    }
    return credit
  })

/** Divides lines between money received and the credits used with it, each of which may be in another currency. */
export const divideOverCredits = <Line extends SettlingLine>(
  db: Readable,
  lines: readonly Line[],
  money: number,
  currency: string,
  credits: readonly CreditToUse[],
  items: readonly Item[],
): SplitAcross<Line & { readonly currency: string }> => {
  const currencies = items.map((item) => item.currency)
  const hasOthers = currencies.some((of) => of !== currency)
  const entered = lines.map((line, index) => ({
    ...line,
    // Only a credit in another currency asks in which an item is.
    currency: hasOthers ? loadItem(db, line.documentId, `applications.${index}.documentId`).currency : currency,
  }))
  const used = credits.map(({ amount, settles }, index) => ({
    currency: currencies[index] ?? currency,
    amount,
    worth: settles ?? amount,
  }))
  return splitAcross(entered, money, used, currency)
}

/** Refuses credits that are worth more than there is to settle. */
export const assertCreditsSettle = (
  {
    needed,
    rest,
    restOfCredits,
  }: Pick<SplitAcross<SettlingLine & { currency: string }>, 'needed' | 'rest' | 'restOfCredits'>,
  currency: string,
): void => {
  if (needed >= 0) return
  const used = formatAmount(sum(restOfCredits.map(({ worth }) => worth)), currency)
  const settled = formatAmount(sum(rest.map(({ amount }) => amount)), currency)
  throw new Refusal('credits_unused', { used, settled }, `credits.${restOfCredits.length - 1}.amount`)
}

/** What is left of each credit in another currency counts in that of what is paid. */
export const worthOfCredits = (
  items: readonly Item[],
  { restOfCredits }: { readonly restOfCredits: readonly CreditInCurrency[] },
): readonly CreditWorth[] =>
  items.flatMap(({ currency, rate }, index) => {
    const left = restOfCredits[index]
    return left === undefined ? [] : [{ currency, rate, amount: left.amount, worth: left.worth }]
  })

interface DatedPart {
  readonly part: SettlementPart<SettlingLine>
  readonly date: CalendarDate
  /** Its item is in another currency than the credit. */
  readonly isAcross: boolean
}

/**
 * Applies a credit's parts, each on the latest of both documents' dates and the day entered, in one posting a day; those
 * to items of another currency in a posting of either.
 * Returns the applications' ids.
 */
export const applyCreditParts = (
  context: CommandContext,
  rules: CompanyRules,
  credit: Item,
  parts: readonly SettlementPart<SettlingLine>[],
  entered: CalendarDate | null,
): readonly number[] => {
  const { tx } = context
  const dated = parts.map((part): DatedPart => {
    const debit = loadItem(tx, part.line.documentId, `applications.${part.index}.documentId`)
    const earliest = effectiveDateOf(credit.documentDate, debit.documentDate)
    return { part, date: effectiveDateOf(earliest, earliest, entered), isAcross: isAcross(credit, debit) }
  })
  const days = [...new Set(dated.map(({ date }) => date))].toSorted(compareDates)
  return days.flatMap((date) => {
    assertOpenPeriod(date, rules.closingDate, 'date')
    const onDay = dated.filter((other) => other.date === date)
    const within = onDay.filter(({ isAcross: across }) => !across)
    const ids = within.length === 0 ? [] : applyWithin(context, rules, credit, within, date)
    const acrossIds = onDay
      .filter(({ isAcross: across }) => across)
      .map(({ part }) => {
        const { now, debit } = decided(context, credit, part, date)
        return settleAcross(context, date, rules, now, debit, part.line)
      })
    return [...ids, ...acrossIds]
  })
}

const applyWithin = (
  context: CommandContext,
  rules: CompanyRules,
  credit: Item,
  parts: readonly DatedPart[],
  date: CalendarDate,
): readonly number[] => {
  const posting = beginPosting(context, date, credit.currency, applicationMemo(credit))
  const ids = parts.map(({ part }) => {
    const { now, debit } = decided(context, credit, part, date)
    return settle(context, posting, rules, now, debit, part.line)
  })
  posting.seal()
  return ids
}

/** Both sides as they stand now; refused where they cannot be applied. */
const decided = (
  { tx }: CommandContext,
  credit: Item,
  { line, index }: SettlementPart<SettlingLine>,
  date: CalendarDate,
): { readonly now: Item; readonly debit: Item } => {
  const path = `applications.${index}`
  const now = loadItem(tx, credit.id, '')
  const debit = loadItem(tx, line.documentId, `${path}.documentId`)
  assertSettlement(tx, now, debit, line, date, { line: path })
  return { now, debit }
}

/** Refuses a debit item listed twice. */
export const assertListedOnce = (db: Readable, lines: readonly SettlingLine[]): void => {
  for (const [index, { documentId }] of lines.entries()) {
    if (lines.findIndex((other) => other.documentId === documentId) === index) continue
    const path = `applications.${index}.documentId`
    throw new Refusal('applied_twice', { number: loadItem(db, documentId, path).number }, path)
  }
}
