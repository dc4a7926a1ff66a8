import { BillingScreen } from '../../entry/billing/BillingScreen.tsx'
import type { Place } from '../../keyboard/places.ts'

export type CreditNotePlace = Extract<Place, { screen: 'creditNote' }>

/** Credit note entry: one of its own, entered as lines. */
export function CreditNoteScreen({ place }: { readonly place: CreditNotePlace }) {
  return <BillingScreen kind="credit_note" place={place} />
}
