import { BillingScreen } from '../entry/BillingScreen.tsx'
import type { Place } from '../../keyboard/places.ts'

export type InvoicePlace = Extract<Place, { screen: 'invoice' }>

/** Invoice entry: one invoice after another. */
export function InvoiceScreen({ place }: { readonly place: InvoicePlace }) {
  return <BillingScreen kind="invoice" place={place} />
}
