import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    customerEdit: { readonly customerId?: number }
  }
}

export const customerEditPlace = definePlace({
  screen: 'customerEdit',
  action: 'customer.new',
  under: 'go.customers',
  load: async () => (await import('./CustomerEditScreen.tsx')).CustomerEditScreen,
})
