import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import type { Done } from './posting.ts'

type Write = (amount: MinorUnits) => string

/** What was posted, in a sentence or two: "RCT-00012 posted, 7,905.90. 120.00 of CRN-0212 used." */
export const describeDone = ({ receipt, used }: Done, write: Write): string =>
  [
    ...(receipt === null
      ? []
      : [`${receipt.number} posted, ${write(-receipt.total)}${unapplied(receipt.unapplied, write)}.`]),
    ...used.map(({ number, payment }) => `${write(-payment)} of ${number} used.`),
  ].join(' ')

const unapplied = (amount: MinorUnits, write: Write): string =>
  amount === 0 ? '' : `, of which ${write(amount)} stays unapplied`
