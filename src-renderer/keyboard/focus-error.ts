import { useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** Sent to a grid that has errors, so that it scrolls to the first one and opens its cell. */
export const SHOW_FIRST_ERROR = 'duebook:show-first-error'

/** Puts the focus on the first field in error inside `root`. False when there is none. */
export function focusFirstError(root: HTMLElement | null): boolean {
  const first = root?.querySelector<HTMLElement>('[aria-invalid="true"], [data-has-errors]')
  if (first == null) return false
  if (first.hasAttribute('data-has-errors')) first.dispatchEvent(new CustomEvent(SHOW_FIRST_ERROR))
  else first.focus()
  return true
}

/** Focuses the first field in error each time `attempt` goes up: raise it together with setting the errors. */
export function useErrorFocus(root: RefObject<HTMLElement | null>, attempt: number): void {
  const seen = useRef(attempt)
  useLayoutEffect(() => {
    if (attempt === seen.current) return
    seen.current = attempt
    focusFirstError(root.current)
  }, [attempt, root])
}
