import type { Books } from './books.ts'
import { dateOf, rateOf, rateText, wrapped, type Asking, type Known } from './known.ts'
import {
  billDue,
  dueUpTo,
  end,
  restore,
  save,
  setPaused,
  skip,
  skippedDays,
  templateAt,
  type Occurrence,
} from './recurring.ts'
import { billedAs } from './asks-billing.ts'
import { currencyOf } from './customers.ts'

/** Days billed in one go. */
const MOST = 4

const named = ({ templates }: Known, { template, due }: Occurrence) => ({
  recurringId: templates[template],
  dueOn: dateOf(due),
})

const aTemplate = ({ books }: Known, index: number): number | null => wrapped(books.state.templates.length, index)

/** A day due; a wild one may be none, or settled already. */
const anOccurrence = (
  { books }: Known,
  found: readonly Occurrence[],
  pick: number,
  wild: boolean,
): Occurrence | null => {
  const template = wrapped(books.state.templates.length, pick)
  if (wild) return template === null ? null : { template, due: templateAt(books, template).first + (pick % 3) * 7 }
  return found[pick % Math.max(1, found.length)] ?? null
}

export const askingForRecurring = {
  template: ({ existing, first, every, times, ...step }, known) => {
    const index = existing === null ? null : aTemplate(known, existing)
    const before = index === null ? null : templateAt(known.books, index)
    const { lines, ...body } = billedAs(step)
    const input = {
      ...body,
      lines,
      existing: index === null || before === null ? null : { id: known.templates[index], version: before.version },
      name: 'Rent',
      customerId: step.customer + 1,
      schedule: {
        every,
        unit: 'day',
        firstDate: dateOf(first),
        dayOfMonth: null,
        end: times === null ? { kind: 'never' } : { kind: 'after', times },
      },
    }
    const currency = currencyOf(known.books, step.customer, step.currency)
    const saved = { billing: { ...step, currency }, first, every, times }
    return { name: 'recurring.save', input, modelled: (books) => save(books, index, saved) }
  },
  pause: ({ template, isPaused }, known) => {
    const index = aTemplate(known, template)
    if (index === null) return null
    const input = { id: known.templates[index], version: templateAt(known.books, index).version, paused: isPaused }
    return { name: 'recurring.setPaused', input, modelled: (books) => setPaused(books, index, isPaused) }
  },
  end: ({ template }, known) => {
    const index = aTemplate(known, template)
    if (index === null) return null
    const input = { id: known.templates[index], version: templateAt(known.books, index).version }
    return { name: 'recurring.end', input, modelled: (books) => end(books, index) }
  },
  catchUp: ({ through, rate, wild, pick }, known) => {
    const { books } = known
    const found = wild ? [anOccurrence(known, [], pick, true)].filter((each) => each !== null) : dueUpTo(books, through)
    const chosen = found.slice(0, MOST).map((occurrence) => {
      const { currency } = templateAt(books, occurrence.template).billing
      const day = Math.max(occurrence.due, books.state.closedThrough + 1)
      return { ...occurrence, day, rate: rateOf(currency, rate), text: rateText(currency, rate) }
    })
    if (chosen.length === 0) return null
    const occurrences = chosen.map((each) => ({
      ...named(known, each),
      documentDate: dateOf(each.day),
      rate: each.text,
    }))
    return {
      name: 'recurring.post',
      input: { occurrences },
      modelled: (model: Books) =>
        billDue(
          model,
          chosen.map(({ text: _, ...each }) => each),
        ),
    }
  },
  skip: ({ through, pick, wild }, known) => {
    const occurrence = anOccurrence(known, dueUpTo(known.books, through), pick, wild)
    if (occurrence === null) return null
    return {
      name: 'recurring.skip',
      input: { occurrences: [named(known, occurrence)] },
      modelled: (books) => skip(books, occurrence),
    }
  },
  restore: ({ pick, wild }, known) => {
    const occurrence = anOccurrence(known, skippedDays(known.books), pick, wild)
    if (occurrence === null) return null
    const input = { occurrences: [named(known, occurrence)] }
    return { name: 'recurring.restore', input, modelled: (books) => restore(books, occurrence) }
  },
} satisfies Pick<Asking, 'template' | 'pause' | 'end' | 'catchUp' | 'skip' | 'restore'>
