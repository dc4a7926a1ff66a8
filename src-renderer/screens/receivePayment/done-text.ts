import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import type { Done } from './posting.ts'

/** What was posted, in a sentence or two: "REC-00012 posted, 7,905.90. 120.00 of CRN-0212 used." */
export function describeDone({ receipt, used }: Done, write: (amount: MinorUnits) => string): string {
  const amounts = new Map<string, MinorUnits>()
  for (const { number, lines } of used) {
    const amount = lines.reduce((sum, line) => sum + line.amount, 0)
    amounts.set(number, (amounts.get(number) ?? 0) + amount)
  }
  return [
    ...(receipt === null
      ? []
      : [`${receipt.number} posted, ${write(-receipt.total)}${unapplied(receipt.unapplied, write)}.`]),
    ...[...amounts].map(([number, amount]) => `${write(amount)} of ${number} used.`),
  ].join(' ')
}

const unapplied = (amount: MinorUnits, write: (amount: MinorUnits) => string): string =>
  amount === 0 ? '' : `, of which ${write(amount)} stays unapplied`
