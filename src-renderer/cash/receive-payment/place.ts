import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    /** With a document: its customer, and a proposal that settles it. */
    receivePayment: {
      readonly customerId?: number
      readonly documentId?: number
      readonly draftUid?: string
      /** The batch that the receipts belong to. */
      readonly batchId?: number
    }
  }
}

export const receivePaymentPlace = definePlace({
  screen: 'receivePayment',
  action: 'receipt.new',
  rail: { order: 50 },
  draft: { kind: 'receipt', name: 'Payment' },
  load: async () => (await import('./ReceivePaymentScreen.tsx')).ReceivePaymentScreen,
})
