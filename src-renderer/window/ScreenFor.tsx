import { createElement, use, useEffect, type FunctionComponent } from 'react'
import { usePlaces, type ContributedPlace } from '../keyboard/define-place.ts'
import type { Place, ScreenName } from '../keyboard/places.ts'

type Screen = FunctionComponent<{ readonly place: Place }>

const loaded = new Map<ScreenName, Screen>()
const loading = new Map<ScreenName, Promise<Screen>>()

const screenOf = ({ screen, load }: ContributedPlace): Promise<Screen> => {
  const known = loading.get(screen)
  if (known) return known
  const started = load().then((component) => {
    // A place is only ever given to the screen that its name belongs to.
    const it = component as Screen
    loaded.set(screen, it)
    return it
  })
  loading.set(screen, started)
  return started
}

/** The screen of a place; suspends while it is loaded, which happens once. */
export function ScreenFor({ place }: { readonly place: Place }) {
  const contributed = usePlaces().find(({ screen }) => screen === place.screen)
  // The welcome screen is shown by the window itself, while no company is open.
  if (contributed === undefined) return null
  return createElement(loaded.get(place.screen) ?? use(screenOf(contributed)), { place })
}

/** Loads all screens at once, so that a key pressed right after another finds the screen that it is for. */
export function useScreensAhead(): void {
  const places = usePlaces()
  useEffect(() => {
    for (const place of places) void screenOf(place)
  }, [places])
}
