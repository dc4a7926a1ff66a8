import type { Rule } from './steps.ts'

/** A whole multiple of the coin: the one nearer, the larger of two as near. */
export const inCoins = (amount: number, coin: number): number => Math.floor(amount / coin + 0.5) * coin

export interface Item {
  readonly kind: 'invoice' | 'receipt' | 'credit_note' | 'refund'
  readonly id: number
  readonly total: number
  readonly isForeign: boolean
  /** What its posting moved besides the receivable: cash, roundings, sales. */
  readonly moved: Readonly<Record<string, number>>
  /** What is left to settle after each instalment. */
  readonly ends: readonly number[]
  readonly lines: readonly number[]
  /** What it settles of which. */
  readonly settles: readonly { readonly item: number; readonly amount: number }[]
  credited: boolean[]
  state: 'live' | 'void'
}

export class Till {
  readonly items: Item[] = []
  readonly rule: Rule

  constructor(rule: Rule) {
    this.rule = rule
  }

  isLive(index: number): boolean {
    return this.items[index]?.state === 'live'
  }

  open(index: number): number {
    const item = this.items[index]
    if (!item || item.state === 'void') return 0
    const settled = this.items.flatMap((other) =>
      other.state === 'live' ? other.settles.filter((each) => each.item === index).map(({ amount }) => amount) : [],
    )
    const own = item.settles.reduce((sum, { amount }) => sum + amount, 0)
    return item.total - Math.sign(item.total) * (settled.reduce((sum, amount) => sum + amount, 0) + own)
  }

  /** What a total becomes. */
  billed(net: number, isForeign: boolean): number {
    const { cashRounding, cashRoundingStep: coin } = this.rule
    return cashRounding === 'document' && !isForeign ? inCoins(net, coin) : net
  }

  /** Coins explain a difference only of all that is paid together, each item settled to an end. */
  mayRound(settled: number, rounding: number, isCash: boolean, ends: boolean): boolean {
    if (rounding === 0) return true
    const { cashRounding, cashRoundingStep: coin } = this.rule
    return cashRounding === 'cash' && isCash && ends && settled + rounding === inCoins(settled, coin)
  }

  /** What a credit note for one line comes to: with those before it what coins make of all that was credited. */
  creditOf(index: number, place: number): number {
    const { lines = [], credited = [], total = 0, isForeign = false } = this.items[index] ?? {}
    const now = lines[place] ?? 0
    const reached = lines.reduce((sum, net, at) => (credited[at] || at === place ? sum + net : sum), 0)
    const isAll = credited.every((isCredited, at) => isCredited || at === place)
    const rounded = isAll ? total : this.billed(reached, isForeign)
    const whole = rounded - creditedOf(this, index)
    // Where that would pass what was billed, the piece is credited as it was.
    return whole >= 0 && rounded <= total ? whole : now
  }

  accounts(): Record<string, number> {
    const totals: Record<string, number> = {}
    for (const { state, moved } of this.items) {
      if (state === 'void') continue
      for (const [account, amount] of Object.entries(moved)) totals[account] = (totals[account] ?? 0) + amount
    }
    return Object.fromEntries(Object.entries(totals).filter(([, amount]) => amount !== 0))
  }
}

export const picked = (till: Till, which: number, fits: (item: Item, index: number) => boolean): number | null => {
  const fitting = till.items.flatMap((item, index) => (fits(item, index) ? [index] : []))
  return fitting[which % Math.max(1, fitting.length)] ?? null
}

export const creditedOf = (till: Till, index: number): number =>
  till.items.reduce(
    (sum, { kind, state, settles }) =>
      kind === 'credit_note' && state === 'live' && settles[0]?.item === index ? sum + settles[0].amount : sum,
    0,
  )
