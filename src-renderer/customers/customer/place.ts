import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    customer: { readonly customerId: number }
  }
}

export const customerPlace = definePlace({
  screen: 'customer',
  under: 'go.customers',
  load: async () => (await import('./CustomerScreen.tsx')).CustomerScreen,
})
