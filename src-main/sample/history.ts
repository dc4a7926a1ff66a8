import { addDays, daysBetween, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { Agenda } from './agenda.ts'
import { customerPlans } from './customer-plans.ts'
import { planPurchases } from './invoicing.ts'
import type { RunOperation, SampleCustomer } from './ledger-client.ts'
import { createCustomer, createMasterData, customerDetails } from './master-data.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

/** Two years, less what makes a first day. */
export const HISTORY_DAYS = 730
const HOLD_DAYS = 150

export interface HistoryControl {
  /** Called as each day begins, with days done and days in all. */
  readonly dayBegins: (day: CalendarDate, done: number, total: number) => void
}

/** Lives two years of business up to `today`, day by day, through the ledger's own commands. */
export async function liveHistory(
  run: RunOperation,
  random: Random,
  today: CalendarDate,
  control: HistoryControl,
): Promise<void> {
  const first = addDays(today, -HISTORY_DAYS)
  const total = daysBetween(first, today) + 1
  control.dayBegins(first, 0, total)
  const master = await createMasterData(run)
  const counts = { invoices: 0, checks: 0, singlePayments: 0 }
  const story: Story = { run, random, master, today, agenda: new Agenda(today), counts }
  for (const plan of customerPlans(random)) {
    const customer = await createCustomer(run, plan, master)
    planPurchases(story, customer, addDays(first, plan.startsAfterDays))
    if (plan.habit === 'in_trouble') planHold(story, customer)
  }
  for (let done = 0; done < total; done++) {
    const day = addDays(first, done)
    control.dayBegins(day, done, total)
    await story.agenda.live(day)
  }
}

function planHold({ run, agenda, master, today }: Story, customer: SampleCustomer): void {
  agenda.plan(addDays(today, -HOLD_DAYS), async () => {
    const details = customerDetails(customer.plan, master, true)
    await run('customers.update', { id: customer.id, version: 1, ...details, archived: false })
  })
}
