import { createElement, use, type FunctionComponent } from 'react'
import { usePlaces } from '../keyboard/define-place.ts'
import type { Place } from '../keyboard/places.ts'

/** The screen of a place. The one that the window begins with may still be loading. */
export function ScreenFor({ place }: { readonly place: Place }) {
  const contributed = usePlaces().find(({ screen }) => screen === place.screen)
  // The welcome screen is shown by the window itself, while no company is open.
  if (contributed === undefined) return null
  const screen = contributed.code.now() ?? use(contributed.code.load())
  // A place is only ever given to the screen that its name belongs to.
  return createElement(screen as FunctionComponent<{ readonly place: Place }>, { place })
}
