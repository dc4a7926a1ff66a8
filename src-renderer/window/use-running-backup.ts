import { useEffect, useState } from 'react'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { onBackup } from '../api/events.ts'
import { useNotices } from '../ui/Notices.tsx'
import type { StatusItem } from '../ui/frame/AppShell.tsx'

/** A backup that runs by itself, after closing or once a day: how far it is, and what it was refused with. */
export function useRunningBackup(): readonly StatusItem[] {
  const { say } = useNotices()
  const [item, setItem] = useState<StatusItem | null>(null)
  useEffect(
    () =>
      onBackup(({ file, state }) => {
        switch (state.kind) {
          case 'running':
            setItem({ text: `Backing up ${file}: ${state.percent}%` })
            return
          case 'made':
            setItem({ text: `Backed up ${file} ${new Date().toTimeString().slice(0, 5)}` })
            return
          case 'stopped':
            setItem(null)
            return
          case 'refused':
            setItem(state.place === 'first' ? { text: `${file} is not backed up`, tone: 'bad' } : null)
            say(
              `${file} could not be backed up${state.place === 'second' ? ' to its second place' : ''}. ${describeRefusal(state.error)}`,
              { tone: 'bad' },
            )
        }
      }),
    [say],
  )
  return item === null ? [] : [item]
}
