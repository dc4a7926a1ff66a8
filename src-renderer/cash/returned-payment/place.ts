import { definePlace } from '../../keyboard/define-place.ts'
import { ReturnedPaymentScreen } from './ReturnedPaymentScreen.tsx'

declare module '../../keyboard/places.ts' {
  interface Places {
    returnedPayment: { readonly documentId?: number; readonly draftUid?: string }
  }
}

export const returnedPaymentPlace = definePlace({
  screen: 'returnedPayment',
  action: 'payment.returned',
  draft: { kind: 'returned_payment', name: 'Returned' },
  component: ReturnedPaymentScreen,
})
