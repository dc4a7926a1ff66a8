import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { nextInOrder } from './focus-order.ts'

export type EntryFormProps = {
  readonly children: ReactNode
  readonly className?: string
  readonly ref?: Ref<HTMLDivElement>
  /** Enter on the last quick field. Without it the focus stays. */
  readonly onLastEnter?: () => void
  /** The focus has come into the form or left it. */
  readonly onFocusWithin?: (isWithin: boolean) => void
}

/**
 * Fields entered by keyboard: Tab visits every field, Enter only those marked `quick`, Shift+Enter goes back.
 * A field or grid that uses Enter itself stops the event or prevents its default.
 */
export function EntryForm({ children, className, ref, onLastEnter, onFocusWithin }: EntryFormProps) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
    const { target, currentTarget } = event
    // A dialog opened from here lies elsewhere in the window: Enter in it is its own.
    if (!(target instanceof Node && currentTarget.contains(target))) return
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
    event.preventDefault()
    const fields = [...currentTarget.querySelectorAll<HTMLElement>('[data-quick]')].filter(takesFocus)
    const next = nextInOrder(fields, target, event.shiftKey)
    if (next !== undefined) next.focus()
    else if (!event.shiftKey) onLastEnter?.()
  }

  return (
    <div
      ref={ref}
      className={className}
      onKeyDown={onKeyDown}
      onFocus={() => onFocusWithin?.(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) onFocusWithin?.(false)
      }}
    >
      {children}
    </div>
  )
}

function takesFocus(element: HTMLElement): boolean {
  return !element.matches(':disabled, [aria-disabled="true"]') && element.checkVisibility()
}
