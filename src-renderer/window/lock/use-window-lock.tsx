import { useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import type { Person } from '../../../src-shared/company/contract/people.ts'
import { api } from '../../api/client.ts'
import { onLock } from '../../api/events.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useAction, useRunAction } from '../../keyboard/use-action.ts'
import { startIdleTimer } from './idle-timer.ts'
import { LockScreen } from './LockScreen.tsx'
import { LOCK_AFTER, lockAfter } from './lock-after.ts'
import { takeScreenAway } from './screen-away.ts'

const SIGNS_OF_WORK = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

const windowClock = {
  now: () => Date.now(),
  setTimer: (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Locks the window by key, when nobody worked for the minutes chosen, and when the computer locks or sleeps. */
export function useWindowLock(person: Person): void {
  const run = useRunAction()
  const { data: sitting } = useLedgerQuery('session.who', {})
  const { data: stored } = useLedgerQuery('preferences.get', { key: LOCK_AFTER })
  const minutes = lockAfter(stored)
  const hasPin = sitting?.people.find(({ id }) => id === person.id)?.hasPin ?? false
  const isLocked = useRef(false)

  function lock(): void {
    if (isLocked.current) return
    isLocked.current = true
    const place = document.createElement('div')
    // Keys and menu entries reach nothing beneath a dialog.
    place.setAttribute('role', 'dialog')
    place.setAttribute('aria-label', 'Locked')
    const bringBack = takeScreenAway(place)
    const root = createRoot(place)
    const end = (): void => {
      root.unmount()
      bringBack()
      isLocked.current = false
    }
    const keepFocus = (event: KeyboardEvent): void => {
      if (!isLocked.current) {
        window.removeEventListener('keydown', keepFocus, true)
        return
      }
      if (place.contains(document.activeElement)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      place.querySelector<HTMLElement>('input, button')?.focus()
    }
    window.addEventListener('keydown', keepFocus, true)
    const changeUser = async (): Promise<void> => {
      run('user.change')
      // The screens save what is typed and go before another may see the window.
      for (let tries = 0; tries < 100; tries += 1) {
        if ((await api.session.who({})).person === null) break
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      end()
    }
    root.render(<LockScreen person={person} hasPin={hasPin} onUnlocked={end} onChangeUser={() => void changeUser()} />)
  }

  const latest = useRef(lock)
  useEffect(() => {
    latest.current = lock
  })
  useAction('window.lock', lock)
  useEffect(() => onLock(() => latest.current()), [])
  useEffect(() => {
    if (minutes === 0) return
    let timer = startIdleTimer(windowClock, minutes, idle)
    function idle(): void {
      latest.current()
      timer = startIdleTimer(windowClock, minutes, idle)
    }
    const worked = (): void => timer.worked()
    for (const sign of SIGNS_OF_WORK) window.addEventListener(sign, worked, { capture: true, passive: true })
    return () => {
      timer.stop()
      for (const sign of SIGNS_OF_WORK) window.removeEventListener(sign, worked, { capture: true })
    }
  }, [minutes])
}
