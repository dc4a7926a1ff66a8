import { useEffect } from 'react'

/**
 * Puts the focus where the screen begins once work is over, if it is nowhere by then: what had it may be gone or was disabled
 * meanwhile, and what came up beneath a progress could not take it. A screen begins at what asks for the focus as it comes up.
 */
export function useFocusAfterWork(isWorking: boolean): void {
  useEffect(() => {
    if (!isWorking) return
    return () => {
      // The dialog gives the focus back to what had it in a frame of its own.
      requestAnimationFrame(() => requestAnimationFrame(focusFirstPlace))
    }
  }, [isWorking])
}

function focusFirstPlace(): void {
  if (!isNowhere(document.activeElement)) return
  const places = [...document.querySelectorAll<HTMLElement>('main [data-first]')]
  places.findLast((place) => place.checkVisibility() && !place.matches(':disabled'))?.focus()
}

/** A heading has it only where nothing else could take it, and what is hidden is about to lose it. */
const isNowhere = (element: Element | null): boolean =>
  element === null ||
  element === document.body ||
  element.hasAttribute('data-page-heading') ||
  !element.checkVisibility()
