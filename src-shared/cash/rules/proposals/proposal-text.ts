import type { CalendarDate } from '../../../domain/dates/calendar.ts'
import { formatDate } from '../../../domain/dates/date-text.ts'
import { formatAmount } from '../../../domain/amounts/money.ts'
import type { AmountStyle, MinorUnits } from '../../../domain/amounts/money.ts'

/** Why an application is proposed. Amounts are minor units of the receipt's currency. */
export type ProposalReason =
  | ({ readonly kind: 'exact_item'; readonly number: string; readonly part: ProposalPart | null } & Discounted)
  | {
      readonly kind: 'named_in_remittance'
      readonly numbers: readonly string[]
      /** What the receipt lacks to settle all that is named. */
      readonly short: MinorUnits
      readonly unapplied: MinorUnits
      /** Within tolerance, on the last of them. */
      readonly writeOff: MinorUnits
    }
  | {
      readonly kind: 'oldest_add_up'
      readonly count: number
      /** Some of them are instalments. */
      readonly inParts: boolean
      /** These are all the open items there are. */
      readonly all: boolean
      readonly discounts: MinorUnits
      /** Only the last of them earns a discount. */
      readonly onlyLast: boolean
    }
  | {
      readonly kind: 'less_credits'
      readonly count: number
      readonly inParts: boolean
      readonly numbers: readonly string[]
      readonly credits: MinorUnits
    }
  | {
      readonly kind: 'oldest_first'
      /** Items due on one day, and instalments. */
      readonly settled: number
      readonly instalments: number
      readonly inPart: { readonly number: string; readonly payment: MinorUnits } | null
      readonly unapplied: MinorUnits
      /** Within tolerance, on the last of them. */
      readonly writeOff: MinorUnits
    }
  | {
      /** One item but for a difference within tolerance. */
      readonly kind: 'near_item'
      readonly number: string
      readonly part: ProposalPart | null
      readonly discount: MinorUnits
      readonly isInGrace: boolean
      readonly writeOff: MinorUnits
    }
  | {
      /** A few items, whichever they are, that come to the amount. */
      readonly kind: 'some_add_up'
      readonly numbers: readonly string[]
      readonly discounts: MinorUnits
    }
  | {
      /** One item less a discount that has ended, which is not given unless the clerk allows it. */
      readonly kind: 'late_discount'
      readonly number: string
      readonly discount: MinorUnits
      /** The last day on which it was earned. */
      readonly until: CalendarDate
    }
  | { readonly kind: 'nothing_to_apply' }

/** The first so many instalments of an item that are open. */
export type ProposalPart = {
  readonly instalments: number
  /** Of the first of them. */
  readonly dueDate: CalendarDate
  readonly isDue: boolean
}

type Discounted = {
  readonly discount: MinorUnits
  /** Its discount date is past; only the days of grace, which the clerk may decline, still give it. */
  readonly isInGrace: boolean
}

const NUMBERS_SHOWN_MAX = 5

/** One sentence for the clerk. */
export function describeProposal(reason: ProposalReason, currency: string, style?: AmountStyle): string {
  const money = (amount: MinorUnits): string => formatAmount(amount, currency, style)
  switch (reason.kind) {
    case 'exact_item':
      return `Exactly ${amountOf(reason)}${describeDiscount(reason, money)}.`
    case 'near_item':
      return `${capital(amountOf(reason))}${describeDiscount(reason, money)}${describeWriteOff(reason, money)}.`
    case 'named_in_remittance':
      return `Named in the remittance: ${listed(reason.numbers)}${describeRest(reason, money)}.`
    case 'oldest_add_up':
      return describeOldest(reason, money)
    case 'less_credits':
      return `${items(reason, 'oldest ')} less ${listed(reason.numbers)} (${money(reason.credits)}) ${addUp(reason.count)} exactly.`
    case 'oldest_first':
      return describeOldestFirst(reason, money)
    case 'some_add_up':
      return `${listed(reason.numbers)}${reason.discounts === 0 ? '' : ` less discounts of ${money(reason.discounts)}`} add up exactly.`
    case 'late_discount':
      return `The amount of ${reason.number} less its discount of ${money(reason.discount)}, which ended on ${formatDate(reason.until, 'text')}. Ctrl+W on its row allows it all the same.`
    case 'nothing_to_apply':
      return 'Nothing to apply: enter an amount for a customer with open items.'
  }
}

type Write = (amount: MinorUnits) => string

const describeDiscount = ({ discount, isInGrace }: Discounted, money: Write): string => {
  if (discount === 0) return ''
  return ` less its discount of ${money(discount)}${isInGrace ? ', late but within its days of grace' : ''}`
}

const describeWriteOff = ({ writeOff }: { readonly writeOff: MinorUnits }, money: Write): string =>
  writeOff === 0 ? '' : ` with ${money(writeOff)} written off within tolerance`

type Rest = { readonly short: MinorUnits; readonly unapplied: MinorUnits; readonly writeOff: MinorUnits }

function describeRest(rest: Rest, money: Write): string {
  const { short, unapplied, writeOff } = rest
  if (writeOff > 0) return describeWriteOff(rest, money)
  if (short > 0) return `; ${money(short)} short`
  return unapplied > 0 ? `; ${money(unapplied)} stays unapplied` : ''
}

function describeOldest(reason: Extract<ProposalReason, { kind: 'oldest_add_up' }>, money: Write): string {
  const which = reason.all ? `All ${reason.count} open ${noun(reason)}s` : items(reason, 'oldest ')
  if (reason.discounts === 0) return `${which} add up exactly.`
  if (reason.onlyLast) return `${which}, the last less its discount of ${money(reason.discounts)}, add up exactly.`
  return `${which} less discounts of ${money(reason.discounts)} add up exactly.`
}

function describeOldestFirst(reason: Extract<ProposalReason, { kind: 'oldest_first' }>, money: Write): string {
  const whole = [counted(reason.settled, 'item'), counted(reason.instalments, 'instalment')].filter(
    (text) => text !== '',
  )
  const settles = whole.length === 0 ? [] : [`settles ${whole.join(' and ')}`]
  const inPart = reason.inPart === null ? [] : [`${money(reason.inPart.payment)} towards ${reason.inPart.number}`]
  const unapplied = reason.unapplied === 0 ? [] : [`${money(reason.unapplied)} stays unapplied`]
  return `Oldest first: ${[...settles, ...inPart, ...unapplied].join(', ')}${describeWriteOff(reason, money)}.`
}

type Counted = { readonly count: number; readonly inParts: boolean }

const noun = ({ inParts }: Counted): string => (inParts ? 'amount' : 'item')

const items = (of: Counted, which: string): string =>
  of.count === 1 ? `The ${which}open ${noun(of)}` : `The ${of.count} ${which}open ${noun(of)}s`

const counted = (count: number, one: string): string => (count === 0 ? '' : `${count} ${one}${count === 1 ? '' : 's'}`)

function amountOf({ number, part }: { readonly number: string; readonly part: ProposalPart | null }): string {
  if (part === null) return `the amount of ${number}`
  const { instalments, isDue } = part
  const on = formatDate(part.dueDate, 'text')
  if (instalments > 1) return `the amount of ${instalments} instalments of ${number}, due from ${on}`
  return `the amount of ${isDue ? 'the' : 'the next'} instalment of ${number}, due ${on}`
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const addUp = (count: number): string => (count === 1 ? 'comes out' : 'add up')

function listed(numbers: readonly string[]): string {
  const shown = numbers.slice(0, NUMBERS_SHOWN_MAX).join(', ')
  const more = numbers.length - NUMBERS_SHOWN_MAX
  return more > 0 ? `${shown} and ${more} more` : shown
}
