import type { LateCharge, LateNews } from '../../../src-shared/ledger/contract/late-charges.ts'
import type { OperationName } from '../../../src-shared/contract.ts'
import type { CallInput } from '../../api/client.ts'
import type { DoneOperation } from '../../api/done.ts'

let waiting: readonly LateCharge[] = []
const listeners = new Set<() => void>()

const replace = (charges: readonly LateCharge[]): void => {
  waiting = charges
  for (const listener of listeners) listener()
}

/** Finance charges that commands of this window have made wrong, the last said first, until a clerk puts them aside. */
export const newLateCharges = (): readonly LateCharge[] => waiting
export const onNewLateCharges = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Another company is open, or the clerk wants to hear no more of them now. */
export const forgetLateCharges = (): void => replace([])

const isOf = (one: LateCharge, other: LateCharge): boolean =>
  one.chargeId === other.chargeId && one.itemId === other.itemId

const lateChargesIn = (value: unknown): readonly LateCharge[] =>
  typeof value === 'object' && value !== null && 'lateCharges' in value
    ? // Only the commands that the contract gives late news have the field.
      (value as LateNews).lateCharges
    : []

/** What was credited is no news any more. */
const creditedBy = (name: OperationName, input: unknown): readonly number[] =>
  name === 'financeCharges.credit'
    ? // The input of this command, as its screen made it.
      (input as CallInput<'financeCharges.credit'>).charges.map(({ id }) => id)
    : []

/** Takes up what a command says of finance charges. */
export const hearLateCharges = ({ name, input, value }: DoneOperation): void => {
  const late = lateChargesIn(value)
  const credited = creditedBy(name, input)
  if (credited.length > 0) replace(waiting.filter(({ chargeId }) => !credited.includes(chargeId)))
  if (late.length > 0) replace([...late, ...waiting.filter((old) => !late.some((now) => isOf(now, old)))])
}
