import { PlaceStack } from '../keyboard/navigation.tsx'
import { WelcomeScreen } from '../company/welcome/WelcomeScreen.tsx'
import { AppShell } from '../ui/frame/AppShell.tsx'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { useWindowActions } from './use-window-actions.ts'
import { useRunningBackup } from './use-running-backup.ts'
import { useRefusedNotices } from './use-refused-notices.ts'

/** Before a company is open: where to start. */
export function ClosedWindow({ workDate }: { readonly workDate: CalendarDate }) {
  useWindowActions()
  useRefusedNotices()
  const status = useRunningBackup()
  return (
    <AppShell company={null} workDate={workDate} rail={[]} current={null} status={status}>
      <PlaceStack render={() => <WelcomeScreen />} />
    </AppShell>
  )
}
