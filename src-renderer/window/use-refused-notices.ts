import { useEffect } from 'react'
import { onRefused } from '../api/events.ts'
import { useNotices } from '../ui/Notices.tsx'

/** Says what was refused outside the window, such as a file that was double-clicked. */
export function useRefusedNotices(): void {
  const { say } = useNotices()
  useEffect(() => onRefused((error) => say(error.message, { tone: 'bad' })), [say])
}
