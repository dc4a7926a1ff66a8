import { useEffect, useMemo, useState } from 'react'
import type { OpenedCompany } from '../../src-shared/company/contract/company.ts'
import type { Person } from '../../src-shared/company/contract/people.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { useLedgerQuery } from '../api/queries.tsx'
import { holdUnsaved } from '../api/unsaved.ts'
import { BackUpDialog } from '../company/backups/BackUpDialog.tsx'
import { OnlyRead } from '../company/backups/OnlyRead.tsx'
import { TwoFiles } from '../company/backups/TwoFiles.tsx'
import { UnsavedFormsProvider } from '../entry/unsaved-forms.tsx'
import { CommandPalette } from './palette/CommandPalette.tsx'
import { usePlaces } from '../keyboard/define-place.ts'
import { PlaceStack, useNavigator } from '../keyboard/navigation.tsx'
import { GridLayoutProvider } from '../ui/grid/grid-layout.tsx'
import { ConventionsProvider, useFormat } from '../ui/conventions.tsx'
import { AppShell } from '../ui/frame/AppShell.tsx'
import { ApprovalDialog } from './approval/ApprovalDialog.tsx'
import { Boundary } from './failed/Boundary.tsx'
import { conventionsOf } from './company-conventions.ts'
import { FailedScreen } from './failed/FailedScreen.tsx'
import { findIn } from './find-in.ts'
import { GRID_LAYOUTS, gridLayoutStore } from './grid-layout-store.ts'
import type { ContributedNews } from '../api/define-news.ts'
import { useAction } from '../keyboard/use-action.ts'
import { LockAfterDialog } from './lock/LockAfterDialog.tsx'
import { useWhatRoleMay } from './use-what-role-may.ts'
import { useWindowLock } from './lock/use-window-lock.tsx'
import { News } from './News.tsx'
import { railAction, railItems } from './rail.ts'
import { ScreenFor } from './ScreenFor.tsx'
import { SignedIn } from './SignedIn.tsx'
import { useCompanyActions } from './use-company-actions.ts'
import { usePlaceActions } from './use-place-actions.ts'
import { useRefusedNotices } from './use-refused-notices.ts'
import { useStatus } from './use-status.ts'
import { useWindowActions } from './use-window-actions.ts'
import { WorkDateDialog } from './WorkDateDialog.tsx'

export type CompanyWindowProps = {
  readonly company: OpenedCompany
  readonly workDate: CalendarDate
  readonly onWorkDate: (date: CalendarDate) => void
  readonly news: readonly ContributedNews[]
}

type WindowProps = CompanyWindowProps & { readonly person: Person; readonly onLeave: () => void }

/** Everything once a company is open and somebody is signed in. */
export function CompanyWindow(props: CompanyWindowProps) {
  return (
    <SignedIn company={props.company} workDate={props.workDate}>
      {(person, onLeave) => (
        <UnsavedFormsProvider key={person.id} personId={person.id}>
          <WindowOf {...props} person={person} onLeave={onLeave} />
        </UnsavedFormsProvider>
      )}
    </SignedIn>
  )
}

/** Shows nothing until the lists' layouts are read: a grid asks for its own at once. */
function WindowOf(props: WindowProps) {
  const { data, isPending } = useLedgerQuery('preferences.get', { key: GRID_LAYOUTS })
  return isPending ? null : <WithLayouts {...props} stored={data} />
}

/** What was kept is read once; from then on the store in memory leads. */
function WithLayouts({ stored, ...props }: WindowProps & { readonly stored: unknown }) {
  const [store] = useState(() => gridLayoutStore(stored))
  useEffect(() => holdUnsaved(store.unsaved), [store])
  return (
    <GridLayoutProvider store={store}>
      <WithConventions {...props} />
    </GridLayoutProvider>
  )
}

/** How the company writes dates and amounts, also once that is changed in Setup. */
function WithConventions(props: WindowProps) {
  const { company, workDate } = props
  const { data: profile } = useLedgerQuery('company.profile', {})
  const { settings } = profile ?? company.profile
  const conventions = useMemo(() => conventionsOf(settings, workDate), [settings, workDate])
  return (
    <ConventionsProvider value={conventions}>
      <OpenWindow {...props} />
    </ConventionsProvider>
  )
}

function OpenWindow({ company, workDate, onWorkDate, news, person, onLeave }: WindowProps) {
  const [askingWorkDate, setAskingWorkDate] = useState(false)
  const navigator = useNavigator()
  const format = useFormat()
  const [isBackingUp, setBackingUp] = useState(false)
  const [backedUpAt, setBackedUpAt] = useState<Date | null>(null)
  const places = usePlaces()
  const rail = useMemo(() => railItems(places), [places])
  const [choosesLock, setChoosesLock] = useState(false)
  useWhatRoleMay(person.role)
  useWindowLock(person)
  useAction('window.lockAfter', () => setChoosesLock(true))
  useWindowActions()
  usePlaceActions()
  useRefusedNotices()
  useCompanyActions({
    onWorkDate: () => setAskingWorkDate(true),
    onBackup: () => setBackingUp(true),
    onChangeUser: onLeave,
  })
  const { data: profile } = useLedgerQuery('company.profile', {})
  const status = useStatus(company, person, backedUpAt)
  const find = useMemo(() => findIn(navigator.go, format), [navigator.go, format])
  return (
    <>
      <AppShell
        company={{ name: profile?.name ?? company.profile.name }}
        workDate={workDate}
        rail={rail}
        current={railAction(places, navigator.place)}
        status={status}
        above={
          <>
            <OnlyRead company={company} />
            {company.twin !== null && <TwoFiles file={company.file} twin={company.twin} />}
            <News news={news} />
          </>
        }
      >
        <PlaceStack
          render={(place) => (
            <Boundary where="screen" instead={FailedScreen}>
              <ScreenFor place={place} />
            </Boundary>
          )}
        />
      </AppShell>
      <CommandPalette find={find} />
      <ApprovalDialog />
      {isBackingUp && <BackUpDialog onClose={() => setBackingUp(false)} onMade={() => setBackedUpAt(new Date())} />}
      {choosesLock && <LockAfterDialog onClose={() => setChoosesLock(false)} />}
      {askingWorkDate && (
        <WorkDateDialog workDate={workDate} onClose={() => setAskingWorkDate(false)} onChange={onWorkDate} />
      )}
    </>
  )
}
