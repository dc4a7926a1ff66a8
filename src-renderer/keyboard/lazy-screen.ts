import type { FunctionComponent } from 'react'
import type { PlaceOf, ScreenName } from './places.ts'

export type ScreenOf<S extends ScreenName> = FunctionComponent<{ readonly place: PlaceOf<S> }>

/** A screen of any place: what its place holds is known to its folder alone. */
export type AnyScreen = FunctionComponent<{ readonly place: never }>

/** A screen whose code is loaded when somebody goes there, or before that while nothing else is done. */
export interface LazyScreen {
  /** Undefined until it is loaded. */
  readonly now: () => AnyScreen | undefined
  /** Rejects when its file cannot be read; the next call tries again. */
  readonly load: () => Promise<AnyScreen>
}

export function lazyScreen(read: () => Promise<AnyScreen>): LazyScreen {
  let loaded: AnyScreen | undefined
  let loading: Promise<AnyScreen> | undefined
  const load = async (): Promise<AnyScreen> => {
    try {
      loaded = await read()
      return loaded
    } catch (error: unknown) {
      loading = undefined
      throw error
    }
  }
  return {
    now: () => loaded,
    load: () => (loading ??= load()),
  }
}
