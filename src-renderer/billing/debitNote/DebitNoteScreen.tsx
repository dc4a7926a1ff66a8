import { BillingScreen } from '../entry/BillingScreen.tsx'
import type { Place } from '../../keyboard/places.ts'

export type DebitNotePlace = Extract<Place, { screen: 'debitNote' }>

/** Debit note entry: an invoice under a number series of its own, for what an invoice fell short of. */
export function DebitNoteScreen({ place }: { readonly place: DebitNotePlace }) {
  return <BillingScreen kind="debit_note" place={place} />
}
