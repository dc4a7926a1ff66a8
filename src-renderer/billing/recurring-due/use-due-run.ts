import { useMemo, useState } from 'react'
import { describeRefusal } from '../../../src-shared/refusals.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api, RefusedError } from '../../api/client.ts'
import { useCommand, useLedgerQuery } from '../../api/queries.tsx'
import { NO_ERRORS } from '../../entry/field-errors.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { useForm } from '../../entry/use-form.ts'
import { useSayDone } from '../../entry/use-say-done.ts'
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

/** What is due, what of it is ticked, and billing it. */
export function useDueRun(): DueRun {
  const { workDate } = useConventions()
  const format = useFormat()
  const { say } = useNotices()
  const sayDone = useSayDone()
  const [upTo, setUpTo] = useState<CalendarDate | null>(workDate)
  const [entries, setEntries] = useState(NOTHING_ENTERED)
  const { data: due, error } = useLedgerQuery('recurring.due', { asOf: upTo ?? workDate })
  const skipping = useCommand('recurring.skip')
  const rows = useMemo(() => dueRows(due?.rows ?? [], entries), [due, entries])
  const occurrences = occurrencesToPost(rows)
  const form = useForm<readonly DueRow[], OutputOf<'recurring.post'>>({
    entry: rows,
    problems: missingDates(rows),
    live: problemsOf(rows),
    notYet: occurrences.length === 0 ? 'Nothing is ticked. Space ticks the line you are on.' : null,
    send: () => api.recurring.post({ occurrences }),
    place: (refused, at) => placeDueRefusal(refused, at),
  })

  async function post(): Promise<void> {
    const posted = await form.send()
    if (posted === null) return
    sayDone(
      describePosted(posted.documents.map(({ number }) => number)),
      posted.documents.flatMap(({ warnings }) => warnings),
    )
  }

  async function skip({ recurringId, dueOn, name }: DueRow): Promise<void> {
    try {
      await skipping.run({ occurrences: [{ recurringId, dueOn }] })
      say(`${name} of ${format.date(dueOn)} is skipped. Open the recurring invoice to make it due again.`)
    } catch (thrown: unknown) {
      if (!(thrown instanceof RefusedError)) throw thrown
      form.refuse({ errors: NO_ERRORS, banner: thrown.message })
    }
  }

  return {
    upTo,
    setUpTo,
    rows,
    isRead: due !== undefined,
    more: due?.more ?? false,
    change: (next) => setEntries(entriesOf(next)),
    errors: form.errors,
    banner: form.banner ?? error?.message ?? null,
    attempt: form.attempt,
    isPosting: form.isSending,
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
