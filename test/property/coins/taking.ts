import { v7 as uuidV7 } from 'uuid'
import { expect } from 'vitest'
import type { CommandName } from '../../../src-shared/contract.ts'
import type { Connection } from '../../../src-main/db/connection.ts'
import { line } from '../../fixtures/entries.ts'
import { BANKS, dateOf, TERMS } from '../books/known.ts'
import type { Opened } from '../books/template.ts'
import type { Step, StepOf } from './steps.ts'
import { creditedOf, inCoins, picked, type Item, type Till } from './till.ts'

export const OWNER = { userId: 1 }
const PAID_ON = 70
const said = { reference: '', memo: '' }
const plain = { ends: [0], lines: [], settles: [], isForeign: false } as const
type New = Pick<Item, 'kind' | 'id' | 'total' | 'moved'> & Partial<Item>

/** A step on the ledger and on the model, which must agree on each answer. */
class Taking {
  readonly till: Till
  readonly sql: Connection
  readonly #file: Opened['file']
  readonly #step: Step

  constructor({ file, sql }: Opened, till: Till, step: Step) {
    this.till = till
    this.sql = sql
    this.#file = file
    this.#step = step
  }

  async ask(name: CommandName, input: object, isFine = true): Promise<number | null> {
    const answer = await this.#file.dispatch(name, { commandUid: uuidV7(), ...input }, OWNER)
    const code = answer.ok ? 'ok' : answer.error.code
    expect(code, JSON.stringify(this.#step)).toBe(isFine ? 'ok' : 'cash_rounding_unfit')
    return answer.ok ? (answer.value as { readonly id: number }).id : null
  }

  add(item: New): void {
    const credited = (item.lines ?? []).map(() => false)
    this.till.items.push({ ...plain, ...item, credited, state: 'live' })
  }

  item(index: number): Item {
    const item = this.till.items[index]
    if (!item) throw new Error(`the model has no item ${index}`)
    return item
  }
}

/** What is left of an invoice after each of its instalments. */
const endsOf = (sql: Connection, id: number): readonly number[] => {
  const amounts = sql.rows<[number]>('SELECT amount FROM instalment WHERE document_id = ? ORDER BY due_date', [id])
  return amounts.map((_, from) => amounts.slice(from + 1).reduce((sum, [amount]) => sum + amount, 0))
}

const totalOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

const bill = async (of: Taking, { lines, terms, isForeign }: StepOf<'bill'>): Promise<void> => {
  const net = totalOf(lines)
  const total = of.till.billed(net, isForeign)
  const money = isForeign ? { currency: 'EUR', rate: '1' } : {}
  const dated = { customerId: 1, documentDate: dateOf(0), termsId: TERMS[terms], dueDate: null, ...said, ...money }
  const billed = { pricesIncludeTax: false, lines: lines.map((amount) => line(amount)), draftUid: null }
  const id = (await of.ask('invoices.post', { ...dated, ...billed })) ?? 0
  const moved = { 4000: 0 - net, 6130: net - total }
  of.add({ kind: 'invoice', id, total, isForeign, moved, ends: [0, ...endsOf(of.sql, id)], lines })
}

/** Which items are paid, and how much of each. */
const settledBy = (of: Taking, { items, how }: StepOf<'pay'>): Item['settles'] => {
  const { till } = of
  const open = (item: Item, at: number): boolean => item.kind === 'invoice' && till.open(at) > 0
  const wanted = items.flatMap((which) => picked(till, which, open) ?? [])
  const [first] = wanted
  if (first === undefined) return []
  const together = [...new Set(wanted)].filter((at) => of.item(at).isForeign === of.item(first).isForeign)
  return together.map((item) => {
    const whole = till.open(item)
    const [end = 0] = of
      .item(item)
      .ends.filter((left) => left < whole)
      .toSorted((a, b) => b - a)
    return { item, amount: how === 'whole' ? whole : how === 'part' ? whole - end : Math.max(1, whole - 7) }
  })
}

const pay = async (of: Taking, step: StepOf<'pay'>): Promise<void> => {
  const { till } = of
  const settles = settledBy(of, step)
  const [first] = settles
  if (first === undefined) return
  const settled = totalOf(settles.map(({ amount }) => amount))
  const { isForeign } = of.item(first.item)
  const rounding = step.isRounded ? inCoins(settled, till.rule.cashRoundingStep) - settled + step.off : 0
  if (settled + rounding <= 0) return
  const isToAnEnd = settles.every(({ item, amount }) => of.item(item).ends.includes(till.open(item) - amount))
  const isFine = till.mayRound(settled, rounding, step.method === 'cash' && !isForeign, isToAnEnd)
  const applications = settles.map(({ item, amount }) => {
    return { documentId: of.item(item).id, amount, discount: 0, writeOff: 0, writeOffReason: '' }
  })
  const money = { amount: settled + rounding, rounding, method: step.method, depositAccountId: BANKS['1010'] }
  const currency = isForeign ? { currency: 'EUR', rate: '1' } : { rate: null }
  const dated = { customerId: 1, date: dateOf(PAID_ON), ...said, batchId: null, draftUid: null }
  const id = await of.ask('receipts.post', { ...dated, ...money, ...currency, applications }, isFine)
  if (id === null) return
  const moved = { 1010: settled + rounding, 6130: 0 - rounding }
  of.add({ kind: 'receipt', id, total: 0 - settled, isForeign, moved, settles })
}

const prepay = async (of: Taking, { amount }: StepOf<'prepay'>): Promise<void> => {
  const money = { amount, rounding: 0, method: 'cash', rate: null, depositAccountId: BANKS['1010'] }
  const dated = { customerId: 1, date: dateOf(PAID_ON), ...said, batchId: null, draftUid: null }
  const id = (await of.ask('receipts.post', { ...dated, ...money, applications: [] })) ?? 0
  of.add({ kind: 'receipt', id, total: 0 - amount, moved: { 1010: amount } })
}

const refund = async (of: Taking, { item, how, off }: StepOf<'refund'>): Promise<void> => {
  const { till } = of
  const credit = picked(till, item, (each, at) => each.kind === 'receipt' && !each.isForeign && till.open(at) < 0)
  if (credit === null) return
  const open = 0 - till.open(credit)
  const settled = how === 'whole' ? open : Math.max(1, open - 7)
  const rounding = inCoins(settled, till.rule.cashRoundingStep) - settled + off
  if (settled + rounding <= 0) return
  const isFine = till.mayRound(settled, rounding, true, settled === open)
  const money = { amount: settled + rounding, rounding, method: 'cash', rate: null, bankAccountId: null }
  const dated = { creditDocumentId: of.item(credit).id, date: dateOf(PAID_ON), ...said }
  const id = await of.ask('refunds.post', { ...dated, ...money }, isFine)
  if (id === null) return
  const moved = { 1000: 0 - settled - rounding, 6130: rounding }
  of.add({ kind: 'refund', id, total: settled, moved, settles: [{ item: credit, amount: settled }] })
}

/** One line of an invoice that nothing but credits has settled. */
const credit = async (of: Taking, step: StepOf<'credit'>): Promise<void> => {
  const { till } = of
  const isFree = (each: Item, at: number): boolean =>
    each.kind === 'invoice' && each.credited.includes(false) && till.open(at) === each.total - creditedOf(till, at)
  const index = picked(till, step.item, isFree)
  if (index === null) return
  const item = of.item(index)
  const place = item.credited.findIndex((isCredited, at) => !isCredited && at >= step.line % item.lines.length)
  if (place < 0) return
  const total = till.creditOf(index, place)
  const net = item.lines[place] ?? 0
  const dated = { invoiceId: item.id, documentDate: dateOf(PAID_ON), ...said, apply: true }
  const lines = [{ lineNo: place + 1, quantity: 1_000_000 }]
  const id = (await of.ask('creditNotes.postFromInvoice', { ...dated, lines })) ?? 0
  item.credited[place] = true
  const moved = { 4000: net, 6130: total - net }
  of.add({ kind: 'credit_note', id, total: 0 - total, moved, settles: [{ item: index, amount: total }] })
}

/** A receipt or refund on which nothing else stands. */
const undo = async (of: Taking, step: StepOf<'void'>): Promise<void> => {
  const { items } = of.till
  const isFree = (item: Item, at: number): boolean =>
    item.state === 'live' &&
    (item.kind === 'refund' || item.kind === 'receipt') &&
    !items.some(({ state, settles }) => state === 'live' && settles.some((other) => other.item === at))
  const index = picked(of.till, step.item, isFree)
  if (index === null) return
  const item = of.item(index)
  await of.ask('documents.void', { id: item.id, date: dateOf(PAID_ON), reason: 'x' })
  item.state = 'void'
}

export const take = (opened: Opened, till: Till, step: Step): Promise<void> => {
  const of = new Taking(opened, till, step)
  switch (step.do) {
    case 'bill':
      return bill(of, step)
    case 'pay':
      return pay(of, step)
    case 'prepay':
      return prepay(of, step)
    case 'refund':
      return refund(of, step)
    case 'credit':
      return credit(of, step)
    case 'void':
      return undo(of, step)
  }
}
