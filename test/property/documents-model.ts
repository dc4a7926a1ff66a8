import { balanceOn, BookModel, type ModelApplication, type ModelItem } from './book-model.ts'

const TODAY = 1_000_000
const WHOLE = 1_000_000

/** Credit notes, refunds, adjustments and returned payments, said over the simple book. */
export class DocumentsModel {
  readonly book = new BookModel()
  readonly receipts = new Set<ModelItem>()
  /** Invoices of one line with a quantity of one, and what was taken back of each: millionths and minor units. */
  readonly invoices = new Map<ModelItem, { quantity: number; net: number; notes: ModelItem[] }>()
  readonly #taken = new Map<ModelItem, { invoice: ModelItem; quantity: number }>()

  invoice(customer: number, day: number, due: number, amount: number): ModelItem {
    const item = this.book.post(customer, day, due, amount)
    this.invoices.set(item, { quantity: 0, net: 0, notes: [] })
    return item
  }

  receipt(customer: number, day: number, amount: number): ModelItem {
    const item = this.book.post(customer, day, day, -amount)
    this.receipts.add(item)
    return item
  }

  /** Part of an invoice taken back, and applied to what it has open; null when it may not be. */
  credit(
    invoice: ModelItem,
    day: number,
    quantity: number,
  ): { note: ModelItem; applied: ModelApplication | null } | null {
    const credited = this.invoices.get(invoice)
    if (!credited || invoice.settledByVoid || day < invoice.day || credited.quantity + quantity > WHOLE) return null
    const reached = Math.floor((invoice.total * (credited.quantity + quantity)) / WHOLE + 0.5)
    const net = reached - credited.net
    const note = this.book.post(invoice.customer, day, day, -net)
    const applied = Math.min(net, balanceOn(invoice, TODAY))
    if (applied > 0 && !this.book.apply(note, invoice, applied, day)) {
      this.book.items.pop()
      return null
    }
    credited.quantity += quantity
    credited.net = reached
    credited.notes.push(note)
    this.#taken.set(note, { invoice, quantity })
    return { note, applied: applied > 0 ? (this.book.applications.at(-1) ?? null) : null }
  }

  refund(credit: ModelItem, day: number, amount: number): { refund: ModelItem; applied: ModelApplication } | null {
    if (credit.total >= 0 || day < credit.day || amount > -balanceOn(credit, TODAY)) return null
    const refund = this.book.post(credit.customer, day, day, amount)
    const applied = this.book.apply(credit, refund, amount, day) ? this.book.applications.at(-1) : undefined
    if (applied) return { refund, applied }
    this.book.items.pop()
    return null
  }

  /** An invoice is not voided while a note that took it back stands; a voided note gives back what it took. */
  void(item: ModelItem, day: number): boolean {
    if (this.invoices.get(item)?.notes.some((note) => !note.settledByVoid)) return false
    if (!this.book.void(item, day)) return false
    const taken = this.#taken.get(item)
    const credited = taken && this.invoices.get(taken.invoice)
    if (taken && credited) {
      credited.quantity -= taken.quantity
      credited.net += item.total
    }
    return true
  }
}
