import type { ActionId } from '../../src-shared/keys-and-menu/actions.ts'
import type { ContributedPlace } from '../keyboard/define-place.ts'
import type { Place } from '../keyboard/places.ts'
import type { RailItem } from '../ui/frame/Rail.tsx'

/** The places on the left, in the order of a clerk's day. */
export const railItems = (places: readonly ContributedPlace[]): readonly RailItem[] =>
  places
    .flatMap(({ action, rail }) => (action && rail ? [{ action, ...rail }] : []))
    .toSorted((a, b) => a.order - b.order)
    .map(({ order: _, ...item }) => item)

/** The entry of the rail that a place belongs to. */
export const railAction = (places: readonly ContributedPlace[], { screen }: Place): ActionId | null => {
  const place = places.find((each) => each.screen === screen)
  return (place?.rail ? place.action : place?.under) ?? null
}
