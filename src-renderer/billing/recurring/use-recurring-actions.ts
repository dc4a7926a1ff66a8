import type { RecurringRow } from '../../../src-shared/billing/contract/recurring.ts'
import { RefusedError } from '../../api/client.ts'
import { useCommand } from '../../api/queries.tsx'
import { useNotices } from '../../ui/Notices.tsx'

export type RecurringActions = { readonly togglePaused: () => void; readonly end: () => void }

/** What can be done to the recurring invoice selected. */
export function useRecurringActions(row: RecurringRow | null): RecurringActions {
  const { say } = useNotices()
  const pausing = useCommand('recurring.setPaused')
  const ending = useCommand('recurring.end')
  const telling = (done: Promise<unknown>, text: string): void => {
    done.then(
      () => say(text),
      (error: unknown) => {
        if (!(error instanceof RefusedError)) throw error
        say(error.message, { tone: 'bad' })
      },
    )
  }
  return {
    togglePaused: () => {
      if (row === null || pausing.isPending) return
      const { id, version, name, paused } = row
      const text = paused ? `${name} goes on. What it missed is due.` : `${name} is paused: nothing of it is due.`
      telling(pausing.run({ id, version, paused: !paused }), text)
    },
    end: () => {
      if (row === null || ending.isPending) return
      const { id, version, name } = row
      telling(ending.run({ id, version }), `${name} has ended. “Ended too” lists it; a later end in it lets it go on.`)
    },
  }
}
