import { usePlaces } from '../keyboard/define-place.ts'
import { useNavigator } from '../keyboard/navigation.tsx'
import type { Place } from '../keyboard/places.ts'
import { useActions } from '../keyboard/use-action.ts'

/** Each place that has an action is gone to by it; Home forgets the way there. */
export function usePlaceActions(): void {
  const navigator = useNavigator()
  const places = usePlaces()
  useActions(
    Object.fromEntries(
      places.flatMap(({ action, screen }) => {
        // A place with an action needs nothing else to be shown.
        const place = { screen } as Place
        return action ? [[action, () => (screen === 'home' ? navigator.reset(place) : navigator.go(place))]] : []
      }),
    ),
  )
}
