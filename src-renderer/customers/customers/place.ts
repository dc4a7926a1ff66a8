import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    customers: Plain
  }
}

export const customersPlace = definePlace({
  screen: 'customers',
  action: 'go.customers',
  rail: { order: 20 },
  load: async () => (await import('./CustomersScreen.tsx')).CustomersScreen,
})
