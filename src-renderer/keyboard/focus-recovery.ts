import { useEffect } from 'react'
import { useStableHandler } from './stable-handler.ts'

/**
 * A button that is disabled while it works and an entry that leaves the screen take the focus with them, and no event says
 * so: keys would then begin at the top of the window. The focus goes back to where it was, or to where `orElse` says.
 * A click beside everything is the clerk's own doing and is left alone.
 */
export function useFocusRecovery(orElse: () => HTMLElement | undefined): void {
  const elsewhere = useStableHandler(orElse)
  useEffect(() => {
    let last: Element | null = document.activeElement
    let isOurs = true
    let frame = 0

    const follow = (event: FocusEvent): void => {
      last = event.target instanceof Element ? event.target : null
      isOurs = true
    }
    const click = (): void => {
      isOurs = false
    }
    const isLost = (): boolean => isOurs && document.activeElement === document.body
    const keep = (): void => {
      if (isLost()) recoveryTarget(last, elsewhere)?.focus({ preventScroll: true })
    }
    // Whoever moves the focus on purpose does so within the frame after.
    const look = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (isLost()) frame = requestAnimationFrame(keep)
      })
    }

    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    document.addEventListener('focusin', follow)
    document.addEventListener('pointerdown', click)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      document.removeEventListener('focusin', follow)
      document.removeEventListener('pointerdown', click)
    }
  }, [elsewhere])
}

/** What is disabled is waited for: it is enabled again once its work is done. */
function recoveryTarget(last: Element | null, orElse: () => HTMLElement | undefined): HTMLElement | undefined {
  if (last instanceof HTMLElement && last.isConnected && last.checkVisibility()) {
    return last.matches(':disabled') ? undefined : last
  }
  return document.querySelector('[role="dialog"],[role="alertdialog"]') === null ? orElse() : undefined
}
