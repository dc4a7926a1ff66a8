import { describeWarning } from '../../src-shared/refusals.ts'
import type { Warning } from '../../src-shared/kit/warning.ts'
import { useNotices } from '../ui/Notices.tsx'

/** Says what a command has done, and then what it warned of. */
export function useSayDone(): (text: string, warnings?: readonly Warning[]) => void {
  const { say } = useNotices()
  return (text, warnings = []) => {
    say(text, { tone: 'ok' })
    for (const warning of warnings) say(describeWarning(warning), { tone: 'warn' })
  }
}
