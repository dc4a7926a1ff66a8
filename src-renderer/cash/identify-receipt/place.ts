import { definePlace } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    identifyReceipt: { readonly unidentifiedId?: number; readonly draftUid?: string }
  }
}

export const identifyReceiptPlace = definePlace({
  screen: 'identifyReceipt',
  under: 'receipt.new',
  draft: { kind: 'identified_receipt', name: 'Identification' },
  load: async () => (await import('./IdentifyReceiptScreen.tsx')).IdentifyReceiptScreen,
})
