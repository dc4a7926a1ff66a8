/** One statement, or several that are one deed together. `#INV-00001` is that document, by its number. */
export type Tampering = string | readonly string[]

export interface TamperingCase {
  /** Each of them the invariant finds. */
  readonly found: readonly Tampering[]
  /** What looks like it, and is right as far as this invariant goes: it finds nothing. */
  readonly harmless?: readonly Tampering[]
}

/** By the invariant's name. */
export type Tamperings = Readonly<Record<string, TamperingCase>>
