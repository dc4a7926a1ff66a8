import type { Gift, Taken } from './giving.ts'
import type { By } from './policies.ts'

/** What a model of the books is made of: plain data. Days are small integers, amounts minor units, debit positive. */
export type Kind = 'invoice' | 'credit_note' | 'debit_note' | 'finance_charge' | 'receipt' | 'refund' | 'adjustment'
export type Tax = 'STD' | 'RED'
/** BOTH charges the one, and the other on it as well. */
export type TaxCode = Tax | 'BOTH'

export interface Movement {
  readonly day: number
  readonly amount: number
  readonly base: number
}

export interface Entry {
  readonly account: string
  readonly base: number
  /** In the item's own currency, where it matters what the account is left with. */
  readonly amount?: number
}

export interface Item {
  readonly kind: Kind
  readonly customer: number
  /** The company's own is 0. */
  readonly currency: number
  readonly day: number
  /** What falls due when, in due order. */
  readonly parts: readonly { readonly due: number; readonly amount: number }[]
  readonly total: number
  /** Tenths of the base currency for one unit. */
  readonly rate: number
  readonly base: number
  /** What its own posting enters besides the receivable. */
  readonly own: readonly Entry[]
  readonly taxes: readonly { readonly code: Tax; readonly base: number; readonly tax: number }[]
  /** The early payment discount it offers. */
  readonly offer: number
  /** The last day on which it is earned. */
  readonly offerUntil: number
  /** Where the money of a receipt lies. */
  readonly bank: string
  /** Net of each line, its tax and whether it earns the discount; none on documents without lines. */
  readonly lines: readonly { readonly net: number; readonly code: TaxCode | null; readonly earns: boolean }[]
  /** What its lines that earn the discount come to with their taxes; null when all of them do. */
  readonly earning: number | null
  /** What credit notes took back of each line: millionths and minor units. */
  readonly credited: { quantity: number; net: number }[]
  /** And of each tax: its base and itself, before gifts. */
  readonly creditedTaxes: { base: number; tax: number }[]
  readonly credits: {
    readonly invoice: number
    readonly lines: readonly { readonly line: number; readonly quantity: number; readonly net: number }[]
    readonly bases: readonly number[]
    /** Of what earns the discount. */
    readonly earning: number
    readonly taken: Taken
  } | null
  /** How often something was given away on it, or that undone. */
  giftChanges: number
  /** Line by line, so that it can be entered again. */
  readonly isEntered: boolean
  /** The batch it belongs to. */
  readonly batch: number | null
  /** Disputed or held. */
  isHeld: boolean
  /** What it is the void of. */
  readonly reverses: number | null
  discountTaken: number
  state: 'live' | 'voided' | 'void'
  readonly movements: Movement[]
}

export interface Application {
  readonly credit: number
  readonly debit: number
  readonly day: number
  readonly discount: number
  readonly gifts: readonly Gift[]
  readonly creditMove: Omit<Movement, 'day'>
  readonly debitMove: Omit<Movement, 'day'>
  readonly others: readonly Entry[]
  readonly writeOff: number
  readonly by: By
  /** What was given away, by account. */
  readonly given: readonly Entry[]
  state: 'live' | 'undone' | 'of a void'
  undoneOn: number | null
}

export interface Unidentified {
  readonly customerless: true
  readonly currency: number
  readonly amount: number
  readonly rate: number
  readonly base: number
  readonly bank: string
  readonly batch: number | null
  readonly receivedOn: number
  since: number
  /** What it became on a day: an item, or money sent back. */
  readonly ends: { readonly on: number; readonly item: number | null }[]
  /** The item it became; 'returned' when it was sent back; null while it waits. */
  ended: number | 'returned' | null
}

export const FOREVER = 1_000_000
export const MILLION = 1_000_000

export const balanceOn = ({ movements }: Pick<Item, 'movements'>, day: number): number =>
  movements.reduce((sum, movement) => (movement.day <= day ? sum + movement.amount : sum), 0)

export const baseLeft = ({ movements }: Item): number => movements.reduce((sum, { base }) => sum + base, 0)

/** A revaluation moves nothing of the item itself. */
export const lastDay = ({ movements, day }: Item): number =>
  Math.max(day, ...movements.filter(({ amount }) => amount !== 0).map((movement) => movement.day))

/** Whether every day's balance stays between nothing and the whole, one more movement included. */
export const staysWithin = (item: Item, day: number, amount: number): boolean => {
  const movements = [...item.movements, { day, amount, base: 0 }]
  return movements.every((turn) => {
    const balance = balanceOn({ movements }, turn.day)
    return item.total >= 0 ? balance >= 0 && balance <= item.total : balance <= 0 && balance >= item.total
  })
}

/** What each part still has open on a day: settlements cover the earliest due first. */
export const openParts = (item: Item, day: number): readonly { readonly due: number; readonly open: number }[] => {
  let settled = item.total - balanceOn(item, day)
  return item.parts.map(({ due, amount }) => {
    const covered = Math.min(settled, amount)
    settled -= covered
    return { due, open: amount - covered }
  })
}
