import type { ProposedCharge } from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import type { InputOf } from '../../../src-shared/contract.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { isRateText } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import type { Millionths, MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { defineDraft, draftField, draftPart } from '../../entry/draft-schema.ts'
import type { EntryOf, PartOf } from '../../entry/draft-schema.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { byCurrency } from '../../entry/posting/currency-sums.tsx'
import type { CurrencySum } from '../../entry/posting/currency-sums.tsx'

/** How the last run charged; the next one starts with it. */
const lastUsed = {
  annualRate: draftField.whole,
  fee: draftField.whole,
}

const lastUsedDraft = draftPart(lastUsed)

export const LAST_USED = 'finance-charges'

export const lastUsedIn = (stored: unknown): LastUsed => lastUsedDraft.parse(stored)

export type LastUsed = PartOf<typeof lastUsedDraft>

/** A run of finance charges as it is typed. */
export const runDraft = defineDraft({
  ...lastUsed,
  asOf: draftField.date,
  /** Items settled late from this day on are charged too; null charges open items only. */
  settledSince: draftField.date,
  memo: draftField.text,
  /** Typed for foreign customers, by currency; where none is typed the table's counts. */
  rates: draftField.by(draftField.text),
  /** Customers that are not charged, by id and currency. */
  leftOut: draftField.texts,
})

export type RunEntry = EntryOf<typeof runDraft>

export const blankRun = (commandUid: string, asOf: CalendarDate, last: LastUsed): RunEntry => ({
  ...runDraft.blank(commandUid),
  ...last,
  asOf,
})

export type Rules = {
  asOf: CalendarDate
  annualRate: Millionths
  /** In the company's currency. */
  fee: MinorUnits
  settledSince: CalendarDate | null
  /** Typed in place of the table's; the fee is converted at them. */
  rates: { currency: string; rate: string }[]
}

/** 100 percent. */
const RATE_MOST = 100_000_000

/** What the ledger is asked to propose; null while something is missing. A run may charge the fee alone. */
export function rulesOf(entry: RunEntry): Rules | null {
  const { asOf, settledSince } = entry
  const annualRate = entry.annualRate ?? 0
  const fee = entry.fee ?? 0
  if (asOf === null || annualRate < 0 || annualRate > RATE_MOST || fee < 0 || annualRate + fee === 0) return null
  const rates = Object.entries(entry.rates).flatMap(([currency, typed]) => {
    const rate = exchangeRateOf(typed)
    return rate === null || !isRateText(rate) ? [] : [{ currency, rate }]
  })
  return { asOf, annualRate, fee, settledSince, rates }
}

/** A customer is charged by a document in each currency. */
export const chargeKey = ({ customerId, currency }: Pick<ProposedCharge, 'customerId' | 'currency'>): string =>
  `${customerId} ${currency}`

/** Without a rate of its currency a customer cannot be charged, ticked or not. */
export const isCharged = ({ leftOut }: RunEntry, charge: ProposedCharge): boolean =>
  !charge.lacksRate && !isLeftOut(leftOut, charge)

const isLeftOut = (leftOut: RunEntry['leftOut'], charge: ProposedCharge): boolean =>
  keysOf(charge).some((key) => leftOut.includes(key))

// A draft of an earlier version left out a customer, by its id alone.
const keysOf = (charge: ProposedCharge): readonly string[] => [chargeKey(charge), String(charge.customerId)]

/** The other currencies that customers are billed in. */
export const foreignCurrencies = (charges: readonly ProposedCharge[], baseCurrency: string): readonly string[] =>
  [...new Set(charges.map(({ currency }) => currency))].filter((currency) => currency !== baseCurrency).toSorted()

/** The currencies no rate is known for, and so left out. */
export const lackingRates = (charges: readonly ProposedCharge[]): readonly string[] => [
  ...new Set(charges.filter(({ lacksRate }) => lacksRate).map(({ currency }) => currency)),
]

/** Space: leaves the customer out, or takes it in again. */
export const toggleCharged = (entry: RunEntry, charge: ProposedCharge): RunEntry => ({
  ...entry,
  leftOut: isLeftOut(entry.leftOut, charge)
    ? entry.leftOut.filter((key) => !keysOf(charge).includes(key))
    : [...entry.leftOut, chargeKey(charge)],
})

export const leaveAllOut = (entry: RunEntry, charges: readonly ProposedCharge[]): RunEntry => ({
  ...entry,
  leftOut: charges.map(chargeKey),
})

const MOST = 2000

/**
 * Everything that keeps the run from being posted; the ledger has the last word. `charges` is null while the proposal is not
 * complete.
 */
export function checkRun(entry: RunEntry, charges: readonly ProposedCharge[] | null): FieldErrors {
  const annualRate = entry.annualRate ?? 0
  const fee = entry.fee ?? 0
  const errors: Record<string, string> = {}
  if (entry.asOf === null) errors['asOf'] = 'Enter the last day that is charged.'
  if (annualRate < 0) errors['annualRate'] = 'Enter zero or more.'
  if (annualRate > RATE_MOST) errors['annualRate'] = 'Enter at most 100.'
  if (fee < 0) errors['fee'] = 'Enter zero or more.'
  if (annualRate === 0 && fee === 0) errors['annualRate'] = 'Enter a rate, a late fee, or both.'
  if (Object.keys(errors).length > 0) return errors
  if (charges === null) return { asOf: 'The proposal is not complete yet.' }
  for (const currency of new Set(charges.map((charge) => charge.currency))) {
    const rate = exchangeRateOf(entry.rates[currency] ?? '')
    if (rate !== null && !isRateText(rate)) errors[ratePath(currency)] = 'Enter a number above zero, like 1.0845.'
  }
  const chosen = charges.filter((charge) => isCharged(entry, charge))
  if (chosen.length === 0) {
    errors['asOf'] = charges.length === 0 ? 'Nothing is late as of this day.' : 'Nobody is ticked: Space ticks a row.'
  }
  if (chosen.length > MOST) errors['asOf'] = `${MOST} customers at most in one run: leave some out, and run again.`
  return errors
}

/** Null while the run is not complete; `checkRun` says why. */
export function runInput(
  entry: RunEntry,
  charges: readonly ProposedCharge[],
): (InputOf<'financeCharges.post'> & { readonly commandUid: string }) | null {
  const rules = rulesOf(entry)
  if (rules === null) return null
  const { rates: _, ...asked } = rules
  const { commandUid, draftUid, memo } = entry
  const chosen = charges.filter((charge) => isCharged(entry, charge))
  return {
    commandUid,
    draftUid,
    ...asked,
    memo,
    charges: chosen.map(({ customerId, total, currency }) => ({
      customerId,
      currency,
      total,
      rate: exchangeRateOf(entry.rates[currency] ?? ''),
    })),
  }
}

const headFields = new Set(['asOf', 'annualRate', 'fee', 'settledSince', 'memo'])

/** What is wrong with a rate is said beside that of its currency. */
export const ratePath = (currency: string): string => `rate.${currency}`

export const withRate = (entry: RunEntry, currency: string, rate: string): RunEntry => ({
  ...entry,
  rates: { ...entry.rates, [currency]: rate },
})

/** @param chosen who is charged, in the order in which they are sent */
export function runFieldOf(path: string, chosen: readonly Pick<ProposedCharge, 'currency'>[]): string | null {
  if (headFields.has(path)) return path
  const [, index] = /^charges\.(\d+)\.rate$/.exec(path) ?? []
  const charge = index === undefined ? undefined : chosen[Number(index)]
  return charge === undefined ? null : ratePath(charge.currency)
}

export type RunSum = CurrencySum & { readonly interest: MinorUnits; readonly fee: MinorUnits }

/** What is charged, by currency; the company's own stands first, also while nothing is. */
export function sumsOf(charges: readonly ProposedCharge[], baseCurrency: string): readonly RunSum[] {
  return byCurrency(charges, baseCurrency, (own, currency) => {
    const interest = sum(own.map((charge) => charge.interest))
    const fee = sum(own.map((charge) => charge.fee))
    return { currency, interest, fee, total: sum([interest, fee]) }
  })
}

export const isBlankRun = ({ memo, leftOut }: RunEntry): boolean => memo.trim() === '' && leftOut.length === 0
