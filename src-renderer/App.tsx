import { Suspense, use, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { OpenedCompany } from '../src-shared/company/contract/company.ts'
import { fromClock } from '../src-shared/domain/dates/calendar.ts'
import { api } from './api/client.ts'
import { onAction, onBooksCheck, onCompanyChange } from './api/events.ts'
import { LedgerQueryProvider } from './api/queries.tsx'
import { ActionProvider } from './keyboard/ActionProvider.tsx'
import { PlacesProvider, type ContributedPlace } from './keyboard/define-place.ts'
import { NavigationProvider } from './keyboard/navigation.tsx'
import { ShortcutSheet } from './window/key-sheet/ShortcutSheet.tsx'
import { ConventionsProvider } from './ui/conventions.tsx'
import { NoticeProvider } from './ui/Notices.tsx'
import { ClosedWindow } from './window/ClosedWindow.tsx'
import { CompanyWindow } from './window/CompanyWindow.tsx'
import { useIdleLoading } from './window/use-idle-loading.ts'
import { homePlace } from './desk/home/place.ts'
import { RecoveryPhrase } from './company/encryption/RecoveryPhrase.tsx'
import { showRecoveryPhrase, useShownRecoveryPhrase } from './company/encryption/recovery-phrase-shown.ts'
import { Unlocking } from './company/encryption/UnlockDialog.tsx'
import { news, places } from './modules.ts'
import { conventionsOf } from './window/company-conventions.ts'

const NO_PLACES: readonly ContributedPlace[] = []

/** The window: the welcome screen until a company is open, then that company. */
export function App() {
  const opened = useOpenCompany()
  const phrase = useShownRecoveryPhrase()
  const [workDate, setWorkDate] = useState(() => fromClock(new Date()))
  useIdleLoading(opened === undefined ? NO_PLACES : places)
  if (opened === undefined) return null
  const { company, opening } = opened
  return (
    <LedgerQueryProvider>
      <ConventionsProvider value={conventionsOf(company?.profile.settings ?? null, workDate)}>
        <ActionProvider subscribeToMenu={onAction}>
          <NoticeProvider>
            {phrase !== null ? (
              <RecoveryPhrase {...phrase} onDone={() => showRecoveryPhrase(null)} />
            ) : company === null ? (
              <NavigationProvider key="closed" start={{ screen: 'welcome' }}>
                <ClosedWindow workDate={workDate} />
              </NavigationProvider>
            ) : (
              <PlacesProvider value={places}>
                <NavigationProvider key={opening} start={{ screen: 'home' }}>
                  <Suspense fallback={null}>
                    <OnceHomeIsLoaded>
                      <CompanyWindow company={company} workDate={workDate} onWorkDate={setWorkDate} news={news} />
                    </OnceHomeIsLoaded>
                  </Suspense>
                </NavigationProvider>
              </PlacesProvider>
            )}
            <ShortcutSheet />
            <Unlocking />
          </NoticeProvider>
        </ActionProvider>
      </ConventionsProvider>
    </LedgerQueryProvider>
  )
}

/** The window begins at Home; nothing is drawn, and no key is taken, before that is there. */
function OnceHomeIsLoaded({ children }: { readonly children: ReactNode }) {
  if (homePlace.code.now() === undefined) use(homePlace.code.load())
  return children
}

type Opened = {
  readonly company: OpenedCompany | null
  /** Goes up with each: a copy of a company has its uid, and none of what is typed on screen. */
  readonly opening: number
}

/** Undefined until the shell has said which company, if any, it was started with. */
function useOpenCompany(): Opened | undefined {
  const [opened, setOpened] = useState<Opened>()
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  // Nothing can be shown: the words that stand in the place of the window say so.
  if (failure !== null) throw failure.error
  useEffect(() => {
    const stop = onCompanyChange((company) => setOpened((before) => ({ company, opening: (before?.opening ?? 0) + 1 })))
    let current = true
    api.company.current({}).then(
      (company) => {
        if (current) setOpened((known) => known ?? { company, opening: 0 })
      },
      (error: unknown) => setFailure({ error }),
    )
    // What is typed stays on screen: nothing is drawn anew.
    const stopChecks = onBooksCheck(({ state }) => {
      if (state.kind !== 'damaged') return
      const { error: damage, broken } = state
      setOpened((before) => before && { ...before, company: before.company && { ...before.company, damage, broken } })
    })
    return () => {
      current = false
      stop()
      stopChecks()
    }
  }, [])
  return opened
}
