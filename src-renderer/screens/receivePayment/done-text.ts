import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import type { Done } from './posting.ts'

/** What was posted, in a sentence or two: "REC-00012 posted, 7,905.90. CRN-0212 used." */
export function describeDone({ receipt, used }: Done, write: (amount: MinorUnits) => string): string {
  const numbers = [...new Set(used.map(({ number }) => number))]
  return [
    ...(receipt === null
      ? []
      : [`${receipt.number} posted, ${write(-receipt.total)}${unapplied(receipt.unapplied, write)}.`]),
    ...(numbers.length === 0 ? [] : [`${numbers.join(', ')} used.`]),
  ].join(' ')
}

const unapplied = (amount: MinorUnits, write: (amount: MinorUnits) => string): string =>
  amount === 0 ? '' : `, of which ${write(amount)} stays unapplied`
