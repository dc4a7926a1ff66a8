import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import type { Done } from './posting.ts'

/** `currency` where it is another than the money's. */
type Write = (amount: MinorUnits, currency?: string) => string

/** What was posted, in a sentence or two: "RCT-00012 posted, 7,905.90. 120.00 of CRN-0212 used." */
export const describeDone = ({ receipt, used }: Done, write: Write): string =>
  [
    ...(receipt === null
      ? []
      : [`${receipt.number} posted, ${write(-receipt.total)}${unapplied(receipt.unapplied, write)}.`]),
    ...used.map(({ number, payment, settles, currency, money }) =>
      currency === money ? `${write(-payment)} of ${number} used.` : `${write(-settles, currency)} of ${number} used.`,
    ),
  ].join(' ')

const unapplied = (amount: MinorUnits, write: Write): string =>
  amount === 0 ? '' : `, of which ${write(amount)} stays unapplied`
