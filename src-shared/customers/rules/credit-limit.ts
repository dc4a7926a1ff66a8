import type { MinorUnits } from '../../domain/amounts/money.ts'

/** A limit and what is open of it, both in minor units of one currency. */
export interface LimitAndOpen {
  readonly limit: MinorUnits
  readonly open: MinorUnits
}

/** Whether what is open goes beyond any of the limits; what comes to exactly a limit is within it. */
export const isBeyondAny = (limits: readonly LimitAndOpen[]): boolean => limits.some(({ limit, open }) => open > limit)
