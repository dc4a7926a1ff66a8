/**
 * The receivables book as simply as it can be said: a list of items, each with its dated movements. It shares no code
 * with the ledger. Days are small integers; amounts are minor units, signed as they move the receivable.
 */
export interface ModelItem {
  readonly customer: number
  readonly day: number
  readonly dueDay: number
  readonly total: number
  /** Set on a void and on what it voided. */
  settledByVoid: boolean
  readonly movements: { readonly day: number; readonly amount: number }[]
}

export interface ModelApplication {
  readonly credit: ModelItem
  readonly debit: ModelItem
  readonly day: number
  readonly amount: number
  state: 'live' | 'undone' | 'of a void'
}

const FOREVER = 1_000_000

export const balanceOn = (item: ModelItem, day: number): number =>
  item.movements.filter((movement) => movement.day <= day).reduce((sum, movement) => sum + movement.amount, 0)

/** Whether every day's balance stays between nothing and the whole. */
const staysWithin = (item: ModelItem): boolean =>
  [...item.movements.map((movement) => movement.day), FOREVER].every((day) => {
    const balance = balanceOn(item, day)
    return item.total >= 0 ? balance >= 0 && balance <= item.total : balance <= 0 && balance >= item.total
  })

export class BookModel {
  readonly items: ModelItem[] = []
  readonly applications: ModelApplication[] = []

  post(customer: number, day: number, dueDay: number, total: number): ModelItem {
    const item: ModelItem = { customer, day, dueDay, total, settledByVoid: false, movements: [{ day, amount: total }] }
    this.items.push(item)
    return item
  }

  /** Applies when it may; says whether it did. */
  apply(credit: ModelItem, debit: ModelItem, amount: number, enteredDay: number | null): boolean {
    const earliest = Math.max(credit.day, debit.day)
    const day = enteredDay ?? earliest
    if (amount <= 0 || day < earliest || credit.customer !== debit.customer || credit.total >= 0 || debit.total <= 0)
      return false
    credit.movements.push({ day, amount })
    debit.movements.push({ day, amount: -amount })
    if (staysWithin(credit) && staysWithin(debit)) {
      this.applications.push({ credit, debit, day, amount, state: 'live' })
      return true
    }
    credit.movements.pop()
    debit.movements.pop()
    return false
  }

  unapply(application: ModelApplication, enteredDay: number | null): boolean {
    const day = enteredDay ?? application.day
    if (application.state !== 'live' || day < application.day) return false
    application.state = 'undone'
    application.credit.movements.push({ day, amount: -application.amount })
    application.debit.movements.push({ day, amount: application.amount })
    return true
  }

  void(item: ModelItem, day: number): boolean {
    if (item.settledByVoid || day < Math.max(...item.movements.map((movement) => movement.day))) return false
    for (const application of this.applications) {
      if (application.state === 'live' && (application.credit === item || application.debit === item))
        this.unapply(application, day)
    }
    const reversal = this.post(item.customer, day, day, -item.total)
    item.movements.push({ day, amount: -item.total })
    reversal.movements.push({ day, amount: item.total })
    item.settledByVoid = true
    reversal.settledByVoid = true
    const [credit, debit] = item.total < 0 ? [item, reversal] : [reversal, item]
    this.applications.push({ credit, debit, day, amount: Math.abs(item.total), state: 'of a void' })
    return true
  }
}
