import { inProportion, type MinorUnits } from '../../../domain/amounts/money.ts'

/** What settles one debit item. Minor units, zero or more each. */
export type EnteredSettlement = {
  readonly amount: MinorUnits
  /** What the amount settles in the debit's currency, where that is another. */
  readonly settles?: MinorUnits | null
  readonly discount: MinorUnits
  readonly writeOff: MinorUnits
  readonly writeOffReason: string
}

/** A line, or the part of it that one credit settles; `index` is the line's place in what was entered. */
export type SettlementPart<Line extends EnteredSettlement> = { readonly line: Line; readonly index: number }

export type SettlementSplit<Line extends EnteredSettlement> = {
  readonly byMoney: readonly SettlementPart<Line>[]
  /** One list for each credit, in the order of the credits. */
  readonly byCredit: readonly (readonly SettlementPart<Line>[])[]
}

/**
 * Divides what was entered between money received and the credits used with it. The money settles from the top as far as
 * it goes beyond the credits, so that a discount goes with money where it can; the credits settle the rest in their
 * order. Discount and write-off of a line go with whatever settles it first.
 * @param money what was received; 0 when only credits are applied
 * @param credits how much of each credit is used
 */
export function splitSettlements<Line extends EnteredSettlement>(
  lines: readonly Line[],
  money: MinorUnits,
  credits: readonly MinorUnits[],
): SettlementSplit<Line> {
  const total = (amounts: readonly MinorUnits[]): MinorUnits => amounts.reduce((sum, amount) => sum + amount, 0)
  const beyondCredits = Math.max(0, total(lines.map((line) => line.amount)) - total(credits))
  const entered = lines.map((line, index) => ({ line, index }))
  const { taken, rest } = take(entered, beyondCredits, money > 0)
  let unsettled = rest
  const byCredit = credits.map((amount) => {
    const next = take(unsettled, amount, true)
    unsettled = next.rest
    return next.taken
  })
  return settlingInParts(lines, { byMoney: taken, byCredit })
}

type SplitParts<Line extends EnteredSettlement> = {
  readonly taken: readonly SettlementPart<Line>[]
  /** What is left to settle, without what went with the parts taken. */
  readonly rest: readonly SettlementPart<Line>[]
}

function take<Line extends EnteredSettlement>(
  parts: readonly SettlementPart<Line>[],
  amount: MinorUnits,
  settlesWithoutMoney: boolean,
): SplitParts<Line> {
  const taken: SettlementPart<Line>[] = []
  const rest: SettlementPart<Line>[] = []
  let left = amount
  for (const part of parts) {
    const { line, index } = part
    const paid = Math.min(left, line.amount)
    left -= paid
    if (paid === 0 && !(settlesWithoutMoney && line.amount === 0)) {
      rest.push(part)
      continue
    }
    taken.push({ line: { ...line, amount: paid }, index })
    const unpaid = line.amount - paid
    if (unpaid > 0)
      rest.push({
        line: { ...line, amount: unpaid, discount: 0, writeOff: 0, writeOffReason: '' },
        index,
      })
  }
  return { taken, rest }
}

/**
 * Between two currencies what is settled follows the money: each part has the difference of rounded running totals, so that
 * in pieces it comes to the same as at once.
 */
function settlingInParts<Line extends EnteredSettlement>(
  lines: readonly Line[],
  split: SettlementSplit<Line>,
): SettlementSplit<Line> {
  if (lines.every(({ settles }) => settles == null)) return split
  const paidBefore = new Map<number, MinorUnits>()
  const withShare = ({ line, index }: SettlementPart<Line>): SettlementPart<Line> => {
    const { amount = 0, settles } = lines[index] ?? {}
    if (settles == null || amount === 0) return { line, index }
    const before = paidBefore.get(index) ?? 0
    const until = before + line.amount
    paidBefore.set(index, until)
    const share = inProportion(settles, until, amount) - inProportion(settles, before, amount)
    return { line: { ...line, settles: share }, index }
  }
  const byMoney = split.byMoney.map(withShare)
  return { byMoney, byCredit: split.byCredit.map((parts) => parts.map(withShare)) }
}
