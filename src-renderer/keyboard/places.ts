/** Everywhere the window can be. Each screen's folder adds its place, with what is needed to show it again. */
export interface Places {
  /** Shown while no company is open. */
  readonly welcome: object
}

export type ScreenName = keyof Places
export type PlaceOf<S extends ScreenName> = { readonly screen: S } & Places[S]
export type Place = { [S in ScreenName]: PlaceOf<S> }[ScreenName]

/** Whether two places are the same one. */
export function isSamePlace(a: Place, b: Place): boolean {
  const left = Object.entries(a)
  const right = new Map<string, unknown>(Object.entries(b))
  return left.length === right.size && left.every(([key, value]) => right.get(key) === value)
}
