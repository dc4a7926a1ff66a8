import { useMemo, useState } from 'react'
import { describeRefusal, describeWarning } from '../../../src-shared/refusals.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { RefusedError } from '../../api/client.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { NO_ERRORS } from '../../entry/field-errors.ts'
import type { FieldErrors, PlacedRefusal } from '../../entry/field-errors.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { dueRows, entriesOf, missingDates, NOTHING_ENTERED, occurrencesToPost, placeDueRefusal } from './due-row.ts'
import type { DueRow } from './due-row.ts'

export type DueRun = {
  readonly upTo: CalendarDate | null
  readonly setUpTo: (date: CalendarDate | null) => void
  readonly rows: readonly DueRow[]
  readonly isRead: boolean
  /** More is due than is shown at once. */
  readonly more: boolean
  readonly change: (rows: readonly DueRow[]) => void
  readonly errors: FieldErrors
  readonly banner: string | null
  readonly attempt: number
  readonly isPosting: boolean
  readonly post: () => Promise<void>
  readonly skip: (row: DueRow) => Promise<void>
}

/** What was said holds until the rows are changed or read again. */
type Said = { readonly rows: readonly DueRow[]; readonly refusal: PlacedRefusal }

/** What is due, what of it is ticked, and billing it. */
export function useDueRun(): DueRun {
  const { workDate } = useConventions()
  const format = useFormat()
  const { say } = useNotices()
  const [upTo, setUpTo] = useState<CalendarDate | null>(workDate)
  const [entries, setEntries] = useState(NOTHING_ENTERED)
  const [said, setSaid] = useState<Said | null>(null)
  const [attempt, setAttempt] = useState(0)
  const { data: due, error } = useLedgerQuery('recurring.due', { asOf: upTo ?? workDate })
  const posting = useCommand('recurring.post')
  const skipping = useCommand('recurring.skip')
  const rows = useMemo(() => dueRows(due?.rows ?? [], entries), [due, entries])
  const refusal = said?.rows === rows ? said.refusal : null

  function show(placed: PlacedRefusal): void {
    setSaid({ rows, refusal: placed })
    setAttempt((count) => count + 1)
  }

  async function post(): Promise<void> {
    if (posting.isPending) return
    const errors = missingDates(rows)
    const occurrences = occurrencesToPost(rows)
    if (Object.keys(errors).length > 0) return show({ errors, banner: null })
    if (occurrences.length === 0) return say('Nothing is ticked. Space ticks the line you are on.')
    try {
      const { documents } = await posting.run({ occurrences })
      say(describePosted(documents.map(({ number }) => number)), { tone: 'ok' })
      for (const { warnings } of documents)
        for (const warning of warnings) say(describeWarning(warning), { tone: 'warn' })
    } catch (thrown: unknown) {
      if (!(thrown instanceof RefusedError)) throw thrown
      show(placeDueRefusal(thrown, rows))
    }
  }

  async function skip({ recurringId, dueOn, name }: DueRow): Promise<void> {
    try {
      await skipping.run({ occurrences: [{ recurringId, dueOn }] })
      say(`${name} of ${format.date(dueOn)} is skipped. Open the recurring invoice to make it due again.`)
    } catch (thrown: unknown) {
      if (!(thrown instanceof RefusedError)) throw thrown
      show({ errors: NO_ERRORS, banner: thrown.message })
    }
  }

  return {
    upTo,
    setUpTo,
    rows,
    isRead: due !== undefined,
    more: due?.more ?? false,
    change: (next) => setEntries(entriesOf(next)),
    errors: { ...problemsOf(rows), ...refusal?.errors },
    banner: refusal?.banner ?? error?.message ?? null,
    attempt,
    isPosting: posting.isPending,
    post,
    skip,
  }
}

/** What a ticked row would be refused for, said before it is posted. */
const problemsOf = (rows: readonly DueRow[]): FieldErrors =>
  Object.fromEntries(
    rows.flatMap(({ problem, isTicked }, index) =>
      problem !== null && isTicked ? [[`lines.${index}.`, describeRefusal(problem)]] : [],
    ),
  )

const describePosted = (numbers: readonly string[]): string => {
  const [first = '', ...others] = numbers
  const last = others.at(-1)
  return last === undefined ? `${first} posted.` : `${numbers.length} invoices posted, ${first} to ${last}.`
}
