import type { Proposal } from '../../../src-shared/cash/contract/receipts.ts'
import type { CommandName } from '../../../src-shared/contract.ts'
import { addDays } from '../../../src-shared/domain/dates/calendar.ts'
import { day } from '../../fixtures/entries.ts'
import type { Books } from './books.ts'
import { CURRENCIES } from './customers.ts'
import { half } from './rounding.ts'
import type { Settling } from './core.ts'
import type { CreditUsed } from './receiving.ts'
import { total as sum } from './rounding.ts'
import { balanceOn, FOREVER, type Item } from './item.ts'
import type { Step, StepOf } from './steps.ts'

/** What a step asks of the ledger, and the same of the model. */
export interface Ask {
  readonly name: CommandName
  readonly input: object
  /** The file it reads. */
  readonly file?: string
  readonly modelled: (books: Books) => void
  /** What the ledger proposed: it may not refuse that while the day is open. */
  readonly mustPost?: boolean
}

/** The model, and what its items are in the ledger: ids by the model's index. */
export interface Known {
  readonly books: Books
  readonly documents: readonly number[]
  readonly applications: readonly number[]
  readonly unidentified: readonly number[]
  readonly templates: readonly number[]
  readonly batches: readonly number[]
  /** Their uids. */
  readonly drafts: readonly string[]
  /** Of the company, as its closing date asks for. */
  readonly version: number
  readonly commands: number
  /** Before the numbers that are given by hand, so that two machines never give the same. */
  readonly label: string
  /** What the ledger proposed for the step that is taken, and for which amount. */
  readonly asked: { readonly proposal: Proposal | null; readonly amount: number }
}

const FIRST = day('2025-01-01')
export const dateOf = (index: number) => addDays(FIRST, index)
export const dateOrNull = (index: number | null) => (index === null ? null : dateOf(index))

/** What the template company has, by the order in which it was made. */
export const TAX_CODES = { STD: 2, RED: 3, BOTH: 4 } as const
export const TERMS = { net: 1, early: 5, parts: 8, rest: 9, fifteenth: 10, monthEnd: 11, own: null } as const
export const BANKS: Readonly<Record<string, number | null>> = { '1010': null, '1000': 1 }
export const RATES: Readonly<Record<number, string>> = { 8: '0.8', 10: '1', 15: '1.5' }

export const rateOf = (currency: number, rate: number): number => (currency === 0 ? 10 : rate)
export const rateText = (currency: number, rate: number): string | null =>
  currency === 0 ? null : (RATES[rate] ?? null)

/** As a command names it: null is the customer's own. */
export const currencyText = (named: number | null): string | null =>
  named === null ? null : (CURRENCIES[named] ?? null)
export const said = { reference: '', memo: '' }

/** An index into what there is, wrapped around; null when there is nothing. */
export const wrapped = (length: number, index: number): number | null => (length === 0 ? null : index % length)

export const anItem = ({ books }: Known, index: number): number | null => wrapped(books.state.items.length, index)

/** One that fits, of those there are. */
export const anItemWhere = ({ books }: Known, index: number, fits: (item: Item) => boolean): number | null => {
  const found = books.state.items.flatMap((item, at) => (fits(item) ? [at] : []))
  return found[index % Math.max(1, found.length)] ?? null
}

export const isOpen = (item: Item): boolean => item.state === 'live' && balanceOn(item, FOREVER) !== 0

type Line = StepOf<'apply'>['line'] & Partial<Pick<StepOf<'receipt'>['lines'][number], 'deductions' | 'isDeductedOnly'>>

/** The line with its item; a wild one as it is, others no more than the item bears, and all of it where they ask for that. */
export const settlingOf = (
  { books }: Known,
  line: Line,
  item: number,
  { currency, wild }: { readonly currency: number; readonly wild: boolean },
): Settling => {
  const { all, amount, isDeductedOnly = false } = line
  const deductions: readonly number[] = line.deductions ?? []
  const debit = books.item(item)
  const isAcross = debit.currency !== currency
  const { cross, ...entered } = line
  if (wild) {
    const paid = isDeductedOnly ? 0 : amount
    return { ...entered, item, amount: paid, ...(isAcross && cross !== 9 ? { settles: paid } : {}) }
  }
  let left = balanceOn(debit, FOREVER)
  const upTo = (most: number): number => {
    const taken = Math.max(0, Math.min(most, left))
    left -= taken
    return taken
  }
  const discount = upTo(Math.min(line.discount, books.discountLeft(item)))
  const writeOff = upTo(line.writeOff)
  const kept = deductions.map(upTo).filter((each) => each > 0)
  const settles = isDeductedOnly ? 0 : upTo(all ? left : amount)
  const money =
    isAcross && settles > 0 ? { amount: Math.max(1, half(settles * cross, 10)), settles } : { amount: settles }
  return { item, discount, writeOff, deductions: kept, ...money }
}

/** Whether anything is settled by it at all. */
const isSomething = ({ amount, discount = 0, writeOff = 0, deductions = [] }: Settling): boolean =>
  amount + discount + writeOff + sum(deductions) > 0

export const settlings = (
  known: Known,
  lines: readonly Line[],
  customer: number,
  money: { readonly currency: number; readonly wild: boolean },
): readonly Settling[] => {
  const { wild } = money
  const listed: number[] = []
  return lines.flatMap((line) => {
    const fits = (item: Item): boolean =>
      item.total > 0 && (wild || (known.books.sharePayer(item.customer, customer) && isOpen(item)))
    const index = anItemWhere(known, line.item, fits)
    if (index === null || (!wild && listed.includes(index))) return []
    const settling = settlingOf(known, line, index, money)
    if (!wild && !isSomething(settling)) return []
    listed.push(index)
    return [settling]
  })
}

export const applied = ({ documents }: Known, { item, amount, settles, discount = 0, writeOff = 0 }: Settling) => ({
  documentId: documents[item],
  amount,
  settles: settles ?? null,
  discount,
  writeOff,
  writeOffReason: writeOff > 0 ? 'small' : '',
})

/** Credits of whoever pays, each as much as it has left, together no more than there is to settle. */
export const creditsFor = (
  known: Known,
  picked: readonly number[],
  customer: number,
  {
    most,
    currency,
    wild,
    cross = null,
  }: {
    readonly most: number
    readonly currency: number
    readonly wild: boolean
    /** Tenths of the money's currency for one unit of a credit in another; null leaves those out. */
    readonly cross?: number | null
  },
): readonly CreditUsed[] => {
  let left = most
  const used: CreditUsed[] = []
  for (const index of picked) {
    const fits = (item: Item): boolean =>
      wild ||
      (item.total < 0 &&
        (item.currency === currency || cross !== null) &&
        known.books.sharePayer(item.customer, customer) &&
        isOpen(item))
    const item = anItemWhere(known, index, fits)
    if (item === null || (!wild && used.some((other) => other.item === item))) continue
    const open = Math.abs(balanceOn(known.books.item(item), FOREVER))
    if (cross !== null && known.books.item(item).currency !== currency) {
      const within = Math.min(open, Math.floor((left * 10) / cross))
      const amount = wild ? Math.max(1, open) : within
      const worth = half(amount * cross, 10)
      if (amount <= 0 || worth <= 0) continue
      left -= worth
      used.push({ item, amount, worth })
      continue
    }
    const amount = wild ? Math.max(1, open) : Math.min(open, left)
    left -= amount
    if (amount > 0) used.push({ item, amount })
  }
  return used
}

export const used = ({ documents }: Known, credits: readonly CreditUsed[]) =>
  credits.map(({ item, amount, worth }) => ({ documentId: documents[item], amount, settles: worth ?? null }))

export type Asking = { readonly [Name in Step['do']]: (step: StepOf<Name>, known: Known) => Ask | null }

/** A line as far as so much of its money goes, at its own rate. */
export const upToMoney = (line: Settling, most: number): Settling => {
  const amount = Math.min(line.amount, most)
  if (line.settles === undefined || amount === line.amount) return { ...line, amount }
  return { ...line, amount, settles: Math.max(1, half(line.settles * amount, line.amount)) }
}
