import { useEffect, useState } from 'react'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { onBooksCheck } from '../api/events.ts'
import { useNotices } from '../ui/Notices.tsx'
import type { StatusItem } from '../ui/frame/AppShell.tsx'

/** The check of a company that was not closed properly: how far it is, and how it ended. Of damage, the banner tells more. */
export function useBooksCheckStatus(): readonly StatusItem[] {
  const { say } = useNotices()
  const [item, setItem] = useState<StatusItem | null>(null)
  useEffect(() => {
    let isTold = false
    return onBooksCheck(({ file, state }) => {
      switch (state.kind) {
        case 'running':
          if (!isTold)
            say(
              `${file} was not closed properly here the last time, or was copied here. All of it is being checked; go on working.`,
            )
          isTold = true
          setItem({ text: `Checking all of ${file}: ${state.percent}%` })
          return
        case 'sound':
          setItem({ text: `Checked all of ${file}: sound`, tone: 'ok' })
          return
        case 'damaged':
        case 'stopped':
          setItem(null)
          return
        case 'refused':
          setItem({ text: `${file} is not checked`, tone: 'bad' })
          say(`${file} could not be checked. ${describeRefusal(state.error)}`, { tone: 'bad' })
      }
    })
  }, [say])
  return item === null ? [] : [item]
}
