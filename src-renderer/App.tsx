import { useEffect, useState } from 'react'
import type { OpenedCompany } from '../src-shared/contract/company.ts'
import { fromClock } from '../src-shared/domain/calendar.ts'
import { api } from './api/client.ts'
import { onAction, onCompanyChange } from './api/events.ts'
import { LedgerQueryProvider } from './api/queries.tsx'
import { ActionProvider } from './keyboard/ActionProvider.tsx'
import { NavigationProvider } from './keyboard/navigation.tsx'
import { ShortcutSheet } from './window/ShortcutSheet.tsx'
import { ConventionsProvider } from './ui/conventions.tsx'
import { NoticeProvider } from './ui/Notices.tsx'
import { ClosedWindow } from './window/ClosedWindow.tsx'
import { CompanyWindow } from './window/CompanyWindow.tsx'
import { conventionsOf } from './window/company-conventions.ts'

/** The window: the welcome screen until a company is open, then that company. */
export function App() {
  const company = useOpenCompany()
  const [workDate, setWorkDate] = useState(() => fromClock(new Date()))
  if (company === undefined) return null
  return (
    <LedgerQueryProvider>
      <ConventionsProvider value={conventionsOf(company?.profile.settings ?? null, workDate)}>
        <ActionProvider subscribeToMenu={onAction}>
          <NoticeProvider>
            {company === null ? (
              <NavigationProvider key="closed" start={{ screen: 'welcome' }}>
                <ClosedWindow workDate={workDate} />
              </NavigationProvider>
            ) : (
              <NavigationProvider key={company.profile.uid} start={{ screen: 'home' }}>
                <CompanyWindow company={company} workDate={workDate} onWorkDate={setWorkDate} />
              </NavigationProvider>
            )}
            <ShortcutSheet />
          </NoticeProvider>
        </ActionProvider>
      </ConventionsProvider>
    </LedgerQueryProvider>
  )
}

/** Undefined until the shell has said which company, if any, it was started with. */
function useOpenCompany(): OpenedCompany | null | undefined {
  const [company, setCompany] = useState<OpenedCompany | null>()
  useEffect(() => {
    const stop = onCompanyChange(setCompany)
    let current = true
    void api.company.current({}).then((opened) => {
      if (current) setCompany((known) => (known === undefined ? opened : known))
    })
    return () => {
      current = false
      stop()
    }
  }, [])
  return company
}
