import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { OpenedCompany } from '../../src-shared/company/contract/company.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import type { Person } from '../../src-shared/company/contract/people.ts'
import { api } from '../api/client.ts'
import { useCommand, useLedgerQuery } from '../api/queries.tsx'
import { useActions } from '../keyboard/use-action.ts'
import { AppShell } from '../ui/frame/AppShell.tsx'
import { SignIn } from './sign-in/SignIn.tsx'
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
  const { data: sitting } = useLedgerQuery('session.who', {})
  const [isLeaving, setIsLeaving] = useState(false)
  if (sitting === undefined) return null
  if (isLeaving) return <Leaving onLeft={() => setIsLeaving(false)} />
  if (sitting.person !== null) return children(sitting.person, () => setIsLeaving(true))
  return <NobodyYet company={company} workDate={workDate} people={sitting.people} />
}

/** Shown for the moment between the last screen and signing in. */
function Leaving({ onLeft }: { readonly onLeft: () => void }) {
  const { run } = useCommand('session.signOut')
  useEffect(() => {
    void run({}).then(onLeft)
    // oxlint-disable-next-line react/exhaustive-deps -- once
  }, [])
  return null
}

type NobodyProps = Omit<SignedInProps, 'children'> & { readonly people: Parameters<typeof SignIn>[0]['people'] }

function NobodyYet({ company, workDate, people }: NobodyProps) {
  useWindowActions()
  useRefusedNotices()
  useActions({
    'company.open': () => void api.company.open({}),
    'company.close': () => void api.company.close({}),
  })
  return (
    <AppShell company={null} workDate={workDate} rail={[]} current={null} status={[{ text: company.file }]}>
      <SignIn company={company.profile.name} people={people} />
    </AppShell>
  )
}
