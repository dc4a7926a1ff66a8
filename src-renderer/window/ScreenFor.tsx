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

/** The screen of a place; suspends while its code is read, which happens once. */
export function ScreenFor({ place }: { readonly place: Place }) {
  const contributed = usePlaces().find(({ screen }) => screen === place.screen)
  // The welcome screen is shown by the window itself, while no company is open.
  if (contributed === undefined) return null
  return createElement(loaded.get(place.screen) ?? use(screenOf(contributed)), { place })
}

/** Reads the code of all screens while the clerk does something else, so that none has to be waited for. */
export function useScreensAhead(): void {
  const places = usePlaces()
  useEffect(() => {
    let next = 0
    let waiting = 0
    const readOne = (): void => {
      const place = places[next++]
      if (place === undefined) return
      void screenOf(place).finally(() => {
        waiting = requestIdleCallback(readOne)
      })
    }
    waiting = requestIdleCallback(readOne)
    return () => {
      next = places.length
      cancelIdleCallback(waiting)
    }
  }, [places])
}
