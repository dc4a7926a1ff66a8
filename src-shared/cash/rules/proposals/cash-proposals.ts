import { toNearest } from '../../../domain/amounts/cash-rounding.ts'
import type { MinorUnits } from '../../../domain/amounts/money.ts'
import { sum } from '../../../domain/amounts/money.ts'
import type { OpenDebit } from '../../../ledger/rules/settlement/open-debit.ts'
import { inSettlementOrder } from '../../../ledger/rules/settlement/open-debit.ts'
import { proposals } from './proposals.ts'
import type { Proposal, ProposalInput } from './proposals.ts'

/** Amounts tried; a customer rarely owes more that the same coins pay. */
const TRIED_MOST = 8

/**
 * Every way to apply cash, best first: where the smallest coin is the reason that it is no exact amount, what it settles in
 * full comes before a part of it and before a write-off. 10.00 settles 10.02 where the step is 0.05.
 * @param step the smallest coin, in minor units
 */
export function cashProposals(input: ProposalInput, step: MinorUnits): readonly Proposal[] {
  const usual = proposals(input)
  const [first] = usual
  if (input.receiptAmount % step !== 0) return usual
  const inFull = duesOf(input)
    .filter((due) => due !== input.receiptAmount && toNearest(due, step) === input.receiptAmount)
    .slice(0, TRIED_MOST)
    .flatMap((due) => proposals({ ...input, receiptAmount: due, credits: [], tolerance: { percent: 0, most: 0 } }))
    .filter((proposal) => settlesInFull(proposal, input.items))
    .map((proposal) => ({ ...proposal, text: `${proposal.text.replace(/\.$/, '')}, rounded to the smallest coin.` }))
  const distinct = inFull.filter(
    ({ lines }, index) => inFull.findIndex((other) => sameLines(other.lines, lines)) === index,
  )
  return first !== undefined && settlesInFull(first, input.items)
    ? [first, ...distinct, ...usual.slice(1)]
    : [...distinct, ...usual]
}

/** What each item, and the oldest together, take to be settled; with an early payment discount and without. */
function duesOf({ items }: ProposalInput): readonly MinorUnits[] {
  const dues = new Set<MinorUnits>()
  let [whole, discounted] = [0, 0]
  for (const { open, discount } of inSettlementOrder(items)) {
    whole = sum([whole, open])
    discounted = sum([discounted, open, 0 - discount])
    for (const due of [open, open - discount, whole, discounted]) dues.add(due)
  }
  return [...dues]
}

const settlesInFull = ({ lines, credits }: Proposal, items: readonly OpenDebit[]): boolean =>
  credits.length === 0 &&
  lines.length > 0 &&
  lines.every(({ itemId, payment, discount, writeOff }) => {
    const item = items.find((candidate) => candidate.itemId === itemId)
    return writeOff === 0 && item !== undefined && payment + discount === item.open
  })

const sameLines = (a: Proposal['lines'], b: Proposal['lines']): boolean => JSON.stringify(a) === JSON.stringify(b)
