import { useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import type { Person } from '../../../src-shared/company/contract/people.ts'
import { LOCK_AFTER } from '../../../src-shared/company/rules/preferences.ts'
import { onLock } from '../../api/events.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useAction, useRunAction } from '../../keyboard/use-action.ts'
import { startIdleTimer } from './idle-timer.ts'
import { LockScreen } from './LockScreen.tsx'
import { lockAfter } from './lock-after.ts'
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
  /** Null while it is not locked. */
  const unlock = useRef<(() => void) | null>(null)

  function lock(): void {
    if (unlock.current !== null) return
    const place = document.createElement('div')
    // Keys and menu entries reach nothing beneath a dialog.
    place.setAttribute('role', 'dialog')
    place.setAttribute('aria-label', 'Locked')
    const bringBack = takeScreenAway(place)
    const root = createRoot(place)
    const end = (): void => {
      window.removeEventListener('keydown', keepFocus, true)
      bringBack()
      unlock.current = null
      // Not while the window itself is being drawn.
      queueMicrotask(() => root.unmount())
    }
    const keepFocus = (event: KeyboardEvent): void => {
      if (place.contains(document.activeElement)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      place.querySelector<HTMLElement>('input, button')?.focus()
    }
    window.addEventListener('keydown', keepFocus, true)
    unlock.current = end
    root.render(<LockScreen person={person} hasPin={hasPin} onUnlocked={end} onChangeUser={() => run('user.change')} />)
  }

  const latest = useRef(lock)
  useEffect(() => {
    latest.current = lock
  })
  useAction('window.lock', lock)
  // Whoever worked has left, and with them every screen: nothing of theirs is shown any more.
  useEffect(() => () => unlock.current?.(), [])
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
