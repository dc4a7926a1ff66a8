import { addDays, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { giveBack, take, type OpenInvoice, type Settlement } from './ledger-client.ts'
import type { Story } from './story.ts'

/** The same money on another open invoice of the customer, as a clerk in a hurry applies it; null when there is none. */
export function wronglyApplied(right: Settlement): Settlement | null {
  if (right.discount > 0 || right.writeOff > 0) return null
  const other = right.invoice.customer.open.find((each) => each !== right.invoice && each.open >= right.amount)
  return other ? { ...right, invoice: other } : null
}

interface Misapplied {
  readonly receiptId: number
  readonly wrong: Settlement
  readonly right: Settlement
}

/** On the next working day somebody notices: the application is undone and made again where it belongs. */
export function planCorrection(story: Story, { receiptId, wrong, right }: Misapplied, day: CalendarDate): void {
  const { run, agenda } = story
  agenda.plan(addDays(day, 1), async (next) => {
    const { applications } = await run('documents.get', { id: receiptId })
    const mistaken = applications.find((each) => each.documentId === wrong.invoice.id && !each.isReversed)
    if (!mistaken) return
    await run('applications.unapply', { applicationId: mistaken.id, date: next })
    giveBack(wrong)
    if (right.invoice.open < right.amount) {
      right.invoice.customer.credits.push({ receiptId, left: right.amount })
      return
    }
    const line = { documentId: right.invoice.id, amount: right.amount, discount: 0, writeOff: 0, writeOffReason: '' }
    await run('applications.apply', { creditDocumentId: receiptId, date: next, lines: [line] })
    take(right)
  })
}

type Pay = (story: Story, invoice: OpenInvoice, day: CalendarDate) => Promise<void>

/** The bank returns a check: the receipt is voided, what it settled is open again, and the customer pays once more. */
export function planReturn(
  story: Story,
  receiptId: number,
  settlements: readonly Settlement[],
  day: CalendarDate,
  pay: Pay,
): void {
  const { run, agenda } = story
  agenda.plan(addDays(day, 6), async (returned) => {
    await run('documents.void', { id: receiptId, date: returned, reason: 'Returned by the bank: insufficient funds' })
    settlements.forEach(giveBack)
    const [first] = settlements
    if (first) agenda.plan(addDays(returned, 9), (again) => pay(story, first.invoice, again))
  })
}
