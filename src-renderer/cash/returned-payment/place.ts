import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    returnedPayment: { readonly documentId?: number; readonly draftUid?: string }
  }
}

export const returnedPaymentPlace = definePlace({
  screen: 'returnedPayment',
  action: 'payment.returned',
  draft: { kind: 'returned_payment', name: 'Returned' },
  load: async () => (await import('./ReturnedPaymentScreen.tsx')).ReturnedPaymentScreen,
})
