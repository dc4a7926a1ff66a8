import type { Billing, Books } from './books.ts'
import type { BooksCore } from './core.ts'
import { mustBeWithinCredit } from './customers.ts'
import { must } from './refused.ts'

/** An invoice that comes every so many days. */
export interface Template {
  readonly billing: Omit<Billing, 'day' | 'rate'>
  readonly first: number
  readonly every: number
  /** Null without end. */
  readonly times: number | null
  readonly isPaused: boolean
  readonly version: number
  /** What became of a day due: the invoice, or null when it was skipped. */
  readonly settled: readonly { readonly due: number; readonly invoice: number | null }[]
}

export type Saved = Pick<Template, 'billing' | 'first' | 'every' | 'times'>

/** A day due of one of them. */
export interface Occurrence {
  readonly template: number
  readonly due: number
}

export const templateAt = (books: Books, index: number): Template => {
  const template = books.state.templates[index]
  if (!template) throw new Error(`the model has no template ${index}`)
  return template
}

/** Billed and not void, or skipped and not restored. */
const standing = (books: Books, index: number): readonly number[] =>
  templateAt(books, index).settled.flatMap(({ due, invoice }) =>
    invoice === null || books.item(invoice).state === 'live' ? [due] : [],
  )

const comesOn = ({ first, every, times }: Template, due: number): boolean => {
  const place = (due - first) / every
  return Number.isInteger(place) && place >= 0 && (times === null || place < times)
}

/** Days due up to a day, of one or of all. */
export const dueUpTo = (books: Books, through: number): readonly Occurrence[] =>
  books.state.templates.flatMap((template, index) => {
    const settled = standing(books, index)
    const days = Array.from({ length: Math.max(0, through + 1) }, (_, day) => day)
    const due = template.isPaused ? [] : days.filter((day) => comesOn(template, day) && !settled.includes(day))
    return due.map((day) => ({ template: index, due: day }))
  })

export const skippedDays = (books: Books): readonly Occurrence[] =>
  books.state.templates.flatMap(({ settled }, template) =>
    settled.flatMap(({ due, invoice }) => (invoice === null ? [{ template, due }] : [])),
  )

const change = (books: Books, index: number, changes: Partial<Template>): void => {
  books.state.templates[index] = { ...templateAt(books, index), ...changes }
}

/** Another rhythm begins after the last day that is billed or skipped. */
export const save = (books: Books, index: number | null, saved: Saved): void => {
  if (index === null) {
    books.state.templates.push({ ...saved, isPaused: false, version: 1, settled: [] })
    return
  }
  const { first, every, version } = templateAt(books, index)
  const isSame = first === saved.first && every === saved.every
  must(isSame || standing(books, index).every((due) => due < saved.first))
  change(books, index, { ...saved, version: version + 1 })
}

/** Nothing is due from the next day due on; where nothing is, it stays as it was. */
export const end = (books: Books, index: number): void => {
  const template = templateAt(books, index)
  const settled = standing(books, index)
  for (let due = template.first, times = 0; comesOn(template, due); due += template.every, times += 1) {
    if (settled.includes(due)) continue
    return change(books, index, { times, version: template.version + 1 })
  }
}

export const setPaused = (books: Books, index: number, isPaused: boolean): void =>
  change(books, index, { isPaused, version: templateAt(books, index).version + 1 })

const settle = (books: Books, { template, due }: Occurrence, invoice: number | null): void => {
  const others = templateAt(books, template).settled.filter((each) => each.due !== due)
  change(books, template, { settled: [...others, { due, invoice }] })
}

/** The copy of an invoice bills the day that it was billed for: it is skipped. */
export const leaveToCopy = ({ state }: BooksCore, invoice: number): void => {
  for (const [index, template] of state.templates.entries()) {
    const settled = template.settled.map((each) => (each.invoice === invoice ? { ...each, invoice: null } : each))
    state.templates[index] = { ...template, settled }
  }
}

const mustBeDue = (books: Books, { template, due }: Occurrence): Template => {
  const found = templateAt(books, template)
  must(comesOn(found, due) && !standing(books, template).includes(due))
  return found
}

/** All or nothing, each on a day of its own. */
export const billDue = (
  books: Books,
  chosen: readonly (Occurrence & { readonly day: number; readonly rate: number })[],
): void => {
  const byCustomer = new Map<number, readonly number[]>()
  for (const { day, rate, ...occurrence } of chosen) {
    const { billing, isPaused } = mustBeDue(books, occurrence)
    must(!isPaused)
    const billed = books.billInRun('invoice', { ...billing, day, rate })
    settle(books, occurrence, billed)
    byCustomer.set(billing.customer, [...(byCustomer.get(billing.customer) ?? []), billed])
  }
  for (const [customer, billed] of byCustomer) mustBeWithinCredit(books, customer, billed)
}

export const skip = (books: Books, occurrence: Occurrence): void => {
  mustBeDue(books, occurrence)
  settle(books, occurrence, null)
}

export const restore = (books: Books, { template, due }: Occurrence): void => {
  const { settled } = templateAt(books, template)
  must(settled.some((each) => each.due === due && each.invoice === null))
  change(books, template, { settled: settled.filter((each) => each.due !== due) })
}
