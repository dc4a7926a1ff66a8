import { definePlace, type Plain } from '../../keyboard/define-place.ts'

declare module '../../keyboard/places.ts' {
  interface Places {
    receiptBatches: Plain
  }
}

export const receiptBatchesPlace = definePlace({
  screen: 'receiptBatches',
  action: 'batches.list',
  under: 'receipt.new',
  load: async () => (await import('./ReceiptBatchesScreen.tsx')).ReceiptBatchesScreen,
})
