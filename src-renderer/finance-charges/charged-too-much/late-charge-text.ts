import type { LateCharge } from '../../../src-shared/ledger/contract/late-charges.ts'
import { chargedTooMuch } from '../../../src-shared/ledger/rules/finance-charges/late-charges.ts'
import type { Format } from '../../ui/conventions.tsx'

/** "FIN-00001 charged 0.82 on INV-00001 to 31 Mar 2025; as its payments are now that is 0.41 too much." */
export function lateChargeText(charge: LateCharge, format: Format): string {
  const { chargeNumber, itemNumber, until, currency, charged, credited, credits } = charge
  const shown = (amount: number): string => format.amount(amount, currency)
  const back = credited === 0 ? '' : `, of which ${credits.join(', ')} took back ${shown(credited)}`
  const excess = chargedTooMuch(charge)
  const off = `${shown(Math.abs(excess))} too ${excess > 0 ? 'much' : 'little'}`
  return `${chargeNumber} charged ${shown(charged)} on ${itemNumber} to ${format.date(until)}${back}; as the item’s payments are now that is ${off}.${remedyOf(charge)}`
}

/** What is too much is offered beside it. */
function remedyOf(charge: LateCharge): string {
  if (chargedTooMuch(charge) >= 0) return ''
  const { charged, now, credits, chargeNumber } = charge
  const notes = credits.join(', ')
  if (credits.length === 0) return ` Void ${chargeNumber} and charge again to ask for it.`
  return now > charged ? ` Void ${notes} and ${chargeNumber}, and charge again.` : ` Void ${notes} to ask for it.`
}

const SHOWN_MOST = 2

/** The first few of them in full. */
export function lateChargesText(charges: readonly LateCharge[], format: Format): string {
  const shown = charges.slice(0, SHOWN_MOST).map((charge) => lateChargeText(charge, format))
  const more = charges.length - shown.length
  return more > 0 ? `${shown.join(' ')} ${more} more came to another figure.` : shown.join(' ')
}
