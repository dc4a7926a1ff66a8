import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { OpenedCompany } from '../../src-shared/company/contract/company.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import type { Person } from '../../src-shared/company/contract/people.ts'
import { useCommand, useLedgerQuery } from '../api/queries.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Page } from '../ui/Page.tsx'
import { AppShell } from '../ui/frame/AppShell.tsx'
import { SignIn } from './sign-in/SignIn.tsx'
import { useOpenAndClose } from './use-company-actions.ts'
import { useRefusedNotices } from './use-refused-notices.ts'
import { useWindowActions } from './use-window-actions.ts'

export type SignedInProps = {
  readonly company: OpenedCompany
  readonly workDate: CalendarDate
  /** The window of whoever works. */
  readonly children: (person: Person, onLeave: () => void) => ReactNode
}

/**
 * The window for whoever is signed in, and the question who that is. Leaving takes the screens away first, so that each keeps
 * what is typed under the name it was typed by, and only then signs out.
 */
export function SignedIn({ company, workDate, children }: SignedInProps) {
  const { data: sitting, error } = useLedgerQuery('session.who', {})
  const [isLeaving, setIsLeaving] = useState(false)
  if (sitting === undefined) {
    if (error === null) return null
    return (
      <Outside company={company} workDate={workDate}>
        <Page title={company.profile.name}>
          <Banner tone="bad">{error.message}</Banner>
        </Page>
      </Outside>
    )
  }
  if (isLeaving) return <Leaving onLeft={() => setIsLeaving(false)} />
  if (sitting.person !== null) return children(sitting.person, () => setIsLeaving(true))
  return (
    <Outside company={company} workDate={workDate}>
      <SignIn company={company.profile.name} people={sitting.people} />
    </Outside>
  )
}

/** Shown for the moment between the last screen and signing in; who cannot be signed out, as of a damaged file, stays. */
function Leaving({ onLeft }: { readonly onLeft: () => void }) {
  const { run } = useCommand('session.signOut')
  useEffect(() => {
    // Not heard here, so a notice says what was refused.
    void run({}).finally(onLeft)
    // oxlint-disable-next-line react/exhaustive-deps -- once
  }, [])
  return null
}

/** The window before anybody is signed in: another company can be opened, or this one closed. */
function Outside({ company, workDate, children }: Omit<SignedInProps, 'children'> & { readonly children: ReactNode }) {
  useWindowActions()
  useRefusedNotices()
  useOpenAndClose()
  return (
    <AppShell company={null} workDate={workDate} rail={[]} current={null} status={[{ text: company.file }]}>
      {children}
    </AppShell>
  )
}
