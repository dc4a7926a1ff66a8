import type { MinorUnits } from '../../../domain/amounts/money.ts'
import type { Reduction } from './reductions.ts'

/** What lowered a bill without money, in a clerk's words. */
export const reductionName = ({ kind, reason }: Pick<Reduction, 'kind' | 'reason'>): string => {
  switch (kind) {
    case 'discount':
      return 'Early payment discount'
    case 'write_off':
      return 'Write-off'
    case 'adjustment':
      return reason === '' ? 'Adjustment' : reason
  }
}

/** How a credit note names what it takes back of it, or gives back where it was undone after all. */
export const reductionText = (reduction: Pick<Reduction, 'kind' | 'reason'>, net: MinorUnits): string =>
  net < 0 ? `${reductionName(reduction)}, undone since` : `Less ${reductionName(reduction).toLowerCase()}`
