import type { Place } from '../keyboard/places.ts'
import { InvoiceScreen } from '../screens/invoice/InvoiceScreen.tsx'
import { ReceivePaymentScreen } from '../screens/receivePayment/ReceivePaymentScreen.tsx'
import { HomeScreen } from '../screens/home/HomeScreen.tsx'

/** The screen of a place. */
export function ScreenFor({ place }: { readonly place: Place }) {
  switch (place.screen) {
    case 'home':
      return <HomeScreen />
    case 'invoice':
      return <InvoiceScreen place={place} />
    case 'receivePayment':
      return <ReceivePaymentScreen place={place} />
    default:
      return null
  }
}
