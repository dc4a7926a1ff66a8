import { definePlace } from '../../keyboard/define-place.ts'
import { CustomerScreen } from './CustomerScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    customer: { readonly customerId: number }
  }
}

export const customerPlace = definePlace({
  screen: 'customer',
  under: 'go.customers',
  component: CustomerScreen,
})
