import type { CalendarDate } from '../../../domain/dates/calendar.ts'
import type { MinorUnits } from '../../../domain/amounts/money.ts'
import { discountOn, inSettlementOrder } from '../../../ledger/rules/settlement/open-debit.ts'
import type { OpenDebit } from '../../../ledger/rules/settlement/open-debit.ts'

/** What a payment may settle in one go: an open item, or what of it is due on one day, with the discount that earns. */
export type Payable = {
  readonly item: OpenDebit
  readonly open: MinorUnits
  readonly dueDate: CalendarDate
  /** Instalments it consists of; 0 for an item due on one day. */
  readonly instalments: number
  /** Due by the receipt's date. */
  readonly isDue: boolean
  /** Earned where the item is settled by it; it can be more than the last part. */
  readonly discount: MinorUnits
  readonly isInGrace: boolean
}

/** What a customer owes, as a payment may settle it. In settlement order: the disputed last, else by due date. */
export type Payables = {
  /** Items due on one day and every instalment, each by its own due date. */
  readonly dues: readonly Payable[]
  /** Candidates for an exact amount: items, and of those in instalments only what is due. */
  readonly first: readonly Payable[]
  /** Candidates after those: several due instalments of an item, its next one before its day, and all of it. */
  readonly later: readonly Payable[]
}

type Rules = { readonly receiptDate: CalendarDate; readonly graceDays: number }

export function payablesOf(items: readonly OpenDebit[], rules: Rules): Payables {
  const ordered = inSettlementOrder(items.filter(({ open }) => open > 0))
  const byItem = ordered.map((item) => partsOf(item, rules))
  const first = byItem.flatMap((parts) => {
    const [next] = parts
    if (next === undefined) return []
    if (!isOneOfMore(next)) return parts
    return [
      ...(next.isDue ? [next] : []),
      ...(parts.length > 1 && parts.every(({ isDue }) => isDue) ? [together(parts)] : []),
    ]
  })
  const later = byItem.flatMap((parts) => (parts.some(isOneOfMore) ? laterOf(parts) : []))
  return { dues: inOrder(byItem.flat()), first, later }
}

const isOneOfMore = ({ item, instalments }: Payable): boolean => instalments > 0 && (item.parts ?? []).length > 1

/** An item's open parts that fit whole into what can be settled of it. */
function partsOf(item: OpenDebit, rules: Rules): readonly Payable[] {
  const room = item.room ?? item.open
  const isInParts = item.parts !== undefined && item.parts.length > 1
  const all = isInParts ? (item.parts ?? []) : [{ dueDate: item.dueDate, open: item.open }]
  const discount = discountOn(item, rules.receiptDate, rules)
  const isLate = item.discountUntil !== null && rules.receiptDate > item.discountUntil
  let reached = 0
  return all.flatMap(({ dueDate, open }, index): readonly Payable[] => {
    reached += open
    if (reached > room) return []
    const earned = index === all.length - 1 ? discount : 0
    return [
      {
        item,
        open,
        dueDate,
        instalments: isInParts ? 1 : 0,
        isDue: dueDate <= rules.receiptDate,
        discount: earned,
        isInGrace: earned > 0 && isLate,
      },
    ]
  })
}

function laterOf(parts: readonly Payable[]): readonly Payable[] {
  const due = parts.filter(({ isDue }) => isDue).length
  const severalDue = Array.from({ length: Math.max(0, Math.min(due, parts.length - 1) - 1) }, (_, index) =>
    together(parts.slice(0, index + 2)),
  )
  const next = due === 0 ? parts.slice(0, 1) : []
  return [...severalDue, ...next, ...(parts.length > 1 && due < parts.length ? [together(parts)] : [])]
}

/** The first parts of one item, paid at once. */
const together = (parts: readonly Payable[]): Payable => {
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined) throw new Error('an item has a part')
  const open = parts.reduce((sum, part) => sum + part.open, 0)
  return { ...last, open, dueDate: first.dueDate, instalments: parts.length, isDue: last.isDue }
}

/** By the due dates of the parts; the parts of one item stay in their order. */
const inOrder = (payables: readonly Payable[]): readonly Payable[] =>
  inSettlementOrder(payables.map((payable) => ({ ...payable.item, dueDate: payable.dueDate, payable }))).map(
    ({ payable }) => payable,
  )

/** Of several named items, what a payment is compared with: what is due of those in instalments, else their next one. */
export const expectedOf = (dues: readonly Payable[]): readonly Payable[] => {
  const seen = new Set<number>()
  return dues.filter(({ item, instalments, isDue }) => {
    const isNext = !seen.has(item.itemId)
    seen.add(item.itemId)
    return instalments === 0 || isDue || isNext
  })
}

export const withoutDiscount = (payable: Payable): Payable => ({ ...payable, discount: 0, isInGrace: false })

/** The money that settles them all with the discounts they earn. */
export const needed = (payables: readonly Payable[]): MinorUnits =>
  payables.reduce((sum, { open, discount }) => sum + open - discount, 0)

/** All with the discounts they earn, or all without, whichever comes to the amount; null when neither does. */
export function exactly(amount: MinorUnits, payables: readonly Payable[]): readonly Payable[] | null {
  if (needed(payables) === amount) return payables
  const plain = payables.map(withoutDiscount)
  return needed(plain) === amount ? plain : null
}
