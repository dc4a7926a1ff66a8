import { createContext, use } from 'react'
import type { ActionId } from '../../src-shared/keys-and-menu/actions.ts'
import { lazyScreen, type LazyScreen, type ScreenOf } from './lazy-screen.ts'
import type { Places, ScreenName } from './places.ts'

/** A place that needs nothing to be shown again. */
export type Plain = object

/** What a screen's folder says of its place; the window makes rail, keys, menu and the drafts on Home of it. */
interface PlaceDefinition<S extends ScreenName> {
  readonly screen: S
  /** Loads its code: by a dynamic import, so that no other screen waits for it. */
  readonly load: () => Promise<ScreenOf<S>>
  /** What leads here from everywhere. Only for places that can be shown with nothing known. */
  readonly action?: object extends Places[S] ? ActionId : never
  /** On the left under that action, in the order of a clerk's day. */
  readonly rail?: { readonly order: number; readonly startsGroup?: true }
  /** The action of the rail that it belongs to, where it has none of its own there. */
  readonly under?: ActionId
  /** The drafts that are taken up again here, and what they are called. */
  readonly draft?: { readonly draftUid?: string } extends Places[S] ? DraftName : never
}

interface DraftName {
  readonly kind: string
  readonly name: string
}

/** A place of any screen; its own parameters are known to its folder alone. */
export interface ContributedPlace {
  readonly screen: ScreenName
  readonly code: LazyScreen
  readonly action?: ActionId
  readonly rail?: { readonly order: number; readonly startsGroup?: true }
  readonly under?: ActionId
  readonly draft?: DraftName
}

export const definePlace = <S extends ScreenName>({ load, ...place }: PlaceDefinition<S>): ContributedPlace => ({
  ...place,
  code: lazyScreen(load),
})

const PlacesContext = createContext<readonly ContributedPlace[] | null>(null)

export const PlacesProvider = PlacesContext.Provider

/** The places of all modules; none before a company is open. */
export const usePlacesIfAny = (): readonly ContributedPlace[] => use(PlacesContext) ?? []

/** The places of all modules. */
export function usePlaces(): readonly ContributedPlace[] {
  const places = use(PlacesContext)
  if (places === null) throw new Error('Places need a <PlacesProvider> around the window.')
  return places
}
