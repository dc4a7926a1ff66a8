import { definePlace } from '../../keyboard/define-place.ts'
import { CustomerEditScreen } from './CustomerEditScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    customerEdit: { readonly customerId?: number }
  }
}

export const customerEditPlace = definePlace({
  screen: 'customerEdit',
  action: 'customer.new',
  under: 'go.customers',
  component: CustomerEditScreen,
})
