import { Refusal } from '../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { liveHistory } from './history.ts'
import type { RunOperation } from './ledger-client.ts'
import { seededRandom } from './random.ts'

export interface SampleOptions {
  readonly seed: number
  /** The last day of the history. */
  readonly today: CalendarDate
  readonly progress?: (done: number, total: number) => void
  readonly isCancelled?: () => boolean
}

/** How a new company file is made and filled in one go; the kernel's, passed in by who starts the work. */
export type FillCompany = (
  path: string,
  company: { readonly profile: typeof profile; readonly baseCurrency: string },
  clock: () => Date,
  fill: (run: RunOperation) => Promise<void>,
) => Promise<void>

const profile = {
  name: 'Harbor Paper & Packaging',
  address: '12 Wharf Street\nPortland, ME 04101',
  phone: '+1 207 555 0142',
  email: 'accounts@harborpaper.example',
  taxNumber: '01-0555142',
} as const

const FIRST_COMMAND_UTC = 'T13:05:00Z'
const BETWEEN_COMMANDS_MS = 97_000

/**
 * Makes the sample company: 60 customers with two years of history up to `today`, posted through the ledger's own
 * commands. The same seed and day make the same business; only identifiers differ. The file appears under its name once
 * it is whole. Refuses a name that is taken, and `cancelled`.
 */
export async function makeSampleCompany(path: string, options: SampleOptions, fillCompany: FillCompany): Promise<void> {
  // Each command is recorded at a plausible hour of its own day.
  let now = new Date(`${options.today}${FIRST_COMMAND_UTC}`)
  const clock = (): Date => {
    now = new Date(now.getTime() + BETWEEN_COMMANDS_MS)
    return now
  }
  await fillCompany(path, { profile, baseCurrency: 'USD' }, clock, async (run) => {
    await liveHistory(run, seededRandom(options.seed), options.today, {
      dayBegins: (day, done, total) => {
        if (options.isCancelled?.() === true) throw new Refusal('cancelled')
        now = new Date(`${day}${FIRST_COMMAND_UTC}`)
        options.progress?.(done, total)
      },
    })
  })
}
