import { inProportion, type MinorUnits } from '../../../domain/amounts/money.ts'
import { splitSettlements, type EnteredSettlement, type SettlementPart } from './settlement-split.ts'

/** A line and the currency of its item; `amount` is in the currency of what is paid, `settles` in the item's. */
export type LineInCurrency = EnteredSettlement & { readonly currency: string }

/** A credit used: `amount` in its own currency, `worth` what that counts in the currency of what is paid. */
export type CreditInCurrency = {
  readonly currency: string
  readonly amount: MinorUnits
  readonly worth: MinorUnits
}

export type SplitAcross<Line extends LineInCurrency> = {
  readonly byMoney: readonly SettlementPart<Line>[]
  /** One list for each credit, in the order of the credits; amounts in the credit's own currency. */
  readonly byCredit: readonly (readonly SettlementPart<Line>[])[]
  /** What money is to settle: below zero when the credits are worth more than what is left to settle. */
  readonly needed: MinorUnits
  /** What is between two currencies: what is left of the lines, and of each credit, once a credit settled items of its own. */
  readonly rest: readonly Line[]
  readonly restOfCredits: readonly CreditInCurrency[]
}

/**
 * Divides what was entered between money received and credits, of which some may be in other currencies. Such a credit first
 * settles items in its own currency, one for one: there no rate comes between them, whatever was entered. The rest is divided
 * as within one currency, by what each credit counts; its own amount follows in the differences of rounded running totals.
 * What is left of a credit and counts less than half a minor unit settles nothing: it stays on the credit.
 * @param money what was received; 0 when only credits are applied
 * @param currency of what is paid
 */
export function splitAcross<Line extends LineInCurrency>(
  lines: readonly Line[],
  money: MinorUnits,
  credits: readonly CreditInCurrency[],
  currency: string,
): SplitAcross<Line> {
  const lefts: Line[] = [...lines]
  const lineTotals = lines.map(({ amount, settles }) => ({ amount, settles: settles ?? amount }))
  const creditLefts: CreditInCurrency[] = [...credits]
  const pairs: SettlementPart<Line>[][] = credits.map(() => [])
  for (const [which, credit] of credits.entries()) {
    if (credit.currency === currency) continue
    for (const [index, total] of lineTotals.entries()) {
      const [line, left] = [lefts[index], creditLefts[which]]
      if (line === undefined || left === undefined || line.currency !== credit.currency) continue
      const settles = Math.min(left.amount, line.settles ?? 0)
      if (settles <= 0) continue
      pairs[which]?.push({ index, line: { ...line, amount: settles, settles: null } })
      const settlesLeft = (line.settles ?? 0) - settles
      lefts[index] = {
        ...line,
        amount: inProportion(total.amount, settlesLeft, total.settles),
        settles: settlesLeft,
        ...NOTHING_GIVEN,
      }
      const amount = left.amount - settles
      creditLefts[which] = { ...left, amount, worth: inProportion(credit.worth, amount, credit.amount) }
    }
  }
  const places = lefts.flatMap((line, index) => (isSettledByPairs(line, lines[index]) ? [] : [index]))
  const rest = places.flatMap((index) => lefts[index] ?? [])
  const split = splitSettlements(
    rest,
    money,
    creditLefts.map(({ worth }) => worth),
  )
  const placed = ({ line, index }: SettlementPart<Line>): SettlementPart<Line> => ({
    line,
    index: places[index] ?? index,
  })
  return {
    byMoney: split.byMoney.map(placed),
    byCredit: split.byCredit.map((parts, which) => {
      const left = creditLefts[which]
      const own = left === undefined || left.currency === currency ? parts : inOwnCurrency(parts, left, currency)
      return [...(pairs[which] ?? []), ...own.map(placed)]
    }),
    needed: total(rest.map(({ amount }) => amount)) - total(creditLefts.map(({ worth }) => worth)),
    rest,
    restOfCredits: creditLefts,
  }
}

/** Discount and write-off of a line go with the first that settles it. */
const NOTHING_GIVEN = { discount: 0, writeOff: 0, writeOffReason: '' } as const

const isSettledByPairs = (left: EnteredSettlement, entered: EnteredSettlement | undefined): boolean =>
  left !== entered && (left.settles ?? 0) === 0

/** What each part takes of the credit in its own currency; what that settles is in the item's. */
function inOwnCurrency<Line extends LineInCurrency>(
  parts: readonly SettlementPart<Line>[],
  credit: CreditInCurrency,
  currency: string,
): readonly SettlementPart<Line>[] {
  let before = 0
  return parts.map(({ line, index }) => {
    const until = before + line.amount
    const share = (worth: MinorUnits): MinorUnits =>
      credit.worth === 0 ? 0 : inProportion(credit.amount, worth, credit.worth)
    const amount = share(until) - share(before)
    before = until
    return { index, line: { ...line, amount, settles: line.currency === currency ? line.amount : (line.settles ?? 0) } }
  })
}

const total = (amounts: readonly MinorUnits[]): MinorUnits => amounts.reduce((sum, amount) => sum + amount, 0)
