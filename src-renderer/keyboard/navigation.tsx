import { Activity, createContext, use, useLayoutEffect, useMemo, useReducer, useRef } from 'react'
import type { ReactNode } from 'react'
import { useFocusRecovery } from './focus-recovery.ts'
import type { Place } from './places.ts'
import { moveStack, startAt, topOf } from './place-stack.ts'
import type { PlaceStackState } from './place-stack.ts'
import { useAction } from './use-action.ts'
import { useMoveOnceLoaded } from './use-move-once-loaded.ts'

export type Navigator = {
  readonly place: Place
  /** How many places Back can still step through. */
  readonly depth: number
  /** Opens a place over this one; one already on the way here is stepped back to. */
  readonly go: (place: Place) => void
  /** Opens a place instead of this one: Back does not return here. */
  readonly replace: (place: Place) => void
  /** Opens a place and forgets the way here. */
  readonly reset: (place: Place) => void
  readonly back: () => void
}

type NavigationValue = { readonly navigator: Navigator; readonly stack: PlaceStackState }

const NavigationContext = createContext<NavigationValue | null>(null)

function useNavigation(): NavigationValue {
  const navigation = use(NavigationContext)
  if (navigation === null) throw new Error('Navigating needs a <NavigationProvider> around the window.')
  return navigation
}

/** Where the window is and how to go elsewhere. */
export function useNavigator(): Navigator {
  return useNavigation().navigator
}

/** Holds the stack of places; Back (Esc) pops it unless a screen handles go.back itself. */
export function NavigationProvider({ start, children }: { readonly start: Place; readonly children: ReactNode }) {
  const [stack, moveNow] = useReducer(moveStack, start, startAt)
  const move = useMoveOnceLoaded(moveNow)
  const navigation = useMemo(() => {
    const navigator: Navigator = {
      place: topOf(stack).place,
      depth: stack.entries.length - 1,
      go: (place) => move({ kind: 'go', place }),
      replace: (place) => move({ kind: 'replace', place }),
      reset: (place) => move({ kind: 'reset', place }),
      back: () => move({ kind: 'back' }),
    }
    return { navigator, stack }
  }, [stack, move])
  useAction('go.back', navigation.navigator.back, { enabled: stack.entries.length > 1 })
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

/**
 * Shows the place on top. Those beneath stay mounted but hidden, with all that was typed and scrolled; their effects, and
 * so their actions, are off until they show again. The focus returns to where it was.
 */
export function PlaceStack({ render }: { readonly render: (place: Place) => ReactNode }) {
  const { stack } = useNavigation()
  const top = topOf(stack).key
  const home = useRef<HTMLDivElement>(null)
  useFocusPerPlace(top, home)
  return (
    <div ref={home} style={{ display: 'contents' }}>
      {stack.entries.map(({ key, place }) => (
        <Activity key={key} mode={key === top ? 'visible' : 'hidden'}>
          {render(place)}
        </Activity>
      ))}
    </div>
  )
}

function useFocusPerPlace(top: number, home: { readonly current: HTMLElement | null }): void {
  const left = useRef(new Map<number, Element>())

  // Follows the focus rather than reading it when a place is left: by then hiding has already taken it away.
  useLayoutEffect(() => {
    const root = home.current
    if (root === null) return
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof Element) left.current.set(top, event.target)
    }
    root.addEventListener('focusin', remember)
    return () => root.removeEventListener('focusin', remember)
  }, [top, home])

  useLayoutEffect(() => {
    const element = left.current.get(top)
    if (element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true })
    else if (!isOnScreen(document.activeElement, home.current)) headingOf(home.current)?.focus({ preventScroll: true })
    // A field that took the focus as it appeared did so before anyone listened.
    const active = document.activeElement
    if (active instanceof HTMLElement && home.current?.contains(active) === true && active.checkVisibility()) {
      left.current.set(top, active)
    }
    // A place that was popped never comes back under the same key.
    for (const key of left.current.keys()) if (key > top) left.current.delete(key)
  }, [top, home])

  useFocusRecovery(() => {
    const element = left.current.get(top)
    const isThere = element instanceof HTMLElement && element.isConnected && element.checkVisibility()
    return isThere && !element.matches(':disabled') ? element : headingOf(home.current)
  })
}

/** A place just hidden keeps the focus for a moment; the rail keeps it after a click. Neither is where the clerk goes on. */
function isOnScreen(element: Element | null, root: HTMLElement | null): boolean {
  return element !== null && root?.contains(element) === true && element.checkVisibility()
}

/** Where a screen asks for no focus of its own, its heading takes it, so that keys and screen readers start there. */
function headingOf(root: HTMLElement | null): HTMLElement | undefined {
  const headings = [...(root?.querySelectorAll<HTMLElement>('[data-page-heading]') ?? [])]
  return headings.findLast((heading) => heading.checkVisibility())
}
